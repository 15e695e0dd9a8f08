import { Popover } from 'antd';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { hasLevels, ROLES } from '#core/document/roles.ts';
import { WhenOpen } from '../../ui/WhenOpen.tsx';
import { ChevronDownIcon, ParagraphIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { numberingOf } from '../behaviour/labels.ts';
import { setRole } from '../commands/set-role.ts';
import { run } from '../go-to.ts';
import { sameData, useEditorValue } from '../use-editor-value.ts';
import { choiceAt, levelChoices, STYLE_GROUPS } from './style-choices.ts';
import type { StyleChoice } from './style-choices.ts';

/** What the paragraph at hand is, with its live number; opens to everything it could be. */
export function StyleMenu({ editor }: { readonly editor: Editor }) {
  const current = useEditorValue(editor, (state) => choiceAt(state, numberingOf(state)), 60, sameData);
  const [isOpen, setOpen] = useState(false);
  const choose = (choice: Pick<StyleChoice, 'role' | 'level'>): void => {
    setOpen(false);
    run(editor, setRole(choice.role, choice.level));
  };
  const content = () => {
    const { first, others, name: othersName } = levelChoices(editor.state);
    const line = (choice: StyleChoice): ReactNode =>
      <StyleLine key={`${choice.role}${choice.level}`} choice={choice} isCurrent={choice.role === current.role && choice.level === current.level} choose={choose} />;
    return (
      <div className="style-list" role="menu" aria-label="段落样式">
        {first.map(line)}
        <div role="group" aria-label={othersName}>
          <div className="style-group">{othersName}</div>
          <div className="style-grid">{others.map(line)}</div>
        </div>
        {STYLE_GROUPS.map(([name, roles]) => (
          <div key={name} role="group" aria-label={name}>
            <div className="style-group">{name}</div>
            <div className="style-grid">
              {roles.map((role) => <StyleLine key={role} choice={{ role, level: 0, name: ROLES[role].name, label: '', keys: null }} isCurrent={role === current.role} choose={choose} />)}
            </div>
          </div>
        ))}
      </div>
    );
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={<WhenOpen content={content} />} classNames={{ root: 'ribbon-popover' }} destroyOnHidden>
      <button type="button" className="style-button" aria-haspopup="menu" aria-expanded={isOpen} aria-label={`段落样式：${current.label}${current.name}`} onMouseDown={(event) => event.preventDefault()}>
        <ParagraphIcon />
        {current.label !== '' && <span className={`style-label ${faceOf(current)}`}>{current.label}</span>}
        <span className="ellipsis">{current.name}</span>
        <span className="spring" />
        {current.keys && <Kbd>{current.keys}</Kbd>}
        <ChevronDownIcon size="tiny" />
      </button>
    </Popover>
  );
}

/** The face of the paper: the label of a 条 is 黑体 like a 章, 项 and 目 are 仿宋. */
const faceOf = ({ role, level }: StyleChoice): string => (role === 'article' ? `face-${level === 3 ? 1 : level}` : role === 'heading' ? `face-${level}` : '');

function StyleLine({ choice, isCurrent, choose }: { readonly choice: StyleChoice; readonly isCurrent: boolean; readonly choose: (choice: StyleChoice) => void }) {
  return (
    <button type="button" role="menuitemradio" aria-checked={isCurrent} className={isCurrent ? 'style-line at-hand' : 'style-line'} onClick={() => choose(choice)}>
      {(hasLevels(choice.role) || choice.role === 'body') && <span className={`style-label ${faceOf(choice)}`}>{choice.label}</span>}
      <span className={faceOf(choice)}>{choice.name}</span>
      <span className="spring" />
      {choice.keys && <Kbd>{choice.keys}</Kbd>}
    </button>
  );
}
