import { imageSources } from '#core/document/image.ts';
import type { IntakeOptions } from '#core/intake/intake.ts';
import type { KeptBytes } from '../store/image-store.ts';
import { prepareDocument } from '../store/prepared-document.ts';
import type { PreparedDocument } from '../store/prepared-document.ts';
import { picturesIn } from './images.ts';
import { readFile } from './read-file.ts';
import { readImport } from './read-import.ts';

/** A file that was read, in the form the library keeps it: where it is put there, nothing of it has to be read again. */
export interface LibraryFile {
  readonly document: PreparedDocument;
  readonly pictures: readonly KeptBytes[];
  readonly title: string | null;
  readonly doubts: number;
}

/** One file → what the library keeps of it. Rejects with the AppErrors of `import.read`. */
export async function readForLibrary(name: string, bytes: Uint8Array, options: IntakeOptions): Promise<LibraryFile> {
  const { file, report, recognition } = await readImport(name, bytes, options);
  const { doc, images } = readFile(file, name);
  return { document: prepareDocument(doc), pictures: picturesIn(images, imageSources(doc)), title: report.title, doubts: recognition.doubts.length };
}
