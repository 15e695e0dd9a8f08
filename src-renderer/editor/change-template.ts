import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { changeTemplate as change } from '#core/document/change-template.ts';
import { ROLES } from '#core/document/roles.ts';
import { readTemplateFields } from '#core/intake/read-template-fields.ts';
import { reportDocument } from '#core/intake/report-document.ts';
import type { Template } from '#core/template/template.ts';
import { withNotice } from './notice.ts';
import { syncFields } from './panel/field-values.ts';

/** 改换文种: the draft goes on under another template; one undo takes it back. Loaded when it is asked for: it reads the text as an import does. */
export function changeTemplate(editor: Editor, from: Template | null, to: Template): void {
  const { state, view } = editor;
  const tr = from ? syncFields(state.tr, from) : state.tr;
  const { taken } = change(tr, from, to, readTemplateFields(state.doc, reportDocument(state.doc), to));
  const gone = [...new Set(taken.map((role) => ROLES[role].name))];
  const said = `已改用“${to.name}”${gone.length > 0 ? `，里面没有${gone.join('、')}，已从纸面上拿下` : ''}。写好的正文没有动，Ctrl Z 可以换回`;
  view.dispatch(closeHistory(withNotice(tr, said)));
  view.focus();
}
