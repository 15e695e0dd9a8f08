import AdmZip from 'adm-zip';
import { unzipSync } from 'fflate';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_IMAGE } from '#core/contract/methods.ts';
import { decryptPackage, isEncrypted } from './decrypt.ts';
import { attribute, elements } from './dom.ts';
import { LIMITS, tooMuch } from './limits.ts';
import { parseXml, XmlFault } from './parse-xml.ts';
import type { Element } from './parse-xml.ts';

/** The XML parts of a .docx file. */
export interface Package {
  /** The root of word/document.xml, wherever the file keeps it. */
  readonly document: Element;
  /** The root of the part a relationship of the document leads to, by its id. */
  related(id: string): Element | undefined;
  /** The first related part of a kind: 'styles', 'numbering', 'footnotes' … */
  relatedOf(kind: string): Element | undefined;
  /** The part a relationship of a part (by its root) leads to. */
  pathOf(root: Element, id: string): string | undefined;
  /** The bytes of a part that is no XML; undefined where it is not there or larger than any picture. */
  media(path: string): Uint8Array | undefined;
  /** The properties others have given the file (docProps/custom.xml); undefined where there are none to be read. */
  readonly properties: Element | undefined;
}

/** `password` opens an encrypted file. Throws AppError `encrypted-docx`, `wrong-password`, `unknown-encryption`, `not-a-docx`, `too-much-inside`. */
export function openPackage(bytes: Uint8Array, password?: string): Package {
  const { bytesOf, media } = unzip(unsealed(bytes, password));
  const pathOfRoot = new Map<Element, string>();
  const parsed = new Map<string, Element | undefined>();
  const part = (path: string): Element | undefined => {
    if (!parsed.has(path)) {
      const root = parse(bytesOf, path);
      parsed.set(path, root);
      if (root) pathOfRoot.set(root, path);
    }
    return parsed.get(path);
  };
  const relationships = (folder: string, name: string): Relationship[] => {
    const root = part(`${folder}_rels/${name}.rels`);
    return root ? elements(root, 'Relationship').map((each) => ({
      id: attribute(each, 'Id') ?? '', kind: (attribute(each, 'Type') ?? '').replace(/^.*\//, ''), target: resolve(folder, attribute(each, 'Target') ?? ''),
    })) : [];
  };
  const whole = relationships('', '');
  const main = whole.find(({ kind }) => kind === 'officeDocument')?.target ?? 'word/document.xml';
  const document = part(main);
  if (document?.localName !== 'document') throw new AppError('not-a-docx');
  const slash = main.lastIndexOf('/') + 1;
  const links = relationships(main.slice(0, slash), main.slice(slash));
  return {
    document,
    related: (id) => part(links.find((link) => link.id === id)?.target ?? ''),
    relatedOf: (kind) => part(links.find((link) => link.kind === kind)?.target ?? ''),
    pathOf(root, id) {
      const path = pathOfRoot.get(root);
      const end = (path?.lastIndexOf('/') ?? -1) + 1;
      return path === undefined ? undefined : relationships(path.slice(0, end), path.slice(end)).find((link) => link.id === id)?.target;
    },
    media,
    get properties() {
      try {
        return part(whole.find(({ kind }) => kind === 'custom-properties')?.target ?? '');
      } catch {
        // The text does not need them.
        return undefined;
      }
    },
  };
}

interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

function unsealed(bytes: Uint8Array, password: string | undefined): Uint8Array {
  if (!startsWith(bytes, OLE)) return bytes;
  if (!isEncrypted(bytes)) throw new AppError('not-a-docx');
  if (password === undefined) throw new AppError('encrypted-docx');
  return decryptPackage(bytes, password);
}

/**
 * The XML parts. The directory is looked through before anything is unpacked; what unpacks to more than it said there is broken. Neither
 * library does for both: adm-zip makes every folder of every name it meets (128 KB of names cost it minutes), fflate cuts a part
 * off where it said it ends and goes on unpacking for nothing.
 */
function unzip(bytes: Uint8Array): { bytesOf: (path: string) => Uint8Array | undefined; media: (path: string) => Uint8Array | undefined } {
  let size = 0;
  let parts = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (PART.test(name)) size += originalSize;
        if (++parts > LIMITS.parts || name.length > LIMITS.partName || size > LIMITS.packageBytes) throw tooMuch();
        return false;
      },
    });
    const zip = new AdmZip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { noSort: true });
    return {
      bytesOf: (path) => (PART.test(path) ? zip.getEntry(path)?.getData() : undefined),
      media(path) {
        const entry = zip.getEntry(path);
        if (!entry || entry.isDirectory || entry.header.size > LARGEST_IMAGE.bytes) return undefined;
        try {
          return entry.getData();
        } catch {
          // A picture that is broken is no reason to refuse the text.
          return undefined;
        }
      },
    };
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('not-a-docx', {}, { cause: error });
  }
}

const PART = /\.(?:xml|rels)$/i;

/** Word puts an encrypted file, and its old .doc, into the container OLE uses. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte);

function parse(bytesOf: (path: string) => Uint8Array | undefined, path: string): Element | undefined {
  try {
    const bytes = bytesOf(path);
    return bytes && parseXml(textOf(bytes));
  } catch (error) {
    throw error instanceof XmlFault && error.isLarge ? tooMuch(error) : new AppError('not-a-docx', {}, { cause: error });
  }
}

/** Parts are UTF-8, or UTF-16 with its mark (ECMA-376 part 2, 9.1.1). */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  return new TextDecoder(first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8').decode(bytes);
}

/** A target is relative to the folder of the part, or begins at the root. */
function resolve(folder: string, target: string): string {
  const path: string[] = [];
  for (const step of `${target.startsWith('/') ? '' : folder}${target}`.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}
