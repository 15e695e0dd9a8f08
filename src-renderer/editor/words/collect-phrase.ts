import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { documentTitle, elementText } from '#core/document/elements.ts';
import type { Phrase } from '#core/office/office.ts';
import { selectionText } from '../clipboard/copied-labels.ts';

/** The selected text as a phrase (口径) with the document as its source; null when nothing is selected. */
export function collectPhrase(state: EditorState): Phrase | null {
  if (state.selection.empty) return null;
  const text = selectionText(state).replace(/\n{2,}/g, '\n').trim();
  return text === '' ? null : { title: '', text, keywords: '', group: '', source: sourceOf(state.doc) };
}

/** 《关于……的函》（照保函〔2026〕87号，2026年8月1日）, as far as it is known. */
export function sourceOf(doc: Node): string {
  const title = documentTitle(doc).trim();
  const number = elementText(doc, 'documentNumber').trim();
  const facts = [/\d号$/.test(number) ? number : '', elementText(doc, 'date').trim()].filter((fact) => fact !== '' && !fact.includes('×'));
  return `${title === '' ? '' : `《${title}》`}${facts.length === 0 ? '' : `（${facts.join('，')}）`}`;
}
