import type { Node } from 'prosemirror-model';
import { readOfficialDate } from '../../units/date.ts';
import { elementText } from '../elements.ts';
import { numberDocument } from '../numbering.ts';
import type { Numbering } from '../numbering.ts';
import { paragraphWords } from '../paragraph-words.ts';
import { readDeadline } from './deadline.ts';
import type { Deadline } from './deadline.ts';
import { cellPositions, cellText, readGrid } from './grid.ts';
import type { Grid, GridCell } from './grid.ts';
import { readUnits } from './units-in-charge.ts';
import type { Charge, UnitInCharge } from './units-in-charge.ts';

/** One task of a 任务分工表. */
export interface Task {
  /** Which task table of the document, from 0, and the row of its grid. */
  readonly table: number;
  readonly row: number;
  /** Position before the cell with the task's words. */
  readonly pos: number;
  /** What stands to the left of the task: 主要内容, 类别; the widest first. */
  readonly groups: readonly string[];
  readonly text: string;
  readonly units: readonly UnitInCharge[];
  /** 进度要求 as written; '' where the table or the cell says nothing. */
  readonly term: string;
  readonly deadline: Deadline | null;
}

const WHAT = /^(?:主要内容|内容|工作内容|任务内容|重点任务|重点工作|主要任务|工作任务|目标任务|具体任务|改革任务|任务|任务分解|任务名称|工作举措|具体举措|主要举措|举措|工作措施|具体措施|主要措施|整改措施|措施|事项|工作事项|任务事项|工作要求|类别|工作类别|任务类别|项目|项目名称|工作名称|存在问题|问题|整改任务)$/;
const UNITS: readonly (readonly [Charge, RegExp])[] = [
  ['lead', /^(?:牵头|主责|主办|第一责任)(?:责任)?(?:单位|部门|科室)$/],
  ['support', /^(?:配合|协办|协同|参与|参加|协助|配合责任)(?:单位|部门|科室)$/],
  ['charge', /^(?:(?:主要)?责任(?:单位|部门|主体|科室|分工)|承办(?:单位|部门)|落实(?:单位|部门)|牵头及?(?:配合|责任)(?:单位|部门)|责任(?:单位|部门)及分工)$/],
];
const TERM = /^(?:进度要求|工作进度|进度安排|进度|完成(?:时限|时间|期限)|(?:办理|整改|工作|落实)?时限(?:要求)?|时间(?:要求|节点|安排|进度)?|期限|办结时间)$/;

interface Heads {
  readonly first: number;
  readonly what: readonly number[];
  readonly units: readonly { readonly column: number; readonly charge: Charge }[];
  readonly term: number | null;
}

const headsOf = new WeakMap<Node, { grid: Grid; heads: Heads } | null>();

/** Tables are immutable, so each is looked at once. */
function readHeads(table: Node): { grid: Grid; heads: Heads } | null {
  let known = headsOf.get(table);
  if (known === undefined) headsOf.set(table, (known = findHeads(table)));
  return known;
}

/** The first rows are enough to see that most tables are none of ours. */
function findHeads(table: Node): { grid: Grid; heads: Heads } | null {
  const top = table.children.slice(0, 3).map((row) => row.textContent).join('').replace(/\s/g, '');
  if (!/责任|牵头|主办|承办|主责|落实/.test(top)) return null;
  const grid = readGrid(table);
  for (let row = 0; row < Math.min(3, grid.rows.length); row++) {
    const names = grid.slots[row]!.map((cell) => cellText(cell).replace(/\s/g, '').replace(/[（(].*[）)]$/, ''));
    const what = names.flatMap((name, column) => (WHAT.test(name) ? [column] : []));
    const units = names.flatMap((name, column) => {
      const charge = UNITS.find(([, pattern]) => pattern.test(name))?.[0];
      return charge ? [{ column, charge }] : [];
    });
    const term = names.findIndex((name) => TERM.test(name));
    // Of a head of two rows (责任单位 over 牵头 and 配合) the last that names units counts.
    const next = grid.slots[row + 1];
    const spansDown = next !== undefined && grid.rows[row + 1]!.attrs.header === true && next.some((cell, column) => cell !== grid.slots[row]![column] && UNITS.some(([, pattern]) => pattern.test(cellText(cell))));
    if (what.length > 0 && units.length > 0 && !spansDown) return { grid, heads: { first: row + 1, what, units, term: term < 0 ? null : term } };
  }
  return null;
}

const yearOf = (doc: Node): number | undefined => {
  const date = readOfficialDate(elementText(doc, 'date'));
  return date === undefined ? undefined : Number(date.slice(0, 4));
};

/** Every task of every task table of a document, in the order of the paper. */
export function readTasks(doc: Node): Task[] {
  const tasks: Task[] = [];
  let table = 0;
  let year: number | undefined;
  let known: Numbering | undefined;
  // Most tables hold no 见附件1 and no 一是 of ours, and a long document is not numbered for them.
  const wordsOf = (para: Node, pos: number): string => (para.children.every((child) => child.isText) ? para.textContent : paragraphWords(para, pos, (known ??= numberDocument(doc))));
  doc.forEach((node, pos) => {
    if (node.type.name !== 'table') return;
    const read = readHeads(node);
    if (!read) return;
    year ??= yearOf(doc);
    tasks.push(...tasksOf(pos, read.grid, read.heads, { table: table++, year, wordsOf }));
  });
  return tasks;
}

/** The words of a paragraph at its position, numbers and references included. */
type WordsOf = (para: Node, pos: number) => string;

function tasksOf(tablePos: number, grid: Grid, heads: Heads, { table, year, wordsOf }: { readonly table: number; readonly year: number | undefined; readonly wordsOf: WordsOf }): Task[] {
  const places = cellPositions(grid);
  const linesOf = (each: GridCell): string[] => {
    const lines: string[] = [];
    const inside = tablePos + 2 + (places.get(each) ?? 0);
    each.content.forEach((para, offset) => lines.push(wordsOf(para, inside + offset).trim()));
    return lines.filter((line) => line !== '');
  };
  const last = heads.what.at(-1)!;
  const tasks: Task[] = [];
  for (let row = heads.first; row < grid.rows.length; row++) {
    const line = grid.slots[row]!;
    const cell = line[last]!;
    // A heading across the table and a cell that only goes on from above are no task of their own.
    if (grid.slots[row - 1]![last] === cell || linesOf(cell).length === 0 || heads.units.every(({ column }) => line[column] === cell)) continue;
    const groups = [...new Set(heads.what.slice(0, -1).map((column) => line[column]!).filter((each) => each !== cell))].map((each) => linesOf(each).join('')).filter((text) => text !== '');
    const place = { table, row, pos: tablePos + 1 + (places.get(cell) ?? 0), groups };
    for (const { what, units, term } of pairUp(linesOf(cell), heads.units.map(({ column }) => linesOf(line[column]!)), heads.term === null ? [] : linesOf(line[heads.term]!))) {
      const named = heads.units.flatMap(({ charge }, index) => readUnits(units[index]!, charge));
      tasks.push({ ...place, text: what, units: named.filter(({ name }, index) => named.findIndex((each) => each.name === name) === index), term, deadline: readDeadline(term, year) });
    }
  }
  return tasks;
}

interface Words {
  readonly what: string;
  readonly units: readonly string[];
  readonly term: string;
}

const NUMBERED = /^(?:\d{1,2}[.．、]|（?[(]?[一二三四五六七八九十\d]{1,3}[)）、])/;

/** A cell of several numbered paragraphs beside as many paragraphs of units holds several tasks, one paragraph each. */
function pairUp(lines: readonly string[], unitLines: readonly (readonly string[])[], terms: readonly string[]): Words[] {
  const paired = lines.length > 1 && lines.every((line) => NUMBERED.test(line)) && unitLines.every((each) => each.length === lines.length) && (terms.length === lines.length || terms.length <= 1);
  if (!paired) return [{ what: lines.join('\n'), units: unitLines.map((each) => each.join('\n')), term: terms.join('\n') }];
  return lines.map((line, index) => ({ what: line, units: unitLines.map((each) => each[index]!), term: terms[index] ?? terms[0] ?? '' }));
}
