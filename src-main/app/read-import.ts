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
  switch (kindOf(name, bytes)) {
    case 'docx':
      return readWord(name, bytes, password);
    case 'office':
      return readWord(name, await convertToDocx(name, bytes), undefined);
    case 'html':
      return readPage(name, bytes);
    case 'json':
      return readOwn(name, bytes);
    case 'unsupported':
      throw new AppError('unsupported-file', { name });
    case 'binary':
      throw new AppError('binary-file', { name });
    case 'text':
      return readPlain(name, bytes);
  }
}

type FileKind = 'docx' | 'office' | 'html' | 'json' | 'text' | 'unsupported' | 'binary';

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Word processors' and scanners' files a person may well offer, but which have to be saved in another form first. */
const UNSUPPORTED = new Set(['pdf', 'ofd', 'xls', 'xlsx', 'et', 'ppt', 'pptx', 'dps', 'mht', 'ceb']);

/** What LibreOffice makes a .docx of. */
const OFFICE = new Set(['doc', 'dot', 'wps', 'wpt', 'rtf', 'odt', 'fodt', 'docm', 'dotx']);

function kindOf(name: string, bytes: Uint8Array): FileKind {
  const extension = extensionOf(name);
  if (extension === 'docx') return 'docx';
  if (OFFICE.has(extension)) return 'office';
  if (extension === 'json') return 'json';
  if (extension === 'html' || extension === 'htm') return 'html';
  if (UNSUPPORTED.has(extension)) return 'unsupported';
  return magicOf(bytes);
}

const SIGNATURES: readonly (readonly [FileKind, readonly number[]])[] = [
  ['unsupported', [0x25, 0x50, 0x44, 0x46, 0x2d]], // %PDF-
  ['unsupported', [0xd0, 0xcf, 0x11, 0xe0]], // .doc, .wps, .xls
  ['unsupported', [0x7b, 0x5c, 0x72, 0x74, 0x66]], // {\rtf
  ['binary', [0x89, 0x50, 0x4e, 0x47]],
  ['binary', [0xff, 0xd8, 0xff]],
  ['binary', [0x47, 0x49, 0x46, 0x38]],
  ['binary', [0x4d, 0x5a, 0x90, 0x00]],
  ['binary', [0x7f, 0x45, 0x4c, 0x46]],
  ['binary', [0x1f, 0x8b]],
  ['binary', [0x52, 0x61, 0x72, 0x21]],
  ['binary', [0x37, 0x7a, 0xbc, 0xaf]],
];

/** What the first bytes say, for a name that says nothing: a zip that holds Word parts is a .docx under another name. */
function magicOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('word/document.xml') ? 'docx' : 'binary';
  return SIGNATURES.find(([, signature]) => startsWith(bytes, signature))?.[0] ?? 'text';
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

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
  return { encoding: 'docx', read: (options) => intakeWord(word, options), images: word.images ?? {} };
}

/** A saved web page, or what stood on the clipboard. */
async function readPage(name: string, bytes: Uint8Array): Promise<Source> {
  const decoded = decodeText(bytes);
  if (!decoded) throw new AppError('binary-file', { name });
  const { readHtml } = await import('../html/read-html.ts');
  const page = readHtml(decoded.text);
  if (page.blocks.length === 0) throw new AppError('empty-file', { name });
  return { encoding: decoded.encoding, read: (options) => intakeWord(page, options), images: page.images ?? {} };
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
