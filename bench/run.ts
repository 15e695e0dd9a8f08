/**
 * `npm run bench` lists the benchmarks, `npm run bench -- NAME` runs one and prints its figures as JSON,
 * `npm run bench -- --smoke` runs all on little input, only to see that they still run: no time is judged.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** What bench/NAME.bench.ts exports: `run`, whose answer is plain data with the unit in each key (`medianMs`). */
interface Bench {
  run(options: { readonly smoke: boolean }): Promise<object>;
}

const { values, positionals } = parseArgs({ options: { smoke: { type: 'boolean', default: false } }, allowPositionals: true });
const names = readdirSync(import.meta.dirname).flatMap((file) => (file.endsWith('.bench.ts') ? [file.slice(0, -'.bench.ts'.length)] : [])).sort();
const wanted = positionals.length > 0 ? positionals : values.smoke ? names : [];
const unknown = wanted.filter((name) => !names.includes(name));

if (wanted.length === 0 || unknown.length > 0) {
  for (const name of unknown) console.error(`No such benchmark: ${name}`);
  console.log(`Benchmarks:\n${names.map((name) => `  npm run bench -- ${name}`).join('\n') || '  (none)'}`);
  process.exit(unknown.length > 0 ? 2 : 0);
}

// What is measured is what the sources say now: a page built yesterday would tell of yesterday. Done at once when nothing has changed.
if (spawnSync(process.execPath, [join(import.meta.dirname, '../scripts/build.ts')], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) {
  console.error('bench: the page cannot be built, so nothing is measured; `npm run build` says why.');
  process.exit(2);
}

for (const name of wanted) {
  try {
    const bench = (await import(`./${name}.bench.ts`)) as Bench;
    console.log(JSON.stringify({ bench: name, smoke: values.smoke, node: process.version, ...(await bench.run({ smoke: values.smoke })) }));
  } catch (error) {
    console.error(`bench ${name} failed:`, error);
    process.exitCode = 1;
  }
}
