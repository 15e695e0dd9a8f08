import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Node } from 'prosemirror-model';
import { readDocument } from '#core/document/document-file.ts';
import { schema } from '#core/document/schema.ts';
import { databaseFileIn, programPlaces } from '#main/app/places.ts';
import { openDatabase } from '#main/store/open-database.ts';
import { createStore } from '#main/store/open-store.ts';
import { documentFormat } from '#main/store/snapshot-body.ts';

const SAMPLES = ['npc-reply', 'cppcc-reply', 'notice', 'summary'];

/** Makes a library of so many documents, each a template's worked example with a title of its own, as a year of work leaves it. */
export async function fillLibrary(data: string, documents: number): Promise<void> {
  const db = openDatabase(databaseFileIn(data), new Date());
  const store = createStore(db, { format: documentFormat, warn: console.warn });
  // Only while filling: ten thousand commits need not each wait for the disk.
  db.pragma('synchronous = OFF');
  const author = await store.people.enter('clerk', '张三', '科员', 0);
  await store.settings.set({ personAtWork: author.id });
  const samples = SAMPLES.map((name) => readSample(join(programPlaces.templates, name, 'sample.json')));
  for (let i = 0; i < documents; i++) {
    const sample = samples[i % samples.length]!;
    const blocks = sample.children.map((block) => (block.attrs['role'] === 'title' ? block.copy(block.content.append(schema.nodes.para.create(null, schema.text(`（${i}）`)).content)) : block));
    await store.journal.create(`document-${i}`, schema.nodes.doc.create(sample.attrs, blocks), undefined, { author: author.id, at: Date.UTC(2026, 0, 1) + i * 60_000 });
  }
  db.pragma('synchronous = FULL');
  store.close();
}

function readSample(file: string): Node {
  const read = readDocument(JSON.parse(readFileSync(file, 'utf8')));
  if (!read.ok) throw new Error(`${file}: ${read.problem} ${read.detail}`);
  return read.doc;
}
