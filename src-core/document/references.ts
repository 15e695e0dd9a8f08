import type { Node } from 'prosemirror-model';
import { isNumberingScheme, runOnLevels } from '../template/template.ts';
import { chineseNumeral } from '../units/chinese-number.ts';
import { beginsPart, ROLES } from './roles.ts';
import type { Role } from './roles.ts';

/**
 * How a reference is written. `full`: 附件2, 第三部分第（二）项, 第二条第三款; `short`: without what the place itself says (第（二）项 in
 * the same 部分); `bare`: the number alone, （二）; `relative`: 前条, 本款, 本附件 as long as that is true, else as `full`;
 * `clause` and `relativeClause`: the first 款 of a 条, which has no paragraph of its own.
 */
export const REFERENCE_FORMS = ['full', 'short', 'bare', 'relative', 'clause', 'relativeClause'] as const;
export type ReferenceForm = (typeof REFERENCE_FORMS)[number];

export const isReferenceForm = (value: unknown): value is ReferenceForm => (REFERENCE_FORMS as readonly unknown[]).includes(value);

/** The computed number of a paragraph (numbering.ts). */
interface Label {
  readonly text: string;
  readonly number: number;
}

/** The words of one reference. */
export interface ReferenceWords {
  /** Position before the reference node. */
  readonly pos: number;
  readonly text: string;
  /** Nothing (any more) stands where it points: `text` is what it last said. */
  readonly isBroken: boolean;
}

/** Something a reference can point to. */
export interface Target {
  readonly pos: number;
  readonly node: Node;
  readonly spot: Spot;
  /** From the whole to the part: 第二条, 第二款. */
  readonly pieces: readonly Piece[];
}

interface Piece {
  readonly text: string;
  /** The number without 第…项: （二）; '' where it has none of its own. */
  readonly bare: string;
  /** 条, 款, 项 …: what 前… and 本… are said of; '' where neither is. */
  readonly unit: string;
  readonly number: number;
  /** Its number runs on through what stands above, so that it is named without it: 条, （一） in 通排. */
  readonly isAlone: boolean;
}

/** Where in the counting a paragraph stands. */
export interface Spot {
  /** Which part: 0 the document itself, then each annex and embedded document. */
  readonly part: number;
  /** 附件2 inside that annex; '' elsewhere. */
  readonly partLabel: string;
  readonly pieces: readonly Piece[];
}

/** What a walk over a document has come by so far. */
interface Walk {
  part: number;
  partLabel: string;
  runsOn: readonly number[];
  headings: (number | undefined)[];
  articles: (number | undefined)[];
  /** The 款 of the 条 at hand: its own paragraph is the first; 0 outside a 条. */
  clause: number;
}

/** Every paragraph a person can point to, in order. */
export function targetsOf(doc: Node, labels: ReadonlyMap<number, Label>): Target[] {
  const targets: Target[] = [];
  walkBlocks(doc, labels, (node, pos, spot) => {
    const pieces = node.type.name === 'para' ? ownPieces(node, spot, labels.get(pos)) : [];
    if (pieces.length > 0) targets.push({ pos, node, spot, pieces });
  });
  return targets;
}

/** The words of every reference of a document, by position; `labels` are those of its paragraphs. */
export function referenceWords(doc: Node, labels: ReadonlyMap<number, Label>): Map<number, ReferenceWords> {
  const words = new Map<number, ReferenceWords>();
  for (const { node, pos, spot, target } of placedReferences(doc, labels)) {
    const was = typeof node.attrs.was === 'string' ? node.attrs.was : '';
    words.set(pos, target ? { pos, text: wordsFor(target, node.attrs.form as ReferenceForm, spot), isBroken: false } : { pos, text: was || LOST, isBroken: true });
  }
  return words;
}

/** What every reference of a document would say in each form, by position; null where nothing stands where it points. */
export function wordsInForms(doc: Node, labels: ReadonlyMap<number, Label>): Map<number, ((form: ReferenceForm) => string) | null> {
  return new Map(placedReferences(doc, labels).map(({ pos, spot, target }) => [pos, target ? (form: ReferenceForm) => wordsFor(target, form, spot) : null]));
}

interface PlacedReference {
  readonly node: Node;
  readonly pos: number;
  readonly spot: Spot;
  readonly target: Target | undefined;
}

function placedReferences(doc: Node, labels: ReadonlyMap<number, Label>): PlacedReference[] {
  const found: { node: Node; pos: number; spot: Spot }[] = [];
  const targets = new Map<string, Target>();
  walkBlocks(doc, labels, (block, blockPos, spot) => {
    const anchor = block.attrs.anchor as string | null | undefined;
    if (typeof anchor === 'string' && !targets.has(anchor)) {
      const pieces = ownPieces(block, spot, labels.get(blockPos));
      if (pieces.length > 0) targets.set(anchor, { pos: blockPos, node: block, spot, pieces });
    }
    eachReference(block, (node, offset) => found.push({ node, pos: blockPos + 1 + offset, spot }));
  });
  return found.map((each) => ({ ...each, target: targets.get(each.node.attrs.target as string) }));
}

/** What a reference says that never knew its target. */
export const LOST = '［引用］';

/** The reference nodes in a block, with their offsets in its content. */
export function eachReference(block: Node, visit: (node: Node, offset: number) => void): void {
  if (block.isTextblock) {
    block.forEach((child, offset) => {
      if (child.type.name === 'reference') visit(child, offset);
    });
  } else {
    block.descendants((node, offset) => {
      if (node.type.name === 'reference') visit(node, offset);
      return true;
    });
  }
}

/** Where a block stands: what a reference in it is written against. */
export function spotAt(doc: Node, labels: ReadonlyMap<number, Label>, pos: number): Spot {
  let found: Spot = { part: 0, partLabel: '', pieces: [] };
  walkBlocks(doc, labels, (node, start, spot) => {
    if (start <= pos && pos < start + node.nodeSize) found = spot;
  });
  return found;
}

/** 附件2, 第三部分第（二）项, 前款: the words for a target in one form, read at `from`. */
export function wordsFor(target: Target, form: ReferenceForm, from: Spot): string {
  const isHere = target.spot.part === from.part;
  const whole = form === 'clause' || form === 'relativeClause' ? [...target.pieces, FIRST_CLAUSE] : target.pieces;
  const pieces = fromAlone(whole);
  const last = pieces.at(-1)!;
  const full = (isHere ? '' : prefixOf(target)) + pieces.map(({ text }) => text).join('');
  if (form === 'bare') return last.bare || full;
  if (!isHere) return full;
  if (form === 'short') {
    const ours = fromAlone(from.pieces);
    let shared = 0;
    while (shared < pieces.length - 1 && isSame(pieces[shared], ours[shared])) shared++;
    return pieces.slice(shared).map(({ text }) => text).join('');
  }
  if (form === 'relative' || form === 'relativeClause') return relativeWords(target, whole, from) ?? full;
  return full;
}

const fromAlone = (pieces: readonly Piece[]): readonly Piece[] => pieces.slice(Math.max(0, pieces.findLastIndex(({ isAlone }) => isAlone)));

/** An annex says of itself what it is; what lies in one is said to lie there. */
const prefixOf = ({ node, spot }: Target): string => (node.attrs.role === 'annex' || node.attrs.role === 'attachmentNote' ? '' : spot.partLabel);

const isSame = (a: Piece | undefined, b: Piece | undefined): boolean => a !== undefined && b !== undefined && a.unit === b.unit && a.text === b.text;

const FIRST_CLAUSE: Piece = { text: '第一款', bare: '', unit: '款', number: 1, isAlone: false };

/** 本条, 前款; undefined where the target is neither. */
function relativeWords(target: Target, pieces: readonly Piece[], from: Spot): string | undefined {
  const { unit, number } = pieces.at(-1)!;
  if (unit === '附件') return target.spot.part > 0 && target.node.attrs.role === 'annex' ? '本附件' : undefined;
  if (unit === '') return undefined;
  const at = from.pieces.find((piece) => piece.unit === unit);
  // 条 run on through 章 and 节; everything else is counted within what stands above it.
  const above = (list: readonly Piece[]): readonly Piece[] => (unit === '条' ? [] : list.slice(0, list.findIndex((piece) => piece.unit === unit)));
  const [theirs, ours] = [above(pieces), above(from.pieces)];
  if (!at || theirs.length !== ours.length || !theirs.every((piece, index) => isSame(piece, ours[index]))) return undefined;
  if (at.number === number) return `本${unit}`;
  return at.number === number + 1 && unit !== '部分' ? `前${unit}` : undefined;
}

function walkBlocks(doc: Node, labels: ReadonlyMap<number, Label>, visit: (block: Node, pos: number, spot: Spot) => void): void {
  const runsOn = (value: unknown): readonly number[] => {
    const scheme = isNumberingScheme(value) ? value : doc.attrs.numbering as unknown;
    return isNumberingScheme(scheme) ? runOnLevels(scheme) : [];
  };
  const walk: Walk = { part: 0, partLabel: '', runsOn: runsOn(null), headings: [], articles: [], clause: 0 };
  let spot: Spot = { part: 0, partLabel: '', pieces: [] };
  doc.forEach((block, pos) => {
    if (block.type.name === 'para' && step(walk, block, labels.get(pos), runsOn)) spot = { part: walk.part, partLabel: walk.partLabel, pieces: piecesOf(walk) };
    visit(block, pos, spot);
  });
}

/** True where the paragraph changes what those after it stand under. */
function step(walk: Walk, para: Node, label: Label | undefined, runsOn: (value: unknown) => readonly number[]): boolean {
  const { role, level } = para.attrs as { role: Role; level: number };
  if (beginsPart(role) || (ROLES[role].part === 'imprint' && walk.part >= 0)) {
    walk.part = beginsPart(role) ? Math.max(0, walk.part) + 1 : -1;
    walk.partLabel = role === 'annex' ? (label?.text ?? '') : '';
    walk.runsOn = runsOn(para.attrs.numbering);
    walk.headings = [];
    walk.articles = [];
    walk.clause = 0;
  } else if (role === 'heading' && label) {
    walk.headings.length = level;
    walk.headings[level] = label.number;
    walk.articles = [];
    walk.clause = 0;
  } else if (role === 'article' && label) {
    walk.articles.length = level;
    walk.articles[level] = label.number;
    if (level <= 3) walk.clause = level === 3 ? 1 : 0;
  } else if (role === 'body' && walk.clause > 0 && para.content.size > 0) {
    walk.clause++;
    walk.articles.length = 4;
  } else return false;
  return true;
}

function piecesOf({ headings, articles, clause, runsOn }: Walk): Piece[] {
  const pieces: Piece[] = [];
  headings.forEach((number, level) => {
    if (number === undefined) return;
    pieces.push(headingPiece(level, number, runsOn.includes(level)));
  });
  articles.forEach((number, level) => {
    if (number === undefined) return;
    pieces.push(articlePiece(level, number));
    if (level === 3 && clause > 1) pieces.push({ text: `第${chineseNumeral(clause)}款`, bare: '', unit: '款', number: clause, isAlone: false });
  });
  // The first 款 is said only where the place is read, never in 第二条第（三）项.
  return pieces;
}

function headingPiece(level: number, number: number, isAlone: boolean): Piece {
  const chinese = chineseNumeral(number);
  if (level === 1) return { text: `第${chinese}部分`, bare: '', unit: '部分', number, isAlone: false };
  if (level === 2) return { text: `第（${chinese}）${isAlone ? '条' : '项'}`, bare: `（${chinese}）`, unit: '', number, isAlone };
  if (level === 4) return { text: `第（${number}）点`, bare: `（${number}）`, unit: '', number, isAlone: false };
  return { text: level === 3 ? `第${number}点` : `第${number}小点`, bare: '', unit: '', number, isAlone };
}

function articlePiece(level: number, number: number): Piece {
  const chinese = chineseNumeral(number);
  if (level === 4) return { text: `第（${chinese}）项`, bare: `（${chinese}）`, unit: '项', number, isAlone: false };
  if (level === 5) return { text: `第${number}目`, bare: '', unit: '目', number, isAlone: false };
  const unit = ['', '章', '节', '条'][level] ?? '';
  return { text: `第${chinese}${unit}`, bare: '', unit, number, isAlone: level === 3 };
}

/** The pieces of a paragraph itself; none for one that has no number to be called by. */
function ownPieces(node: Node, spot: Spot, label: Label | undefined): readonly Piece[] {
  const role = node.attrs.role as Role;
  if (role === 'annex' || role === 'attachmentNote') return label ? [{ text: /\d/.test(label.text) ? `附件${label.number}` : '附件', bare: '', unit: '附件', number: label.number, isAlone: false }] : [];
  if ((role === 'heading' || role === 'article') && label) return spot.pieces;
  // A 款: body text under a 条.
  return role === 'body' && spot.pieces.at(-1)?.unit === '款' && node.content.size > 0 ? spot.pieces : [];
}
