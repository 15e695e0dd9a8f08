/**
 * What a changed rule changes on the pages: the examples of all templates as they were accepted (test/golden/layout) and as they come out
 * now, page beside page, in one HTML file that needs nothing else.
 *
 *   node scripts/layout-diff.ts [--since COMMIT]
 *
 * `--since` takes the accepted pages of a commit instead of those of the working tree: what has changed since then. Writes
 * .cache/layout-diff.html; what stands elsewhere or says something else is red before and green after.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { resolveStyles } from '#core/template/styles.ts';
import type { ResolvedStyles, StyleKey } from '#core/template/styles.ts';
import { layOut } from '../test/support/layout.ts';
import { readableLayout } from '../test/support/readable-layout.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../test/support/samples.ts';
import { cacheFolder, projectRoot } from './project-root.ts';

const { values } = parseArgs({ options: { since: { type: 'string' } } });
const FOLDER = 'test/golden/layout';

/** A page as text, taken apart. */
interface Sheet {
  readonly head: string;
  readonly rows: readonly string[];
}

function acceptedText(id: string): string {
  const file = `${FOLDER}/${id}.txt`;
  if (values.since === undefined) return existsSync(join(projectRoot, file)) ? readFileSync(join(projectRoot, file), 'utf8') : '';
  try {
    return execFileSync('git', ['show', `${values.since}:${file}`], { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

function sheetsOf(text: string): { fit: string; sheets: Sheet[] } {
  const [fit = '', ...pages] = text.trimEnd().split('\n\n');
  return { fit, sheets: pages.map((page) => ({ head: page.split('\n')[0]!, rows: page.split('\n').slice(1) })) };
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[each]!);

/** One page as a picture; rows that the other page has not are marked. */
function draw(sheet: Sheet | undefined, other: Sheet | undefined, styles: ResolvedStyles, side: 'before' | 'after'): string {
  if (!sheet) return '<div class="none">没有这一面</div>';
  const [, width = '595.3', height = '841.9'] = /([\d.]+)×([\d.]+)/.exec(sheet.head) ?? [];
  const known = new Set(other?.rows);
  const shapes = sheet.rows.map((row) => {
    const mark = known.has(row) ? '' : ` class="${side}"`;
    const [kind, ...numbers] = row.startsWith('rule') || row.startsWith('cell') || row.startsWith('seal') ? [row.slice(0, 4), ...(row.match(/-?\d+\.\d\d/g) ?? []).map(Number)] : ['line'];
    const [a = 0, b = 0, c = 0, d] = numbers as number[];
    if (kind === 'rule') return `<rect${mark} x="${a}" y="${b}" width="${c}" height="${d}" fill="currentColor"/>`;
    if (kind === 'cell') return `<rect${mark} x="${a}" y="${b}" width="${c}" height="${d}" fill="none" stroke="currentColor" stroke-width=".5"/>`;
    if (kind === 'seal') return d === undefined ? `<circle${mark} cx="${a}" cy="${b}" r="${c}" fill="none" stroke="currentColor" stroke-dasharray="3 3"/>` : `<rect${mark} x="${a - c}" y="${b - d / 2}" width="${2 * c}" height="${d}" fill="none" stroke="currentColor" stroke-dasharray="3 3"/>`;
    // As test/support/readable-layout.ts writes it: two places, the element in fourteen columns, the words.
    const [, x, y, role = '', words = ''] = /^ *(-?\d+\.\d\d) *(-?\d+\.\d\d) (.{14})(.*)$/.exec(row) ?? [];
    const size = (styles.paragraph[role.trim() as StyleKey]?.size ?? 32) / 2;
    return `<text${mark} x="${x}" y="${y}" font-size="${role.trim() === 'issuerMark' ? Math.min(size, 28) : size}" xml:space="preserve">${escape(words)}</text>`;
  });
  return `<svg viewBox="0 0 ${width} ${height}">${shapes.join('')}</svg>`;
}

const changed: string[] = [];
let pages = 0;
for (const id of TEMPLATE_IDS) {
  const template = templateOf(id);
  const [before, after] = [sheetsOf(acceptedText(id)), sheetsOf(readableLayout(layOut(sampleOf(id), template)))];
  const styles = resolveStyles(template);
  const most = Math.max(before.sheets.length, after.sheets.length);
  const rows = Array.from({ length: most }, (_, index) => [before.sheets[index], after.sheets[index]] as const)
    .map(([was, is], index) => ({ was, is, index })).filter(({ was, is }) => was?.head !== is?.head || was?.rows.join('\n') !== is?.rows.join('\n'));
  if (rows.length === 0 && before.fit === after.fit) continue;
  pages += rows.length;
  changed.push(`<section><h2>${escape(template.name)}（${id}）：${before.sheets.length} 面 → ${after.sheets.length} 面，${rows.length} 面有变${before.fit === after.fit ? '' : `；${escape(before.fit)} → ${escape(after.fit)}`}</h2>${rows.map(({ was, is, index }) => `<h3>第 ${index + 1} 面</h3><div class="pair">${draw(was, is, styles, 'before')}${draw(is, was, styles, 'after')}</div>`).join('')}</section>`);
}

const html = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>版面有何变化</title><style>
body{font:14px/1.6 sans-serif;margin:24px;background:#eee;color:#222}h1{font-size:18px}h2{font-size:15px;margin:24px 0 0}h3{font-size:13px;font-weight:400;margin:8px 0}
.pair{display:flex;gap:16px;align-items:flex-start}.pair>*{flex:0 1 595px;min-width:0;background:#fff;box-shadow:0 1px 4px #0003}.none{padding:40px;color:#777}
svg{color:#444;font-family:FangSong,"Noto Serif SC",serif}text{fill:#333}.before{fill:#c00;color:#c00}.after{fill:#075;color:#075}rect.before,rect.after,circle{fill-opacity:.9}
</style><h1>版面有何变化：${values.since === undefined ? '存下的' : escape(values.since)}（左）和现在的（右）</h1><p>${changed.length === 0 ? '各范例的每一面都和存下的一样。' : `${changed.length} 个范例、${pages} 面有变；红的是原来的，绿的是现在的。`}</p>${changed.join('\n')}</html>\n`;
const target = join(cacheFolder, 'layout-diff.html');
mkdirSync(cacheFolder, { recursive: true });
writeFileSync(target, html);
console.log(`${changed.length} examples, ${pages} pages differ: .cache/layout-diff.html`);
