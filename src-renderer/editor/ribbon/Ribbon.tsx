import { Dropdown } from 'antd';
import type { Editor } from '@tiptap/core';
import { toggleMark } from '@tiptap/pm/commands';
import { redo, redoDepth, undo, undoDepth } from '@tiptap/pm/history';
import type { ReactNode } from 'react';
import type { ExportFormat } from '#core/contract/methods.ts';
import {
  BoldIcon, ChevronDownIcon, ExportIcon, FindIcon, PanelLeftIcon, PanelRightIcon, PaperclipIcon, RedoIcon, ShieldIcon, SubscriptIcon, SuperscriptIcon, UnderlineIcon, UndoIcon,
} from '../../ui/icons.tsx';
import { insertAttachment } from '../commands/insert-attachment.ts';
import { run } from '../go-to.ts';
import { sameData, useEditorValue } from '../use-editor-value.ts';
import { NumberMenu } from './NumberMenu.tsx';
import { RibbonButton } from './RibbonButton.tsx';
import { StyleMenu } from './StyleMenu.tsx';
import { TableMenu } from './TableMenu.tsx';
import './ribbon.css';

interface RibbonProps {
  readonly editor: Editor;
  readonly showsOutline: boolean;
  readonly showsPanel: boolean;
  readonly isExporting: boolean;
  readonly onOutline: () => void;
  readonly onPanel: () => void;
  readonly onFind: () => void;
  readonly onCheck: () => void;
  readonly onExport: (format: ExportFormat) => void;
}

const MARKS: readonly (readonly [string, string, string | undefined, ReactNode])[] = [
  ['bold', '加粗', 'Ctrl B', <BoldIcon key="b" />], ['underline', '下划线', 'Ctrl U', <UnderlineIcon key="u" />],
  ['superscript', '上标', undefined, <SuperscriptIcon key="p" />], ['subscript', '下标', undefined, <SubscriptIcon key="s" />],
];

/** One line of what is used every minute. */
export function Ribbon({ editor, showsOutline, showsPanel, isExporting, onOutline, onPanel, onFind, onCheck, onExport }: RibbonProps) {
  const state = useEditorValue(editor, (now) => ({
    undo: undoDepth(now) > 0, redo: redoDepth(now) > 0,
    marks: MARKS.map(([name]) => {
      const type = now.schema.marks[name]!;
      const { from, to, empty, $from } = now.selection;
      return empty ? !!type.isInSet(now.storedMarks ?? $from.marks()) : now.doc.rangeHasMark(from, to, type);
    }),
  }), 60, sameData);
  return (
    <div className="ribbon" role="toolbar" aria-label="编辑工具">
      <RibbonButton name={showsOutline ? '收起提纲' : '展开提纲'} icon={<PanelLeftIcon />} onClick={onOutline} />
      <StyleMenu editor={editor} />
      <hr />
      <RibbonButton name="撤销" keys="Ctrl Z" icon={<UndoIcon />} disabled={!state.undo} onClick={() => run(editor, undo)} />
      <RibbonButton name="重做" keys="Ctrl Y" icon={<RedoIcon />} disabled={!state.redo} onClick={() => run(editor, redo)} />
      <hr />
      {MARKS.map(([name, words, keys, icon], index) => (
        <RibbonButton key={name} name={words} {...(keys ? { keys } : {})} icon={icon} isOn={state.marks[index]!} onClick={() => run(editor, toggleMark(editor.schema.marks[name]!))} />
      ))}
      <hr />
      <NumberMenu editor={editor} />
      <TableMenu editor={editor} />
      <RibbonButton name="加一个附件：附件说明和附件页" icon={<PaperclipIcon />} word="附件" onClick={() => run(editor, insertAttachment)} />
      <hr />
      <RibbonButton name="查找和替换" keys="Ctrl F" icon={<FindIcon />} word="查找" onClick={onFind} />
      <RibbonButton name="检查：到下一处" keys="F7" icon={<ShieldIcon />} word="检查" onClick={onCheck} />
      <span className="spring" />
      <div className="export">
        <button type="button" className="export-main" disabled={isExporting} onClick={() => onExport('docx')} aria-label="导出 Word 文件">
          <ExportIcon />{isExporting ? '正在导出…' : '导出'}
        </button>
        <Dropdown
          trigger={['click']} placement="bottomRight"
          menu={{
            items: [{ key: 'docx', label: 'Word 文件（.docx）' }, { key: 'txt', label: '纯文字（.txt）' }, { key: 'json', label: '拟文文稿（.json）' }],
            onClick: ({ key }) => onExport(key as ExportFormat),
          }}
        >
          <button type="button" className="export-more" disabled={isExporting} aria-label="其他导出格式"><ChevronDownIcon size="tiny" /></button>
        </Dropdown>
      </div>
      <RibbonButton name={showsPanel ? '收起侧栏' : '展开侧栏'} icon={<PanelRightIcon />} onClick={onPanel} />
    </div>
  );
}
