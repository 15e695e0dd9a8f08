import { Popover } from 'antd';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { addColumnAfter, addColumnBefore, addRowAfter, addRowBefore, deleteColumn, deleteRow, deleteTable, isInTable, mergeCells, splitCell } from '@tiptap/pm/tables';
import type { Command } from '@tiptap/pm/state';
import { useState } from 'react';
import { ChevronDownIcon, TableIcon } from '../../ui/icons.tsx';
import { insertTable } from '../commands/insert-table.ts';
import { toggleHeaderRow } from '../commands/toggle-header-row.ts';
import { run } from '../go-to.ts';

const ROWS = 8;
const COLUMNS = 8;

const INSIDE: readonly (readonly (readonly [string, Command])[])[] = [
  [['上方插入行', addRowBefore], ['下方插入行', addRowAfter], ['左侧插入列', addColumnBefore], ['右侧插入列', addColumnAfter]],
  [['合并单元格', mergeCells], ['拆分单元格', splitCell], ['设为表头行／取消', toggleHeaderRow]],
  [['删除行', deleteRow], ['删除列', deleteColumn], ['删除表格', deleteTable]],
];

/** 表格: a picker of rows × columns outside a table, what can be done to it inside. */
export function TableMenu({ editor }: { readonly editor: Editor }) {
  const [isOpen, setOpen] = useState(false);
  const inside = useEditorState({ editor, selector: () => isInTable(editor.state) });
  const act = (command: Command): void => {
    setOpen(false);
    run(editor, command);
  };
  // Asked for when it opens: antd keeps a popover without content shut.
  const content = () => (inside ? (
    <div className="menu-list" role="menu" aria-label="表格">
      {INSIDE.map((group, index) => (
        <div key={index} role="group">
          {group.map(([name, command]) => <button key={name} type="button" role="menuitem" disabled={!command(editor.state)} onClick={() => act(command)}>{name}</button>)}
        </div>
      ))}
    </div>
  ) : <SizePicker choose={(rows, columns) => act(insertTable(rows, columns))} />);
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={content} classNames={{ root: 'ribbon-popover' }} destroyOnHidden>
      <button type="button" className={`ribbon-button${inside ? ' on' : ''}`} aria-haspopup="menu" aria-expanded={isOpen} aria-label="表格" onMouseDown={(event) => event.preventDefault()}>
        <TableIcon /><span className="word">表格</span><ChevronDownIcon size="tiny" />
      </button>
    </Popover>
  );
}

/** A grid to point into; the arrow keys and Enter do the same. */
function SizePicker({ choose }: { readonly choose: (rows: number, columns: number) => void }) {
  const [size, setSize] = useState({ rows: 3, columns: 3 });
  const move = (rows: number, columns: number): void => setSize((now) => ({
    rows: Math.min(ROWS, Math.max(1, now.rows + rows)), columns: Math.min(COLUMNS, Math.max(1, now.columns + columns)),
  }));
  const keys: Record<string, () => void> = {
    ArrowUp: () => move(-1, 0), ArrowDown: () => move(1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1), Enter: () => choose(size.rows, size.columns),
  };
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index) => ({ row: Math.floor(index / COLUMNS) + 1, column: (index % COLUMNS) + 1 }));
  return (
    <div
      className="size-picker" role="application" aria-label={`插入表格，${size.rows} 行 ${size.columns} 列，方向键选择，回车插入`} tabIndex={0} ref={(element) => element?.focus()}
      onKeyDown={(event) => {
        const act = keys[event.key];
        if (!act) return;
        event.preventDefault();
        act();
      }}
    >
      <div className="size-cells">
        {cells.map(({ row, column }) => (
          <span
            key={`${row} ${column}`} className={row <= size.rows && column <= size.columns ? 'in' : undefined} data-size={`${row}x${column}`}
            onMouseEnter={() => setSize({ rows: row, columns: column })} onClick={() => choose(row, column)}
          />
        ))}
      </div>
      <div className="size-words">{size.rows} 行 × {size.columns} 列</div>
    </div>
  );
}
