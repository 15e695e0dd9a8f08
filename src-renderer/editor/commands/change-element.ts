import { Fragment } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { findOwn, placeOfRole, textOf } from '#core/document/elements.ts';
import type { Role } from '#core/document/roles.ts';

/** Writes the text of an element from the panel into its first paragraph, changing only the characters that differ; makes the paragraph where it is missing. */
export const changeElement = (role: Role, text: string): Command => (state, dispatch) => {
  const place = findOwn(state.doc, role)[0];
  const { tr, schema } = state;
  if (!place) {
    if (text === '') return false;
    tr.insert(placeOfRole(state.doc, role), schema.nodes.para!.create({ role }, schema.text(text)));
  } else {
    const old = textOf(place.node);
    if (old === text) return false;
    if (place.node.content.size !== old.length) {
      tr.replaceWith(place.pos + 1, place.pos + 1 + place.node.content.size, text === '' ? Fragment.empty : schema.text(text));
    } else {
      let start = 0;
      while (start < old.length && start < text.length && old[start] === text[start]) start++;
      let end = 0;
      while (end < Math.min(old.length, text.length) - start && old.at(-1 - end) === text.at(-1 - end)) end++;
      tr.insertText(text.slice(start, text.length - end), place.pos + 1 + start, place.pos + 1 + old.length - end);
    }
  }
  dispatch?.(tr);
  return true;
};
