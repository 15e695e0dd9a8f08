import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { shareWidths } from '#core/document/table/column-widths.ts';
import { moveBorder } from '#core/document/table/widths.ts';
import type { Twips } from '#core/units/length.ts';
import { gridOf, keepCells, rectAt } from './edit-table.ts';
import { measureAt } from './measure.ts';

/** How near the mouse must be to a border, in pixels. */
const REACH = 4;

/** A border between two columns, under the mouse. */
interface Border {
  readonly frame: HTMLElement;
  /** Position before the table, and the column left of the border. */
  readonly pos: number;
  readonly column: number;
}

/** Column borders that can be dragged: the columns follow the mouse, and letting go is one change of the document. */
export function columnDrag(): Plugin {
  let over: Border | null = null;
  let stop: (() => void) | null = null;
  const point = (border: Border | null): void => {
    if (over?.frame !== border?.frame) over?.frame.classList.remove('on-border');
    over = border;
    border?.frame.classList.add('on-border');
  };
  return new Plugin({
    view: () => ({ destroy: () => stop?.() }),
    props: {
      handleDOMEvents: {
        mousemove: (view, event) => {
          if (!stop) point(event.buttons === 0 && view.editable ? borderAt(view, event) : null);
          return false;
        },
        mouseleave: () => {
          if (!stop) point(null);
          return false;
        },
        mousedown: (view, event) => {
          if (!over || event.button !== 0 || view.composing) return false;
          event.preventDefault();
          const border = over;
          stop = drag(view, border, event.clientX, () => {
            stop = null;
            point(null);
          });
          return true;
        },
      },
    },
  });
}

/** The columns of a table that is laid out row by row (desk.css), from shares of whatever unit. */
export const gridColumns = (shares: readonly number[]): string => shares.map((share) => `minmax(0, ${share}fr)`).join(' ');

function borderAt(view: EditorView, event: MouseEvent): Border | null {
  const cell = event.target instanceof Element ? event.target.closest<HTMLElement>('td') : null;
  const frame = cell?.closest<HTMLElement>('.table-frame');
  if (!cell || !frame || !view.dom.contains(frame)) return null;
  const box = cell.getBoundingClientRect();
  const atRight = box.right - event.clientX <= REACH;
  const atLeft = event.clientX - box.left <= REACH;
  if (!atRight && !atLeft) return null;
  const pos = view.posAtDOM(frame, 0) - 1;
  const table = view.state.doc.nodeAt(pos);
  if (table?.type.name !== 'table') return null;
  const grid = gridOf(table);
  const rect = rectAt(grid, table, view.posAtDOM(cell, 0) - 1 - pos - 1);
  if (!rect) return null;
  const column = atRight ? rect.right - 1 : rect.left - 1;
  return column < 0 || column >= grid.widths.length - 1 ? null : { frame, pos, column };
}

function drag(view: EditorView, { frame, pos, column }: Border, from: number, done: () => void): () => void {
  const table = view.state.doc.nodeAt(pos)!;
  const grid = gridOf(table);
  const measure = measureAt(view.state.doc, view.state.doc.resolve(pos).index());
  const shown = frame.querySelector('table')!;
  const perPixel = measure / shown.getBoundingClientRect().width;
  const columns = [...shown.querySelectorAll<HTMLElement>('colgroup > col')];
  const guide = frame.appendChild(document.createElement('div'));
  guide.className = 'column-guide';
  let by: Twips = 0;
  const draw = (): void => {
    const widths = shareWidths((by === 0 ? grid : moveBorder(grid, column, by, measure)).widths, measure);
    columns.forEach((element, index) => (element.style.width = `${(widths[index]! / measure) * 100}%`));
    shown.style.setProperty('--columns', gridColumns(widths));
    guide.style.left = `${(widths.slice(0, column + 1).reduce((sum, each) => sum + each, 0) / measure) * 100}%`;
  };
  const move = (event: MouseEvent): void => {
    by = Math.round((event.clientX - from) * perPixel);
    draw();
  };
  const end = (): void => {
    document.removeEventListener('mousemove', move);
    document.removeEventListener('mouseup', drop);
    document.removeEventListener('keydown', escape, true);
    guide.remove();
    done();
  };
  const drop = (): void => {
    end();
    // Another change may have come while the mouse was down; then what is under it is not what was taken hold of.
    if (view.isDestroyed || by === 0 || view.state.doc.nodeAt(pos) !== table) return draw();
    view.dispatch(keepCells(closeHistory(view.state.tr), pos, moveBorder(grid, column, by, measure)));
  };
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    by = 0;
    draw();
    end();
  };
  document.addEventListener('mousemove', move);
  document.addEventListener('mouseup', drop);
  document.addEventListener('keydown', escape, true);
  draw();
  return end;
}
