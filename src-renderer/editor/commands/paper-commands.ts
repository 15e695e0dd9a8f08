import type { Schema } from '@tiptap/pm/model';
import { baseKeymap, toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import type { PaperCommand } from '#core/wording/commands.ts';
import { writeFootnote } from '../behaviour/footnotes.ts';
import { pickReference } from '../behaviour/references.ts';
import { isInTable } from '../tables/edit-table.ts';
import {
  distribute, fit, insertAbove, insertBelow, insertLeft, insertRight, merge, moveBy, moveColumnBy, removeColumns, removeRows, removeTable, sortBy, split, toggleContinued, toggleHeaderRows, toggleLandscape, toggleNumbers,
} from '../tables/table-commands.ts';
import { changeLevel } from './change-level.ts';
import { insertAttachment } from './insert-attachment.ts';
import { insertMarker, toggleRestart } from './insert-marker.ts';
import { insertTable } from './insert-table.ts';
import { moveParagraph } from './move-section.ts';
import { passUnseen } from './pass-unseen.ts';
import { setLevel, setRole } from './set-role.ts';

/** What each command of the paper does (names and keys: core/wording/paper-commands.ts). Without `dispatch` it says whether it can. */
export function paperCommands({ marks }: Schema): Readonly<Record<PaperCommand, Command>> {
  const level = (by: 1 | -1): Command => (state, dispatch, view) => (isInTable(state) ? moveColumnBy(by) : changeLevel(by))(state, dispatch, view);
  // In a table a row or a column is what moves.
  const move = (by: 1 | -1): Command => (state, dispatch, view) => (isInTable(state) ? moveBy(by) : moveParagraph(by))(state, dispatch, view);
  return {
    undo: passUnseen(undo), redo: passUnseen(redo), 'select-all': baseKeymap['Mod-a']!,
    bold: toggleMark(marks.bold!), underline: toggleMark(marks.underline!), superscript: toggleMark(marks.superscript!), subscript: toggleMark(marks.subscript!),
    'heading-1': setLevel(1), 'heading-2': setLevel(2), 'heading-3': setLevel(3), 'heading-4': setLevel(4), 'heading-5': setLevel(5), body: setRole('body'),
    promote: level(-1), demote: level(1), 'move-up': move(-1), 'move-down': move(1),
    'marker-shi': insertMarker('shi'), 'marker-di': insertMarker('di'), 'marker-paren': insertMarker('paren'), 'marker-arabic': insertMarker('parenArabic'), 'marker-circled': insertMarker('circled'),
    restart: toggleRestart, attachment: insertAttachment, reference: pickReference, footnote: writeFootnote,
    'insert-table': insertTable(3, 3), 'row-above': insertAbove, 'row-below': insertBelow, 'column-left': insertLeft, 'column-right': insertRight,
    'merge-cells': merge, 'split-cell': split, 'header-row': toggleHeaderRows, 'continued-table': toggleContinued, 'delete-row': removeRows, 'delete-column': removeColumns, 'delete-table': removeTable,
    'sort-up': sortBy(1), 'sort-down': sortBy(-1), 'number-rows': toggleNumbers, 'even-columns': distribute, 'fit-columns': fit, landscape: toggleLandscape,
  };
}
