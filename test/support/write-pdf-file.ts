import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Node } from 'prosemirror-model';
import type { PageFrame } from '#core/layout/frames.ts';
import type { Layout } from '#core/layout/layout-document.ts';
import { pdfDetails } from '#main/app/pdf-details.ts';
import { createFaceShelf } from '#main/fonts/face-shelf.ts';
import { writePdf } from '#main/pdf/write-pdf.ts';
import { layOut } from './layout.ts';
import { sampleOf, templateOf } from './samples.ts';
import { temporaryFolder } from './temporary-folder.ts';

const shelf = createFaceShelf(resolve(import.meta.dirname, '../../resources/fonts'), () => Promise.reject(new Error('no own faces here')));

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly frames: readonly PageFrame[];
  /** Where it lies, for programs that read it. */
  readonly file: string;
}

/** A document on pages → a PDF file. */
export async function writePdfFile(node: Node, layout: Layout = layOut(node)): Promise<WrittenPdf> {
  const frames = layout.pages.map((_, index) => layout.frame(index));
  const bytes = await writePdf(frames, await shelf.facesFor(frames), pdfDetails(node));
  const file = join(temporaryFolder(), 'a.pdf');
  writeFileSync(file, bytes);
  return { bytes, frames, file };
}

/** The worked example of a template. */
export const writeSamplePdf = (id: string): Promise<WrittenPdf> => writePdfFile(sampleOf(id), layOut(sampleOf(id), templateOf(id)));
