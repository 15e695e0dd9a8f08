import type { DocumentFile } from '#core/document/document-file.ts';
import { sayMissing } from '#core/wording/layout.ts';
import { writeUserFile } from '#main/app/user-file.ts';
import type { DirectHost } from './open-host.ts';
import type { Output } from './output.ts';

/** Writes a document in the format its `--to` asks for; characters no font has are named on standard error. */
export async function writeOutput(host: DirectHost, document: DocumentFile, to: Output): Promise<void> {
  const { bytes, missing = [] } = await host.call('export.write', { file: { ...document }, format: to.format });
  await writeUserFile(to.file, bytes);
  if (missing.length > 0) console.error(sayMissing(missing));
}
