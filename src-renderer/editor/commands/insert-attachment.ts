import { TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import type { Node } from '@tiptap/pm/model';
import { ROLES, beginsPart } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';

/** What an attachment is called until a person says better; selected, so that the first key replaces it. */
const NAME = '附件名称';

/**
 * Adds an attachment: its line in the 附件说明 (GB/T 9704—2012 7.3.4) and, on a sheet of its own before the 版记, the annex
 * with the same title (7.3.7). The caret lands on the name in the 附件说明.
 */
export const insertAttachment: Command = (state, dispatch) => {
  if (!dispatch) return true;
  const { doc, schema, tr } = state;
  const para = (role: Role, text: string): Node => schema.nodes.para!.create({ role }, text === '' ? null : schema.text(text));
  const notePlace = findNotePlace(doc);
  // The later place first, so that the earlier one still holds.
  tr.insert(findImprint(doc), [para('annex', NAME), para('body', '')]);
  tr.insert(notePlace, para('attachmentNote', NAME));
  tr.setSelection(TextSelection.create(tr.doc, notePlace + 1, notePlace + 1 + NAME.length));
  dispatch(tr.scrollIntoView());
  return true;
};

/** Behind the last 附件说明, else before the 落款, the first annex or the 版记. */
function findNotePlace(doc: Node): number {
  let last: number | null = null;
  let before: number | null = null;
  doc.forEach((node, pos) => {
    const role = node.attrs.role as Role | undefined;
    if (role === 'attachmentNote') last = pos + node.nodeSize;
    const closes = role === 'signature' || role === 'date' || role === 'note' || (role !== undefined && (beginsPart(role) || ROLES[role].part === 'imprint'));
    if (before === null && closes) before = pos;
  });
  return last ?? before ?? doc.content.size;
}

function findImprint(doc: Node): number {
  let imprint = doc.content.size;
  for (let index = doc.childCount - 1; index >= 0; index--) {
    const node = doc.child(index);
    if (node.type.name !== 'para' || ROLES[node.attrs.role as Role].part !== 'imprint') break;
    imprint -= node.nodeSize;
  }
  return imprint;
}
