/**
 * What it costs to have a one-paragraph edit in a 200,000-character document on the disk: our append (steps judged, hash
 * chained, library line kept up to date) beside a bare better-sqlite3 INSERT of the same bytes, both with WAL and
 * synchronous=FULL on the same disk, taking turns.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { schema } from '#core/document/schema.ts';
import { openStore } from '#main/store/open-store.ts';
import { percentile } from './percentile.ts';

const CHARACTERS_A_PARAGRAPH = 100;

export async function run({ smoke }: { smoke: boolean }): Promise<object> {
  const characters = smoke ? 2_000 : 200_000;
  const edits = smoke ? 20 : 2_000;
  const warmUp = smoke ? 2 : 100;
  const folder = mkdtempSync(join(tmpdir(), 'niwen-bench-'));
  const store = openStore(join(folder, 'niwen.sqlite'), new Date(), { warn: console.warn });
  const bare = new SqliteDatabase(join(folder, 'bare.sqlite'));
  try {
    bare.pragma('journal_mode = WAL');
    bare.pragma('synchronous = FULL');
    bare.exec('CREATE TABLE step (seq INTEGER PRIMARY KEY, tr TEXT NOT NULL) STRICT');
    const insert = bare.prepare('INSERT INTO step (tr) VALUES (?)');
    const { id: author } = await store.people.enter('p', '张三', '科员', 0);
    let doc = longDocument(characters);
    await store.journal.create('d', doc, undefined, { author, at: 0 });

    const ours: number[] = [];
    const theirs: number[] = [];
    for (let edit = 0; edit < edits + warmUp; edit++) {
      const tr = editOneParagraph(doc, edit);
      const steps = tr.steps.map((step) => step.toJSON() as object);
      const bytes = JSON.stringify(steps);
      const append = async (): Promise<number> => {
        const start = performance.now();
        await store.journal.append('d', edit, steps, { author, at: edit });
        return performance.now() - start;
      };
      const insertBare = (): number => {
        const start = performance.now();
        insert.run(bytes);
        return performance.now() - start;
      };
      // Who goes first changes, so that neither always pays for what the other left to the disk.
      const measured = edit % 2 === 0 ? [await append(), insertBare()] : [insertBare(), await append()].reverse();
      if (edit >= warmUp) {
        ours.push(measured[0]!);
        theirs.push(measured[1]!);
      }
      doc = tr.doc;
      // Snapshots wait for the loop to turn: let them have their turn as they do in life.
      await new Promise((turn) => setImmediate(turn));
    }
    const [p95, bareP95] = [percentile(ours, 95), percentile(theirs, 95)];
    return {
      characters, edits, paragraphs: doc.childCount,
      p50Ms: percentile(ours, 50), p95Ms: p95, p99Ms: percentile(ours, 99),
      bareP50Ms: percentile(theirs, 50), bareP95Ms: bareP95, bareP99Ms: percentile(theirs, 99),
      timesBareAtP95: Number((p95 / bareP95).toFixed(2)), goal: 3,
    };
  } finally {
    store.close();
    bare.close();
    rmSync(folder, { recursive: true });
  }
}

function longDocument(characters: number): Node {
  const text = '各单位要提高认识，压实责任，按时保质完成各项工作任务。'.repeat(10).slice(0, CHARACTERS_A_PARAGRAPH);
  const para = (role: string, words: string): Node => schema.nodes.para.create({ role }, schema.text(words));
  const body = Array.from({ length: characters / CHARACTERS_A_PARAGRAPH }, () => para('body', text));
  return schema.nodes.doc.create(null, [para('title', '关于一件长事的报告'), ...body]);
}

/** A few words typed somewhere in the document, as one autosave of a person's typing. */
function editOneParagraph(doc: Node, edit: number): Transform {
  const index = 1 + ((edit * 7919) % (doc.childCount - 1));
  let pos = 0;
  for (let i = 0; i < index; i++) pos += doc.child(i).nodeSize;
  const tr = new Transform(doc);
  for (const [offset, letter] of [...'按时报送情况'].entries()) tr.insert(pos + 20 + offset, schema.text(letter));
  return tr;
}
