import type { Element } from './parse-xml.ts';
import type { Rev } from '#core/document/revisions.ts';
import type { WordNote, WordPart } from '#core/intake/source.ts';
import { attribute } from './dom.ts';
import { LIMITS, tooMuch } from './limits.ts';

type Kind = 'ins' | 'del' | 'fmt';

/** What is gathered while the parts of one file are read: who changed what, and what a document cannot hold. */
export interface Account {
  readonly notes: readonly WordNote[];
  note(what: WordPart, text?: string): void;
  /** Gives the words they stand at to what was noted since the last call. */
  place(near: string): void;
  /** The change an element of revision tells of; one that goes on from the piece before has its id. */
  rev(kind: Kind, element: Element): Rev;
  /** So many cells of tables more. Throws AppError `too-much-inside`. */
  cells(count: number): void;
  /** A piece without that kind of change has come: the next change is another one. */
  pause(kind: Kind): void;
}

export function createAccount(): Account {
  const notes: WordNote[] = [];
  let placed = 0;
  let count = 0;
  let cells = 0;
  const running = new Map<Kind, Rev>();
  return {
    notes,
    note: (what, text = '') => void notes.push({ what, text: text.slice(0, LONGEST), near: '' }),
    place(near) {
      for (; placed < notes.length; placed++) notes[placed] = { ...notes[placed]!, near: near.slice(0, LONGEST) };
    },
    rev(kind, element) {
      const a = attribute(element, 'author') ?? '';
      const time = Date.parse(attribute(element, 'date') ?? '');
      const t = Number.isNaN(time) ? null : Math.floor(time / 60_000);
      const known = running.get(kind);
      if (known && known.a === a && known.t === t) return known;
      const rev: Rev = { id: `w${++count}`, a, s: 0, t };
      running.set(kind, rev);
      return rev;
    },
    cells(more) {
      if ((cells += more) > LIMITS.cells) throw tooMuch();
    },
    pause: (kind) => void running.delete(kind),
  };
}

const LONGEST = 60;
