import type { Editor } from '@tiptap/core';
import { redoDepth, undoDepth } from '@tiptap/pm/history';
import { memo } from 'react';
import type { ReactNode } from 'react';
import { COMMANDS } from '#core/wording/commands.ts';
import type { EditorCommand, PaperCommand } from '#core/wording/commands.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { MenuDropdown } from '../../ui/MenuDropdown.tsx';
import { Hint } from '../../ui/Hint.tsx';
import {
  BoldIcon, ChevronDownIcon, ExportIcon, FindIcon, FootnoteIcon, ImageIcon, PageIcon, PanelLeftIcon, PanelRightIcon, PaperclipIcon, PrintIcon, RedoIcon, ReferenceIcon, RulerIcon, ShieldIcon, SubscriptIcon, SuperscriptIcon, UnderlineIcon, UndoIcon,
} from '../../ui/icons.tsx';
import { sameData, useEditorValue } from '../use-editor-value.ts';
import { TableMenu } from '../tables/TableMenu.tsx';
import { CommandButton } from './CommandButton.tsx';
import { NumberMenu } from './NumberMenu.tsx';
import { RibbonButton } from './RibbonButton.tsx';
import { StyleMenu } from './StyleMenu.tsx';
import { WordsMenu } from './WordsMenu.tsx';
import { toolbarKeys } from './toolbar-keys.ts';
import './ribbon.css';

interface RibbonProps {
  readonly editor: Editor;
  readonly showsOutline: boolean;
  readonly showsPages: boolean;
  readonly showsReport: boolean;
  readonly showsPanel: boolean;
  readonly isExporting: boolean;
  readonly run: (command: EditorCommand | PaperCommand) => void;
  /** 符号, which the whole draft opens by key. */
  readonly symbols: ReactNode;
}

const MARKS = [['bold', <BoldIcon key="b" />], ['underline', <UnderlineIcon key="u" />], ['superscript', <SuperscriptIcon key="p" />], ['subscript', <SubscriptIcon key="s" />]] as const satisfies readonly (readonly [PaperCommand, ReactNode])[];

const EXPORTS = ['export', 'export-pdf', 'export-text', 'export-file', 'make-template'] as const satisfies readonly EditorCommand[];

/** One line of what is used every minute. */
export const Ribbon = memo(function Ribbon({ editor, showsOutline, showsPages, showsReport, showsPanel, isExporting, run, symbols }: RibbonProps) {
  const state = useEditorValue(editor, (now) => ({
    undo: undoDepth(now) > 0, redo: redoDepth(now) > 0,
    marks: MARKS.map(([name]) => {
      const type = now.schema.marks[name]!;
      const { from, to, empty, $from } = now.selection;
      return empty ? !!type.isInSet(now.storedMarks ?? $from.marks()) : now.doc.rangeHasMark(from, to, type);
    }),
  }), 60, sameData);
  return (
    <div className="ribbon" role="toolbar" aria-label="编辑工具" aria-orientation="horizontal" data-region="ribbon" onKeyDown={toolbarKeys}>
      <RibbonButton name={showsOutline ? '收起提纲' : '展开提纲'} icon={<PanelLeftIcon />} onClick={() => run('outline')} />
      <StyleMenu editor={editor} />
      <hr />
      <CommandButton command="undo" run={run} icon={<UndoIcon />} disabled={!state.undo} />
      <CommandButton command="redo" run={run} icon={<RedoIcon />} disabled={!state.redo} />
      <hr />
      {MARKS.map(([name, icon], index) => <CommandButton key={name} command={name} run={run} icon={icon} isOn={state.marks[index]!} />)}
      <hr />
      <NumberMenu editor={editor} />
      <TableMenu editor={editor} />
      <CommandButton command="insert-image" run={run} icon={<ImageIcon />} />
      <CommandButton command="attachment" run={run} icon={<PaperclipIcon />} word="附件" yields />
      <CommandButton command="reference" run={run} icon={<ReferenceIcon />} word="引用" yields />
      <CommandButton command="footnote" run={run} icon={<FootnoteIcon />} />
      <WordsMenu editor={editor} run={run} />
      {symbols}
      <hr />
      <CommandButton command="find" run={run} icon={<FindIcon />} word="查找" yields />
      <CommandButton command="next-finding" run={run} icon={<ShieldIcon />} word="检查" />
      <span className="spring" />
      <CommandButton command="pages" run={run} icon={<PageIcon />} word="版面" isOn={showsPages} />
      <CommandButton command="layout-report" run={run} icon={<RulerIcon />} isOn={showsReport} />
      <CommandButton command="print" run={run} icon={<PrintIcon />} word="打印" yields />
      <div className="export">
        <Hint name={COMMANDS.export.name} keys={keyLabel('export')}>
          <button type="button" className="export-main" disabled={isExporting} onClick={() => run('export')} aria-label={COMMANDS.export.name}>
            <ExportIcon />{isExporting ? '正在导出…' : '导出'}
          </button>
        </Hint>
        <MenuDropdown placement="bottomRight" menu={{ items: EXPORTS.map((id) => ({ key: id, label: COMMANDS[id].name })), onClick: ({ key }) => run(key as EditorCommand) }}>
          <button type="button" className="export-more" disabled={isExporting} aria-label="其他导出格式"><ChevronDownIcon size="tiny" /></button>
        </MenuDropdown>
      </div>
      <RibbonButton name={showsPanel ? '收起侧栏' : '展开侧栏'} icon={<PanelRightIcon />} onClick={() => run('panel')} />
    </div>
  );
});
