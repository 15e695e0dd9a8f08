import { Popover } from 'antd';
import type { Editor } from '@tiptap/core';
import { CellSelection } from '@tiptap/pm/tables';
import type { EditorState } from '@tiptap/pm/state';
import { memo, useEffect, useRef } from 'react';
import { countDocument, countFootnotes, countParts, countText } from '#core/document/count.ts';
import type { Count } from '#core/document/count.ts';
import { isImage } from '#core/document/image.ts';
import { COMMANDS } from '#core/wording/commands.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { perDocument, sameData, useEditorValue } from './use-editor-value.ts';

const number = new Intl.NumberFormat('zh-CN');
const countOf = perDocument(countDocument);
const partsOf = perDocument(countParts);
const notesOf = perDocument(countFootnotes);
const PARTS = [['masthead', '版头'], ['main', '主体'], ['annexes', '附件'], ['imprint', '版记']] as const;

interface CountsButtonProps {
  readonly editor: Editor;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** 字数 in the status line, as word processors count; opens to the count of each part and of what is selected. */
export const CountsButton = memo(function CountsButton({ editor, isOpen, onOpen }: CountsButtonProps) {
  const { words } = useEditorValue(editor, (state) => countOf(state.doc), 400, sameData);
  const selected = useEditorValue(editor, countSelected, 150, sameData);
  return (
    <Popover open={isOpen} onOpenChange={onOpen} trigger="click" placement="topLeft" arrow={false} destroyOnHidden content={() => <Counts editor={editor} onLeave={() => { onOpen(false); editor.view.focus(); }} />}>
      <button type="button" className="status-button" aria-haspopup="dialog" aria-expanded={isOpen} aria-keyshortcuts="Ctrl+Shift+G" title={`${COMMANDS.counts.name}　${keyLabel('counts')}`}>
        {number.format(words)} 字{selected && `，选中${selected.pictures > 0 && selected.words === 0 ? `${selected.pictures > 1 ? ` ${selected.pictures} 张` : ''}图片` : ` ${number.format(selected.words)} 字`}`}
      </button>
    </Popover>
  );
});

/** The count of the selected text, of cells also, and of the pictures in it; null for a caret. */
function countSelected(state: EditorState): (Count & { readonly pictures: number }) | null {
  const { selection, doc } = state;
  if (selection.empty) return null;
  const ranges = selection instanceof CellSelection ? selection.ranges : [{ $from: selection.$from, $to: selection.$to }];
  let pictures = 0;
  for (const { $from, $to } of ranges) doc.nodesBetween($from.pos, $to.pos, (node) => void (pictures += isImage(node) ? 1 : 0));
  return { ...countText(ranges.map(({ $from, $to }) => doc.textBetween($from.pos, $to.pos, '\n')).join('\n')), pictures };
}

function Counts({ editor, onLeave }: { readonly editor: Editor; readonly onLeave: () => void }) {
  const counts = useEditorValue(editor, ({ doc }) => ({ all: countOf(doc), parts: partsOf(doc), notes: notesOf(doc) }), 400, sameData);
  const selected = useEditorValue(editor, countSelected, 150, sameData);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const rows: readonly (readonly [string, Count])[] = [
    ...(selected ? [['选中', selected] as const] : []), ['全文', counts.all],
    ...PARTS.flatMap(([part, name]) => (counts.parts[part].characters > 0 ? [[name, counts.parts[part]] as const] : [])),
    ...(counts.notes.paragraphs > 0 ? [['脚注（另计）', counts.notes] as const] : []),
  ];
  return (
    <div ref={box} className="counts" role="dialog" aria-label={COMMANDS.counts.name} tabIndex={-1} onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      onLeave();
    }}
    >
      <table>
        <thead><tr><th scope="col"><span className="sr-only">范围</span></th><th scope="col">字数</th><th scope="col">字符数</th><th scope="col">段落</th></tr></thead>
        <tbody>
          {rows.map(([name, { words, characters, paragraphs }]) => (
            <tr key={name} className={name === '全文' || name === '选中' ? 'whole' : undefined}><th scope="row">{name}</th><td>{number.format(words)}</td><td>{number.format(characters)}</td><td>{name === '选中' ? '' : number.format(paragraphs)}</td></tr>
          ))}
        </tbody>
      </table>
      <p className="quiet small">字数同 Word、WPS：一串数字或字母算一字。字符数一个算一个，不计空格。算出来的序号、附件号都不计。</p>
    </div>
  );
}
