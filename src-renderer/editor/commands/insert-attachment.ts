import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { annexPlace, notePlace } from '#core/document/attachments.ts';
import type { Role } from '#core/document/roles.ts';
import { newAnchor } from '../new-anchor.ts';

/** What an attachment is called until a person says better; selected, so that the first key replaces it. */
const NAME = '附件名称';

/**
 * Adds an attachment: its line in the 附件说明 (GB/T 9704—2012 7.3.4) and, on a sheet of its own before the 版记, the annex
 * with the same title (7.3.7), tied to each other. The caret lands on the name in the 附件说明.
 */
export const insertAttachment: Command = (state, dispatch) => {
  if (!dispatch) return true;
  const { doc, schema, tr } = state;
  const anchor = newAnchor();
  const para = (role: Role, text: string, attrs: object = {}): Node => schema.nodes.para!.create({ role, ...attrs }, text === '' ? null : schema.text(text));
  const place = notePlace(doc);
  // The later place first, so that the earlier one still holds.
  tr.insert(annexPlace(doc), [para('annex', NAME, { anchor }), para('body', '')]);
  tr.insert(place, para('attachmentNote', NAME, { annex: anchor }));
  tr.setSelection(TextSelection.create(tr.doc, place + 1, place + 1 + NAME.length));
  dispatch(tr.scrollIntoView());
  return true;
};
