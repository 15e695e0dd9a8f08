import { goToNextCell } from '@tiptap/pm/tables';
import type { Command } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { levelsIn, partAt, partsOf } from '#core/document/parts.ts';
import { beginsPart, hasLevels } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { giveRole, roleAt, selectedPlaces } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';
import { isInTable } from '../tables/edit-table.ts';
import { insertBelowLast } from '../tables/table-commands.ts';

/**
 * Tab and Shift-Tab: headings and articles go down or up a level of their part (the first and the last are the ends); Tab at
 * the start of a body paragraph makes it one level below what stands before it. In a table they move from cell to cell, and
 * Tab in the last one adds a row.
 */
export const changeLevel = (by: 1 | -1): Command => (state, dispatch) => {
  if (isInTable(state)) {
    if (goToNextCell(by)(state, dispatch)) return true;
    if (by === 1) insertBelowLast(state, dispatch);
    return true;
  }
  const places = selectedPlaces(state).filter((place) => !place.inTable);
  const leveled = places.filter((place) => hasLevels(roleAt(place)));
  const { tr } = state;
  if (leveled.length > 0) {
    const parts = partsOf(state.doc);
    for (const place of leveled) {
      const role = roleAt(place) as 'heading' | 'article';
      giveRole(tr, place, role, stepped(levelsIn(parts.findLast((part) => part.from <= place.pos)!, role), place.node.attrs.level as number, by));
    }
  } else if (by === 1 && places.length === 1 && roleAt(places[0]!) === 'body' && state.selection.empty && state.selection.$from.parentOffset === 0) {
    const { role, level } = below(state.doc, places[0]!);
    giveRole(tr, places[0]!, role, level);
  }
  if (tr.docChanged) dispatch?.(tr.scrollIntoView());
  // Tab never leaves the paper, not even where it has nothing to do: a clerk's Tab must not put the next word into a button.
  return true;
};

/** The next level down or up of those there are; at the ends the same. */
function stepped(levels: readonly number[], level: number, by: 1 | -1): number {
  return (by === 1 ? levels.find((each) => each > level) : levels.findLast((each) => each < level)) ?? level;
}

/** One level below the heading or article before it in the same part; the first where there is none. */
function below(doc: Node, place: Place): { role: 'heading' | 'article'; level: number } {
  const part = partAt(doc, place.pos);
  for (let index = place.index - 1; index >= 0; index--) {
    const { role, level } = doc.child(index).attrs as { role?: Role; level?: number };
    if (role !== undefined && hasLevels(role)) return { role, level: stepped(levelsIn(part, role), level!, 1) };
    if (role !== undefined && beginsPart(role)) break;
  }
  return part.mode === 'articles' ? { role: 'article', level: 3 } : { role: 'heading', level: 1 };
}
