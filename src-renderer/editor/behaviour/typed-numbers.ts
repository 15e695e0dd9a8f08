import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { numberDocument } from '#core/document/numbering.ts';
import { partAt } from '#core/document/parts.ts';
import { hasLevels } from '#core/document/roles.ts';
import { findPlace, giveRole, roleAt } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';
import { recogniseAttachment } from './typed-attachments.ts';
import { recogniseReference } from './typed-references.ts';
import { findTypedLabel, findTypedMarkers } from '../typed-label.ts';
import type { TypedLabel } from '../typed-label.ts';

/** How long the browser may take to hand over what an input method has just finished. */
const SETTLE_MS = 60;

/**
 * Numbers typed by hand become computed ones: 一、（一）1.（1）① at the start of a paragraph a heading, 第一章 and a blank an
 * article, 一是 at the start of a sentence an inline number, 附件： under the text its 附件说明. Nothing is touched while an input method is at work; what it leaves is looked at when it is done.
 * One undo gives back what was typed.
 */
export function typedNumbers(): Plugin {
  /** Where in the document the typing that is not yet looked at began. */
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const typedFrom = (at: number): void => {
    since = since === null ? at : Math.min(since, at);
  };
  const settle = (view: EditorView, wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => look(view), wait);
  };
  const look = (view: EditorView): void => {
    if (view.isDestroyed || view.composing || since === null) return;
    clearTimeout(timer);
    const tr = recognise(view.state, since);
    since = null;
    if (tr) view.dispatch(tr);
  };
  return new Plugin({
    view: () => ({ destroy: () => clearTimeout(timer) }),
    props: {
      handleTextInput: (view, from) => {
        typedFrom(from);
        if (!view.composing) settle(view, 0);
        return false;
      },
      handleDOMEvents: {
        // A quick hand's Enter, or a click elsewhere, comes before the moment in which to look: the caret still stands after what was
        // typed. Keymaps have not seen the key yet.
        keydown: (view, event) => {
          if (event.key.length > 1) look(view);
          return false;
        },
        mousedown: (view) => {
          look(view);
          return false;
        },
        compositionstart: (view) => {
          typedFrom(view.state.selection.from);
          return false;
        },
        compositionend: (view) => {
          settle(view, SETTLE_MS);
          return false;
        },
      },
    },
  });
}

/** The conversion of what was typed between `since` and the caret; null when it holds no number. */
export function recognise(state: EditorState, since: number): Transaction | null {
  const { $head, empty } = state.selection;
  const place = findPlace($head);
  if (!empty || !place || since > $head.pos) return null;
  const text = place.node.textBetween(0, place.node.content.size, '', '\u{FFFC}');
  const offset = Math.max(0, since - place.pos - 1);
  return recogniseAttachment(state, place, text, offset) ?? recogniseLabel(state, place, text, offset) ?? recogniseMarkers(state, place, text.slice(0, $head.parentOffset), offset) ?? recogniseReference(state, place, text.slice(0, $head.parentOffset), offset);
}

function recogniseLabel(state: EditorState, place: Place, text: string, since: number): Transaction | null {
  const role = roleAt(place);
  if (place.inTable || (role !== 'body' && !hasLevels(role))) return null;
  const label = findTypedLabel(text, 'exact');
  // 1. is complete with the character after it, the others with their own last one; older numbers are left alone.
  if (!label || since > label.length - (label.level === 3 && label.role === 'heading' ? 0 : 1) || state.selection.$head.parentOffset < label.length) return null;
  const tr = closeHistory(state.tr);
  tr.delete(place.pos + 1, place.pos + 1 + label.length);
  const become = amongArticles(state, place, label);
  giveRole(tr, { pos: place.pos, node: tr.doc.nodeAt(place.pos)! }, become.role, become.level);
  return isMeant(tr, place.pos, label) ? tr.setStoredMarks(null) : null;
}

/** Where a part counts in 章节条, （一） is a 项 and 1. a 目. */
function amongArticles({ doc }: EditorState, { pos }: Place, { role, level }: TypedLabel): { role: 'heading' | 'article'; level: number } {
  const isItem = role === 'heading' && (level === 2 || level === 3) && partAt(doc, pos).mode === 'articles';
  return isItem ? { role: 'article', level: level + 2 } : { role, level };
}

/**
 * What is rare as a number and common as text (第三条 and a blank, ①, anything beyond ninety-nine) must be the number that is
 * computed; the first 条 of a part may be any, for a document can be a piece of a longer one.
 */
function isMeant(tr: Transaction, pos: number, { role, level, number }: TypedLabel): boolean {
  if (role === 'heading' && level < 5 && number < 100) return true;
  const computed = numberDocument(tr.doc).paragraphs.get(pos)?.number;
  if (computed === number) return true;
  if (role !== 'article' || !isFirst(tr, pos, level)) return false;
  tr.setNodeAttribute(pos, 'startAt', number);
  return true;
}

/** The first of its level in its part. */
function isFirst({ doc }: Transaction, pos: number, level: number): boolean {
  const { from } = partAt(doc, pos);
  let first: number | null = null;
  doc.forEach((node, at) => {
    if (at >= from && node.attrs.role === 'article' && node.attrs.level === level) first ??= at;
  });
  return first === pos;
}

/** A quick hand, or an input method, may have brought several; each is judged with those before it already computed. */
function recogniseMarkers(state: EditorState, place: Place, before: string, since: number): Transaction | null {
  let made: Transaction | null = null;
  let shorter = 0;
  for (const found of findTypedMarkers(before, since)) {
    const tr = closeHistory(state.tr);
    for (const step of made?.steps ?? []) tr.step(step);
    const from = place.pos + 1 + found.start - shorter;
    tr.replaceWith(from, from + found.length, state.schema.nodes.marker!.create({ style: found.style }));
    const computed = numberDocument(tr.doc).markers.get(from)?.number;
    // 一是 after a series begins another one; any other number that would not come out as typed stays as typed.
    if (computed !== found.number && found.number === 1) tr.setNodeAttribute(from, 'restart', true);
    else if (computed !== found.number) continue;
    made = tr;
    shorter += found.length - 1;
  }
  return made;
}
