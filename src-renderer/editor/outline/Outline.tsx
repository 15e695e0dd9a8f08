import type { Editor } from '@tiptap/core';
import { memo, useEffect, useRef } from 'react';
import { HEADING_LEVELS, roleName } from '#core/document/roles.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { OutlineIcon } from '../../ui/icons.tsx';
import { numberingFor } from '../behaviour/labels.ts';
import { goTo } from '../go-to.ts';
import { perDocument, useEditorValue } from '../use-editor-value.ts';
import { currentItem, outlineOf, sameItem, sameItems } from './outline.ts';
import type { OutlineItem } from './outline.ts';
import './outline.css';

/** The outline of a document, computed once for each. */
export const itemsOf = perDocument((doc) => outlineOf(doc, numberingFor(doc)));

/** 提纲: the skeleton at the left; a click goes there. */
export function Outline({ editor }: { readonly editor: Editor }) {
  const items = useEditorValue(editor, (state) => itemsOf(state.doc), 120, sameItems);
  const current = useEditorValue(editor, (state) => currentItem(itemsOf(state.doc), state.selection.head), 120);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector('.at-hand')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <nav className="outline" aria-label="提纲" data-region="outline">
      <div className="pane-head"><OutlineIcon />提纲</div>
      {items.every((item) => item.level === 0) && <p className="outline-empty">还没有层次标题。在段首键入“一、”，或按 <Kbd>Alt 1</Kbd>，这里就会出现提纲。</p>}
      <ul ref={list}>
        {items.map((item, index) => <OutlineLine key={index} item={item} isCurrent={index === current} editor={editor} />)}
      </ul>
      <div className="outline-foot"><Kbd>Tab</Kbd> 降一级<span /><Kbd>Shift Tab</Kbd> 升一级</div>
    </nav>
  );
}

const LEVEL_CLASS = ['element', ...HEADING_LEVELS.map((level) => `level-${level}`)];

const OutlineLine = memo(function OutlineLine({ item, isCurrent, editor }: { readonly item: OutlineItem; readonly isCurrent: boolean; readonly editor: Editor }) {
  const name = item.level > 0 ? `${roleName('heading', item.level)}，${item.label}${item.text}` : `${item.label}，${item.text}`;
  return (
    <li>
      <button type="button" className={`outline-line ${LEVEL_CLASS[item.level]}${isCurrent ? ' at-hand' : ''}`} aria-current={isCurrent ? 'location' : undefined} aria-label={name} title={item.text} onClick={() => goTo(editor, item.pos)}>
        <span className="outline-label">{item.label}</span>
        <span className="ellipsis">{item.text}</span>
      </button>
    </li>
  );
}, (a, b) => a.isCurrent === b.isCurrent && a.editor === b.editor && sameItem(a.item, b.item));
