import { InputNumber, Popover } from 'antd';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { MARKER_STYLES, markerLabel } from '#core/document/numbering.ts';
import { ChevronDownIcon, ListNumberIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { insertMarker, toggleRestart } from '../commands/insert-marker.ts';
import { startAt } from '../commands/start-at.ts';
import { run } from '../go-to.ts';
import { findPlace } from '../paragraphs.ts';

/** 编号: numbers inside a sentence, and where the numbering of a heading begins. */
export function NumberMenu({ editor }: { readonly editor: Editor }) {
  const [isOpen, setOpen] = useState(false);
  const start = useEditorState({
    editor,
    selector: () => {
      const place = findPlace(editor.state.selection.$from);
      return place?.node.attrs.role === 'heading' ? ((place.node.attrs.startAt as number | null) ?? 0) : null;
    },
  });
  const act = (command: Parameters<typeof run>[1]): void => {
    setOpen(false);
    run(editor, command);
  };
  // Asked for when it opens: antd keeps a popover without content shut.
  const content = () => (
    <div className="menu-list" role="menu" aria-label="编号">
      <div role="group">
        {MARKER_STYLES.map((style) => (
          <button key={style} type="button" role="menuitem" onClick={() => act(insertMarker(style))}>
            <span className="marker-sample">{markerLabel(style, 1)}</span><span className="quiet">{markerLabel(style, 2)}　{markerLabel(style, 3)}</span>
            <span className="spring" />{style === 'shi' && <Kbd>Alt L</Kbd>}
          </button>
        ))}
      </div>
      <div role="group">
        <button type="button" role="menuitem" disabled={!toggleRestart(editor.state)} onClick={() => act(toggleRestart)}>句内序号从头编／接着编</button>
        {start !== null && (
          <label className="start-at">
            标题起始号
            <InputNumber size="small" min={1} max={99} value={start || null} placeholder="自动" onChange={(value) => startAt(value)(editor.state, editor.view.dispatch)} />
          </label>
        )}
      </div>
    </div>
  );
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={content} classNames={{ root: 'ribbon-popover' }} destroyOnHidden>
      <button type="button" className="ribbon-button" aria-haspopup="menu" aria-expanded={isOpen} aria-label="编号" onMouseDown={(event) => event.preventDefault()}>
        <ListNumberIcon /><span className="word">编号</span><ChevronDownIcon size="tiny" />
      </button>
    </Popover>
  );
}
