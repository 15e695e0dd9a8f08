import type { Editor } from '@tiptap/core';
import { textOf } from '#core/document/elements.ts';
import { paragraphWords } from '#core/document/paragraph-words.ts';
import { roleName } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { numberingOf } from './behaviour/labels.ts';
import { findPlace } from './paragraphs.ts';
import { useEditorValue } from './use-editor-value.ts';

/** A screen reader reads the text by itself; so much of it tells which paragraph is meant. */
const BEGINNING = 30;

/** Says to screen readers what the paragraph at the caret is, with its computed number: 二级标题，（三）加强组织领导. Nothing is seen. */
export function CaretVoice({ editor }: { readonly editor: Editor }) {
  const words = useEditorValue(editor, (state) => {
    const place = findPlace(state.selection.$head);
    if (!place) return '';
    const name = place.inTable ? '表格文字' : roleName(place.node.attrs.role as Role, place.node.attrs.level as number);
    const numbering = numberingOf(state);
    const text = place.node.children.every(({ isText }) => isText) ? textOf(place.node) : paragraphWords(place.node, place.pos, numbering);
    return `${name}，${numbering.paragraphs.get(place.pos)?.text ?? ''}${text.slice(0, BEGINNING) || '空段'}`;
  }, 250, (a, b) => placeOf(a) === placeOf(b));
  return <p className="sr-only" role="status" aria-label="光标所在段落">{words}</p>;
}

/** Said again only where kind, number or the first words have become others: not with every key at the end of a paragraph. */
const placeOf = (words: string): string => words.slice(0, 12);
