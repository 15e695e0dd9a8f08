import type { Editor } from '@tiptap/core';
import { checkDocument } from '#core/check/check-document.ts';
import type { Diagnostic } from '#core/check/diagnostic.ts';
import type { Template } from '#core/template/template.ts';
import { sameData, useEditorValue } from '../use-editor-value.ts';

/** How long the paper must be at rest before it is checked again: nobody wants to be corrected in mid-sentence. */
const REST_MS = 900;

/** What is wrong with the draft now, errors first, each kind in the order of the paper. */
export function useFindings(editor: Editor, template: Template | null): readonly Diagnostic[] {
  return useEditorValue(editor, (state) => inOrder(checkDocument(state.doc, template)), REST_MS, sameData);
}

const WEIGHT = { error: 0, warning: 1, hint: 2 } as const;

const inOrder = (found: readonly Diagnostic[]): Diagnostic[] =>
  [...found].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (a.where?.pos ?? -1) - (b.where?.pos ?? -1));
