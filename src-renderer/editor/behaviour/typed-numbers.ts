import { closeHistory } from '@tiptap/pm/history';
import { Plugin } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { numberDocument } from '#core/document/numbering.ts';
import { findPlace, giveRole, roleAt } from '../paragraphs.ts';
import type { Place } from '../paragraphs.ts';
import { findTypedLabel, findTypedMarkers } from '../typed-label.ts';

/** How long the browser may take to hand over what an input method has just finished. */
const SETTLE_MS = 60;

/**
 * Numbers typed by hand become computed ones: 一、（一）1.（1） at the start of a paragraph a heading, 一是 at the start of a
 * sentence an inline number. Nothing is touched while an input method is at work; what it leaves is looked at when it is done.
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
    timer = setTimeout(() => {
      if (view.isDestroyed || view.composing || since === null) return;
      const tr = recognise(view.state, since);
      since = null;
      if (tr) view.dispatch(tr);
    }, wait);
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
  return recogniseLabel(state, place, text, offset) ?? recogniseMarkers(state, place, text.slice(0, $head.parentOffset), offset);
}

function recogniseLabel(state: EditorState, place: Place, text: string, since: number): Transaction | null {
  if (place.inTable || (roleAt(place) !== 'body' && roleAt(place) !== 'heading')) return null;
  const label = findTypedLabel(text, 'exact');
  // 1. is complete with the character after it, the others with their own last one; older numbers are left alone.
  if (!label || since > label.length - (label.level === 3 ? 0 : 1) || state.selection.$head.parentOffset < label.length) return null;
  const tr = closeHistory(state.tr);
  tr.delete(place.pos + 1, place.pos + 1 + label.length);
  giveRole(tr, { pos: place.pos, node: tr.doc.nodeAt(place.pos)! }, 'heading', label.level);
  return tr.setStoredMarks(null);
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
    // 一是一，二是二 is a saying: a number that would not come out as typed stays as typed.
    if (numberDocument(tr.doc).markers.get(from)?.number !== found.number) continue;
    made = tr;
    shorter += found.length - 1;
  }
  return made;
}
