import type { SourceBlock, SourceLine, WordSource } from '#core/intake/source.ts';
import { readCustomProperties } from './package/custom-properties.ts';
import { createAccount } from './read/account.ts';
import { createReader } from './read/body.ts';
import type { ReadBlocks } from './read/body.ts';
import { readComments } from './read/comments.ts';
import { child } from './read/dom.ts';
import { createInlineReader } from './read/inline.ts';
import { createListLabels } from './read/list-labels.ts';
import { readMargins } from './read/margins.ts';
import { readNotes } from './read/notes.ts';
import { openPackage } from './read/open-package.ts';
import { createPictures } from './read/pictures.ts';
import { sortMasthead } from './read/own-lines.ts';
import { withTrustedOutlines } from './read/shape.ts';
import { readStyleSheet } from './read/style-sheet.ts';

/**
 * Reads a .docx file. Files of ours come back with the role of every paragraph and without the labels we computed; others with what
 * their styles, outline levels and automatic numbers say. Throws AppError `encrypted-docx`, `wrong-password`,
 * `unknown-encryption`, `not-a-docx`, `too-much-inside`.
 */
export function readDocx(bytes: Uint8Array, password?: string): WordSource {
  const file = openPackage(bytes, password);
  const account = createAccount();
  const body = child(file.document, 'body');
  const sheet = readStyleSheet(file.relatedOf('styles'));
  const styles = body ? withTrustedOutlines(sheet, body) : sheet;
  const comments = readComments(file.relatedOf('comments'), file.relatedOf('commentsExtended'));
  const notes = readNotes(file);
  const pictures = createPictures(file);
  const inline = createInlineReader(styles, account, { comment: comments.idOf, hasNote: notes.has, picture: pictures.find });
  const labels = createListLabels(file.relatedOf('numbering'), account);
  const note = (key: string): string | undefined => notes.read(key, (element) => read(element), account);
  const readIn = createReader({ styles, labels, inline, account, note });
  // The root of its part is what a picture's relationship is looked up by; notes keep none.
  const read: ReadBlocks = (container) => pictures.within(container === body ? file.document : container, () => readIn(container));
  if (!body) return { blocks: [], comments: comments.list, notes: account.notes };
  const numbering = readCustomProperties(file.properties);
  const { header, footer } = readMargins(file, body, read, account);
  const blocks = withoutIdleAlign(sortMasthead([...header, ...read(body), ...footer]));
  account.place('');
  return { blocks, comments: comments.list, notes: account.notes, images: pictures.carried(), ...(numbering.length > 0 ? { numbering } : {}) };
}

/** Some programs say of every paragraph that it begins at the left, LibreOffice above all: where most long lines do, nobody has chosen it. */
function withoutIdleAlign(blocks: readonly SourceBlock[]): readonly SourceBlock[] {
  const long = blocks.filter((block): block is SourceLine => block.kind === 'line' && block.role === undefined && block.align !== 'center' && block.align !== 'right' && block.text.length >= LONG_LINE);
  if (long.filter(({ align }) => align === 'left').length * 2 <= long.length) return blocks;
  return blocks.map((block) => {
    if (block.kind !== 'line' || block.align !== 'left') return block;
    const { align: _, ...line } = block;
    return line;
  });
}

const LONG_LINE = 8;
