import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { MOST_COLUMNS } from '#core/document/table/rows-and-columns.ts';

const ROWS = 8;
const COLUMNS = 8;
/** As many as one makes by hand; longer tables come by pasting. */
const MOST_ROWS = 200;

/** A grid to point into, which the arrow keys and Enter do as well; below it numbers for a larger table. */
export function SizePicker({ choose }: { readonly choose: (rows: number, columns: number) => void }) {
  const [size, setSize] = useState({ rows: 3, columns: 3 });
  const move = (rows: number, columns: number): void => setSize((now) => ({
    rows: Math.min(ROWS, Math.max(1, now.rows + rows)), columns: Math.min(COLUMNS, Math.max(1, now.columns + columns)),
  }));
  const keys: Record<string, () => void> = {
    ArrowUp: () => move(-1, 0), ArrowDown: () => move(1, 0), ArrowLeft: () => move(0, -1), ArrowRight: () => move(0, 1), Enter: () => choose(size.rows, size.columns),
  };
  const cells = Array.from({ length: ROWS * COLUMNS }, (_, index) => ({ row: Math.floor(index / COLUMNS) + 1, column: (index % COLUMNS) + 1 }));
  return (
    <div className="size-picker">
      <div
        className="size-cells" role="application" aria-label={`插入表格，${size.rows} 行 ${size.columns} 列，方向键选择，回车插入`} tabIndex={0} ref={focusOnce}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        }}
      >
        {cells.map(({ row, column }) => (
          <span
            key={`${row} ${column}`} className={row <= size.rows && column <= size.columns ? 'in' : undefined} data-size={`${row}x${column}`}
            onMouseEnter={() => setSize({ rows: row, columns: column })} onClick={() => choose(row, column)}
          />
        ))}
      </div>
      <form className="size-words" onSubmit={(event) => { event.preventDefault(); choose(size.rows, size.columns); }}>
        <InputNumber size="small" aria-label="行数" min={1} max={MOST_ROWS} precision={0} value={size.rows} onChange={(rows) => rows && setSize((now) => ({ ...now, rows }))} /> 行
        <InputNumber size="small" aria-label="列数" min={1} max={MOST_COLUMNS} precision={0} value={size.columns} onChange={(columns) => columns && setSize((now) => ({ ...now, columns }))} /> 列
        <Button size="small" htmlType="submit">插入</Button>
      </form>
    </div>
  );
}

/** The same function for every drawing, so that the focus is taken once and not from the numbers. */
const focusOnce = (element: HTMLElement | null): void => element?.focus();
