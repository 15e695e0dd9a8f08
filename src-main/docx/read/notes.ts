import type { Element } from './parse-xml.ts';
import type { SourceBlock, SourceLine } from '#core/intake/source.ts';
import type { Account } from './account.ts';
import { attribute, elements } from './dom.ts';
import type { Package } from './open-package.ts';

/**
 * Footnotes and endnotes: the document has footnotes of plain words, so that of a note's own changes what is accepted stays, and of its
 * looks the words; both are told.
 */
export interface FileNotes {
  has(key: string): boolean;
  /** The words of a note where its mark stands first; undefined anywhere else, within itself above all. */
  read(key: string, blocks: (note: Element) => readonly SourceBlock[], account: Account): string | undefined;
}

export function readNotes(file: Package): FileNotes {
  const notes = new Map<string, Element>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const root = file.relatedOf(`${kind}s`);
    for (const element of root ? elements(root, kind) : []) {
      if (attribute(element, 'type') !== undefined && attribute(element, 'type') !== 'normal') continue;
      notes.set(`${kind} ${attribute(element, 'id') ?? ''}`, element);
    }
  }
  const told = new Set<string>();
  // Notes that are referred to from the one that is being read: their words follow its own.
  let waiting: string[] | null = null;
  return {
    has: (key) => notes.has(key),
    read(key, blocks, account) {
      if (waiting) {
        waiting.push(key);
        return undefined;
      }
      const words: string[] = [];
      waiting = [key];
      let isFirst = true;
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const note = notes.get(next);
        if (!note || told.has(next)) {
          if (isFirst) break;
          continue;
        }
        told.add(next);
        isFirst = false;
        const lines = blocks(note).flatMap((block): SourceLine[] => (block.kind === 'line' ? [block] : block.rows.flat().flatMap((cell) => cell.paragraphs.map((text, index): SourceLine => ({ kind: 'line', text, whole: true, ...cell.details?.[index] })))));
        const said = lines.flatMap(({ text }) => text.split('\n')).map((line) => line.trim()).filter((line) => line !== '');
        account.note(next.startsWith('foot') ? 'footnote' : 'endnote', said.join(' '));
        for (const { deleted } of lines) for (const each of deleted ?? []) if ('image' in each) account.note('image', said.join(' '));
        if (lines.some(isChanged)) account.note('noteChange', said.join(' '));
        if (lines.some(hasLook)) account.note('noteFormat', said.join(' '));
        for (const line of said) words.push(line);
      }
      waiting = null;
      return isFirst ? undefined : words.join('\n');
    },
  };
}

const isChanged = ({ deleted, formats, tc }: SourceLine): boolean =>
  (deleted ?? []).some((each) => !('image' in each)) || tc !== undefined || (formats ?? []).some(({ mark }) => mark === 'ins' || mark === 'del' || mark === 'fmt');

const LOOKS: ReadonlySet<string> = new Set(['bold', 'underline', 'superscript', 'subscript']);
const hasLook = ({ formats }: SourceLine): boolean => (formats ?? []).some(({ mark }) => LOOKS.has(mark));
