import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { Imported } from '#core/contract/model.ts';
import { readDocument, writeDocument } from '#core/document/document-file.ts';
import { imageSources } from '#core/document/image.ts';
import type { CarriedImages } from '#core/document/image.ts';
import { intakeText, intakeWord } from '#core/intake/intake.ts';
import { correct } from '#core/intake/correct.ts';
import type { Correction } from '#core/intake/correct.ts';
import type { Intake, IntakeOptions } from '#core/intake/intake.ts';
import { reportDocument } from '#core/intake/report-document.ts';
import { convertToDocx } from './convert-to-docx.ts';
import { decodeText } from './decode-text.ts';
import type { DecodedText } from './decode-text.ts';
import { kindOfFile } from './kind-of-file.ts';

/** One file → a document; with a correction, the document as it reads with it. Refused with an AppError that names the file. */
export async function readImport(name: string, bytes: Uint8Array, options: IntakeOptions = {}, correction?: Correction, password?: string): Promise<Imported> {
  const { encoding, read, images = {} } = await openSource(name, bytes, password);
  const first = read(options);
  if (!correction) return answer(name, encoding, first, 0, images);
  const { intake, changed } = correct(first, correction, (known) => read({ ...options, known }));
  return answer(name, encoding, intake, changed, images);
}

/** A source that has been read once and can be understood again and again. */
interface Source {
  readonly encoding: string;
  readonly read: (options: IntakeOptions) => Intake;
  /** The pictures that came with it. */
  readonly images?: CarriedImages;
}

async function openSource(name: string, bytes: Uint8Array, password: string | undefined): Promise<Source> {
  if (bytes.length === 0) throw new AppError('empty-file', { name });
  if (bytes.length > LARGEST_FILE) throw new AppError('file-too-large', { name, limit: LARGEST_FILE / 1024 / 1024 });
  const { kind, as = '', holds } = await kindOfFile(name, bytes);
  switch (kind) {
    case 'docx':
      return readWord(name, bytes, password);
    case 'office':
      return readConverted(name, bytes, await convertToDocx(name, as, bytes));
    case 'html':
      return readPage(name, decodeText(bytes));
    case 'archive':
      return readArchive(name, bytes);
    case 'json':
      return readOwn(name, bytes);
    case 'unsupported':
      throw new AppError('unsupported-file', { name });
    case 'binary':
      throw new AppError('binary-file', { name, ...(holds ? { holds } : {}) });
    case 'text':
      return readPlain(name, bytes);
  }
}

function readPlain(name: string, bytes: Uint8Array): Source {
  const decoded = decodeText(bytes);
  if (!decoded) throw new AppError('binary-file', { name });
  if (decoded.text.trim() === '') throw new AppError('empty-file', { name });
  return { encoding: decoded.encoding, read: (options) => intakeText(decoded.text, options) };
}

/** Word's parts are read only when a Word file comes: a start without one does not pay for it. */
async function readWord(name: string, bytes: Uint8Array, password: string | undefined): Promise<Source> {
  const { readDocx } = await import('../docx/read-docx.ts');
  const word = named(name, () => readDocx(bytes, password));
  if (word.notes.length === 0 && word.comments.length === 0 && word.blocks.every((block) => block.kind === 'line' && block.role === undefined && block.text.trim() === '' && !block.deleted)) throw new AppError('empty-file', { name });
  return { encoding: 'docx', read: (options) => intakeWord(word, options), images: word.images ?? {} };
}

/** D0 CF 11 E0, as UTF-8, Latin or GBK has it; 邢 alone begins the name of a city and of people. */
const MARK_AS_TEXT = /^(?:\ufffd|ÐÏ|邢[^\u4e00-\u9fff]{0,8}唷)/;

/** A damaged .doc LibreOffice takes for a text: its bytes as letters, the mark of its container first. */
async function readConverted(name: string, original: Uint8Array, made: Uint8Array): Promise<Source> {
  const source = await readWord(name, made, undefined);
  const { doc } = source.read({});
  if (original[0] === 0xd0 && original[1] === 0xcf && MARK_AS_TEXT.test(doc.textContent)) throw new AppError('not-converted', { name });
  return source;
}

/** A saved web page, or what stood on the clipboard. */
async function readPage(name: string, decoded: DecodedText | undefined): Promise<Source> {
  if (!decoded) throw new AppError('binary-file', { name });
  const { readHtml } = await import('../html/read-html.ts');
  const page = readHtml(decoded.text);
  if (page.blocks.length === 0) throw new AppError('empty-file', { name });
  return { encoding: decoded.encoding, read: (options) => intakeWord(page, options), images: page.images ?? {} };
}

/** A web page saved in one file, as browsers and OA systems do. */
async function readArchive(name: string, bytes: Uint8Array): Promise<Source> {
  const { pageOfArchive } = await import('../html/page-of-archive.ts');
  const page = pageOfArchive(bytes);
  if (!page) throw new AppError('unsupported-file', { name });
  return readPage(name, decodeText(page));
}

/** The reader of Word files does not know the name; the sentence a person reads must. */
function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { ...error.details, name }, { cause: error }) : error;
  }
}

function readOwn(name: string, bytes: Uint8Array): Source {
  const decoded = decodeText(bytes);
  if (!decoded) throw new AppError('not-a-document', { name });
  const read = readDocument(parseJson(decoded.text));
  if (!read.ok) throw new AppError(read.problem, { name, detail: read.detail });
  const intake: Intake = { doc: read.doc, report: reportDocument(read.doc), recognition: { source: '', elements: [], doubts: [], choice: null, known: [] } };
  return { encoding: decoded.encoding, read: () => intake, images: read.images };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

const only = (images: CarriedImages, sources: readonly string[]): CarriedImages => Object.fromEntries(sources.flatMap((source) => (images[source] ? [[source, images[source]] as const] : [])));

const answer = (name: string, encoding: string, { doc, report, recognition }: Intake, changed: number, brought: CarriedImages): Imported => ({ file: writeDocument(doc, only(brought, imageSources(doc))), name, encoding, report, recognition, changed });
