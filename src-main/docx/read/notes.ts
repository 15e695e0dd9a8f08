import type { Element } from './parse-xml.ts';
import type { SourceBlock, SourceLine } from '#core/intake/source.ts';
import type { Account } from './account.ts';
import { attribute, elements } from './dom.ts';
import type { Package } from './open-package.ts';

/**
 * Footnotes and endnotes. An official document has none; what they say is kept as a paragraph after the sentence they belong to, under
 * the number that stands raised in the text.
 */
export interface FileNotes {
  markOf(key: string): string | undefined;
  read(key: string, blocks: (note: Element) => readonly SourceBlock[], account: Account): SourceLine[];
}

export function readNotes(file: Package): FileNotes {
  const notes = new Map<string, { readonly element: Element; readonly mark: string }>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const root = file.relatedOf(`${kind}s`);
    for (const element of root ? elements(root, kind) : []) {
      if (attribute(element, 'type') !== undefined && attribute(element, 'type') !== 'normal') continue;
      notes.set(`${kind} ${attribute(element, 'id') ?? ''}`, { element, mark: `［${notes.size + 1}］` });
    }
  }
  const told = new Set<string>();
  return {
    markOf: (key) => notes.get(key)?.mark,
    read(key, blocks, account) {
      const note = notes.get(key);
      // A note stands once, however often it is referred to, and not within itself.
      if (!note || told.has(key)) return [];
      told.add(key);
      const lines = blocks(note.element).flatMap((block): SourceLine[] => (block.kind === 'line' ? [block] : block.rows.flat().flatMap((cell) => cell.paragraphs.map((text): SourceLine => ({ kind: 'line', text, whole: true })))));
      const [first, ...rest] = lines.filter((line) => line.text.trim() !== '' || line.deleted);
      if (!first) return [];
      account.note(key.startsWith('foot') ? 'footnote' : 'endnote', first.text.trim());
      account.place(note.mark);
      return [marked(first, note.mark), ...rest];
    },
  };
}

/** The line behind its number; what stands at places in it moves along. */
function marked(line: SourceLine, mark: string): SourceLine {
  const cut = line.text.length - line.text.trimStart().length;
  const by = mark.length - cut;
  return {
    ...line, text: mark + line.text.slice(cut),
    ...(line.formats ? { formats: line.formats.map((format) => ({ ...format, span: [Math.max(0, format.span[0] + by), Math.max(0, format.span[1] + by)] as const })) } : {}),
    ...(line.deleted ? { deleted: line.deleted.map((each) => ({ ...each, at: Math.max(mark.length, each.at + by) })) } : {}),
  };
}
