export type FileKind = 'docx' | 'office' | 'html' | 'archive' | 'json' | 'text' | 'unsupported' | 'binary';

/** How a file is read; `as` is the extension LibreOffice is to know a word processor's file by. */
export interface KindOfFile {
  readonly kind: FileKind;
  readonly as?: string;
  /** What is in a file without text. */
  readonly holds?: 'files' | 'picture';
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';

/** Word processors', scanners' and mail programs' files a person may well offer, but which have to be saved in another form first. */
const UNSUPPORTED = new Set(['pdf', 'ofd', 'xls', 'xlsx', 'et', 'ppt', 'pptx', 'dps', 'ceb', 'eml', 'msg']);

/** What LibreOffice makes a .docx of. */
const OFFICE = new Set(['doc', 'dot', 'wps', 'wpt', 'rtf', 'odt', 'fodt', 'docm', 'dotx']);

const TEXTUAL: Readonly<Record<string, FileKind>> = { html: 'html', htm: 'html', mht: 'archive', mhtml: 'archive', json: 'json' };

/**
 * What the bytes say, and where they say nothing, the name: a .doc is renamed .docx because somebody asked for one, and OA systems
 * give out web pages as .doc.
 */
export async function kindOfFile(name: string, bytes: Uint8Array): Promise<KindOfFile> {
  const extension = extensionOf(name);
  if (UNSUPPORTED.has(extension)) return { kind: 'unsupported' };
  const seen = await look(bytes);
  if (seen?.kind === 'docx') return seen;
  if (seen?.kind === 'office') return OFFICE.has(extension) ? { kind: 'office', as: extension } : seen;
  const named: KindOfFile | undefined = extension === 'docx' ? { kind: 'docx' } : OFFICE.has(extension) ? { kind: 'office', as: extension } : undefined;
  if (!named) return seen ?? { kind: TEXTUAL[extension] ?? 'text' };
  if (seen) return startsWith(bytes, PDF) ? seen : named;
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  return ARCHIVE.test(start) ? { kind: 'archive' } : PAGE.test(start) ? { kind: 'html' } : named;
}

/** A web page in one file: its headers say so. */
const ARCHIVE = /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:MIME-Version:|Content-Type:\s*multipart\/related)/i;
const PAGE = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html)\b/i;

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const RTF = [0x7b, 0x5c, 0x72, 0x74, 0x66];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const BINARY: readonly (readonly [readonly number[], KindOfFile])[] = [
  [[0x89, 0x50, 0x4e, 0x47], { kind: 'binary', holds: 'picture' }],
  [[0xff, 0xd8, 0xff], { kind: 'binary', holds: 'picture' }],
  [[0x47, 0x49, 0x46, 0x38], { kind: 'binary', holds: 'picture' }],
  [[0x4d, 0x5a, 0x90, 0x00], { kind: 'binary' }],
  [[0x7f, 0x45, 0x4c, 0x46], { kind: 'binary' }],
  [[0x1f, 0x8b], { kind: 'binary', holds: 'files' }],
  [[0x52, 0x61, 0x72, 0x21], { kind: 'binary', holds: 'files' }],
  [[0x37, 0x7a, 0xbc, 0xaf], { kind: 'binary', holds: 'files' }],
];

/** What the first bytes say; undefined for what may be text. */
async function look(bytes: Uint8Array): Promise<KindOfFile | undefined> {
  if (startsWith(bytes, ZIP)) {
    const inside = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (inside.includes('word/document.xml')) return { kind: 'docx' };
    return inside.subarray(0, 200).includes('application/vnd.oasis.opendocument.text') ? { kind: 'office', as: 'odt' } : { kind: 'binary', holds: 'files' };
  }
  if (startsWith(bytes, OLE)) {
    const { readStream } = await import('../docx/read/compound-file.ts');
    // With a password Word and WPS put a .docx into such a container; their old files are one.
    if (readStream(bytes, 'EncryptedPackage')) return { kind: 'docx' };
    return readStream(bytes, 'WordDocument') ? { kind: 'office', as: 'doc' } : { kind: 'unsupported' };
  }
  if (startsWith(bytes, RTF)) return { kind: 'office', as: 'rtf' };
  if (startsWith(bytes, PDF)) return { kind: 'unsupported' };
  return BINARY.find(([signature]) => startsWith(bytes, signature))?.[1];
}

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);
