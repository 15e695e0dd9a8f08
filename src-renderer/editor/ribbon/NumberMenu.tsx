import { InputNumber, Popover } from 'antd';
import type { Editor } from '@tiptap/core';
import { useState } from 'react';
import { MARKER_STYLES, markerLabel } from '#core/document/numbering.ts';
import { hasLevels } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { WhenOpen } from '../../ui/WhenOpen.tsx';
import { ChevronDownIcon, ListNumberIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { insertMarker, toggleRestart } from '../commands/insert-marker.ts';
import { restyle, seriesHere } from '../commands/restyle-series.ts';
import { setNumbering } from '../commands/set-numbering.ts';
import { startAt } from '../commands/start-at.ts';
import { run } from '../go-to.ts';
import { findPlace } from '../paragraphs.ts';
import { useCaretValue } from '../use-editor-value.ts';
import { MarkerStyles } from './MarkerStyles.tsx';
import { NUMBERING_CHOICES, numberingHere } from './numbering-choices.ts';

/** 编号: how the part at hand counts, numbers inside a sentence, and where the numbering of a heading begins. */
export function NumberMenu({ editor }: { readonly editor: Editor }) {
  const [isOpen, setOpen] = useState(false);
  const act = (command: Parameters<typeof run>[1]): void => {
    setOpen(false);
    run(editor, command);
  };
  const content = () => {
    const here = numberingHere(editor.state);
    const series = seriesHere(editor.state);
    return (
      <div className="menu-list number-menu" role="menu" aria-label="编号">
        <div role="group" aria-label={`${here.part}的编号方式`}>
          <div className="style-group">{here.part}的编号方式</div>
          {NUMBERING_CHOICES.map(({ mode, name, sample }) => (
            <button
              key={mode} type="button" role="menuitemradio" aria-checked={mode === here.mode} className={mode === here.mode ? 'at-hand' : undefined}
              disabled={here.full.includes(mode)} title={here.full.includes(mode) ? '已经用到第五级①，两级编号放不下' : undefined} onClick={() => act(setNumbering(mode))}
            >
              <span className="numbering-name">{name}</span><span className="quiet">{sample}</span>
            </button>
          ))}
        </div>
        <StartAt editor={editor} />
        {series && (
          <div role="group" aria-label="这一组句内序号">
            <div className="style-group">这一组 {series.markers.length} 项，整组改为</div>
            <MarkerStyles current={series.style} onChoose={(style) => act(restyle(style))} />
            <button type="button" role="menuitem" disabled={!toggleRestart(editor.state)} onClick={() => act(toggleRestart)}>光标前的一个：从头编／接着编</button>
          </div>
        )}
        <div role="group" aria-label="插入句内序号">
          <div className="style-group">插入句内序号</div>
          {MARKER_STYLES.map((style) => (
            <button key={style} type="button" role="menuitem" onClick={() => act(insertMarker(style))}>
              <span className="marker-sample">{markerLabel(style, 1)}</span><span className="quiet">{markerLabel(style, 2)}　{markerLabel(style, 3)}</span>
              <span className="spring" />{style === 'shi' && <Kbd>Alt L</Kbd>}
            </button>
          ))}
        </div>
      </div>
    );
  };
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={<WhenOpen content={content} />} classNames={{ root: 'ribbon-popover' }} destroyOnHidden>
      <button type="button" className="ribbon-button" aria-haspopup="menu" aria-expanded={isOpen} aria-label="编号" onMouseDown={(event) => event.preventDefault()}>
        <ListNumberIcon /><span className="word">编号</span><ChevronDownIcon size="tiny" />
      </button>
    </Popover>
  );
}

/** 起始号 of the heading or article at the caret. Part of the open menu only: the closed button is not drawn with every change of a paragraph. */
function StartAt({ editor }: { readonly editor: Editor }) {
  const start = useCaretValue(editor, ({ selection }) => {
    const place = findPlace(selection.$from);
    return place && !place.inTable && hasLevels(place.node.attrs.role as Role) ? ((place.node.attrs.startAt as number | null) ?? 0) : null;
  });
  if (start === null) return null;
  return (
    <div role="group" aria-label="起始号">
      <label className="start-at">
        这一条从第几号起
        <InputNumber size="small" min={1} max={999} value={start || null} placeholder="自动" onChange={(value) => startAt(value)(editor.state, editor.view.dispatch)} />
      </label>
    </div>
  );
}
