import type { DocumentFile } from '#core/contract/model.ts';
import { encodeWire } from '#core/contract/wire.ts';
import type { Packed } from '#core/contract/wire.ts';
import type { FindTemplate } from '#core/intake/choose-template.ts';
import type { Correction } from '#core/intake/correct.ts';
import type { IntakeOptions } from '#core/intake/intake.ts';
import { readForLibrary } from './read-for-library.ts';
import type { LibraryFile } from './read-for-library.ts';
import { readImport } from './read-import.ts';

/** What a thread is asked: a document file, what the library keeps of it, or the whole answer of `import.read`. */
export type Wish = { readonly name: string; readonly bytes: Uint8Array } & ({ readonly form: 'file' } | { readonly form: 'library' } | ({ readonly form: 'answer' } & Said));

/** What was said of a file besides its bytes: `import.read` of the contract. */
export interface Said {
  readonly options: Omit<IntakeOptions, 'find'>;
  readonly correction: Correction | undefined;
  readonly password: string | undefined;
}

/** A file that was read: what many at once need of it. */
export interface ReadFile {
  readonly file: DocumentFile;
  readonly doubts: number;
}

/** A file in the form it was asked for. */
export type Read = { readonly form: 'file'; readonly read: ReadFile } | { readonly form: 'library'; readonly kept: LibraryFile } | { readonly form: 'answer'; readonly packed: Packed };

/** One file in the form it is asked for, in whatever thread this runs. Rejects with the AppErrors of `import.read`. */
export async function readWish(wish: Wish, find: FindTemplate): Promise<Read> {
  const { name, bytes } = wish;
  switch (wish.form) {
    case 'library':
      return { form: 'library', kept: await readForLibrary(name, bytes, { find }) };
    case 'answer':
      return { form: 'answer', packed: { $packed: new TextEncoder().encode(encodeWire(await readImport(name, bytes, { ...wish.options, find }, wish.correction, wish.password))) } };
    case 'file': {
      const { file, recognition } = await readImport(name, bytes, { find });
      return { form: 'file', read: { file, doubts: recognition.doubts.length } };
    }
  }
}
