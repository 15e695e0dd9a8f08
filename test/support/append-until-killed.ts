/** A process of its own that types into document d1 of the library it is given, one letter an append, until it is killed; tells each saved revision. */
import { writeSync } from 'node:fs';
import { openTestStore, typing, writing } from './test-store.ts';

const { store } = await openTestStore(process.argv[2]!);
for (;;) {
  const { doc, revision } = await store.journal.open('d1', writing.at);
  const saved = await store.journal.append('d1', revision, typing(doc, '字'), writing);
  writeSync(1, `${saved.revision}\n`);
}
