import { hasLevels, isRole, ROLE_NAMES, ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import type { SourceBlock, SourceLine } from '#core/intake/source.ts';
import { PARAGRAPH_STYLE_NAMES, PLACE_STYLE, RUN_IN_STYLE_NAMES, RUN_STYLES, STYLE_KEY_BY_NAME } from '../styles/style-names.ts';
import type { Piece } from './inline.ts';
import { lineOf } from './line.ts';

/** What a paragraph style of ours says. */
export interface OwnStyle {
  readonly role: Role;
  readonly level: number;
  readonly runIn: boolean;
}

/** Undefined for a style that is not ours; 'none' for paragraphs of ours that are no text of the document. */
export function ownStyle(name: string): OwnStyle | 'none' | undefined {
  if (name === PLACE_STYLE.name || name === PARAGRAPH_STYLE_NAMES.annexMark.name) return 'none';
  const runIn = RUN_IN_STYLE_NAMES.findIndex((style) => style.name === name);
  if (runIn >= 0) return { role: 'heading', level: runIn + 1, runIn: true };
  const key = STYLE_KEY_BY_NAME.get(name);
  const leveled = /^(heading|article)(\d)$/.exec(key ?? '');
  if (leveled) return { role: leveled[1] as 'heading' | 'article', level: Number(leveled[2]), runIn: false };
  return isRole(key) ? { role: key, level: 0, runIn: false } : undefined;
}

/**
 * Lines of a paragraph in a style of ours. Labels we computed are left out, for they will be computed again; only headings and articles keep
 * their own, because the intake reads from it where a document does not begin with 一、.
 */
export function ownLines(style: OwnStyle, read: readonly Piece[]): SourceLine[] {
  const isLeveled = hasLevels(style.role);
  const all = isLeveled ? read : read.map(withAnchorsOnly);
  const hint = { role: style.role, whole: true, ...(isLeveled ? { level: style.level } : {}), ...(style.runIn ? { runIn: true } : {}) };
  const beside = splitBeside(style.role, all);
  if (beside) return beside.map(({ role, pieces }) => lineOf(pieces.filter(isText), { ...hint, role }));
  const pieces = all.filter((piece) => isText(piece) || (isLeveled && isLabel(piece)));
  const markers = style.role === 'body' || isLeveled ? markersIn(pieces) : [];
  return [lineOf(pieces, markers.length > 0 ? { ...hint, markers } : hint)];
}

/** Where the inline numbers stand in the text of these pieces. */
function markersIn(pieces: readonly Piece[]): (readonly [number, number])[] {
  let at = 0;
  return pieces.flatMap(({ text, style, struck }) => {
    if (struck) return [];
    at += text.length;
    return style === RUN_STYLES.marker.name ? [[at - text.length, at] as const] : [];
  });
}

/** Of a label that goes, what it tells of its paragraph: the bookmark that begins with it, the annex its link leads to. */
const withAnchorsOnly = (piece: Piece): Piece => {
  const { anchor, link } = piece;
  return isLabel(piece) && (anchor || link) ? { text: '', style: '', marks: [], ...(anchor ? { anchor } : {}), ...(link ? { annex: link.target } : {}) } : piece;
};

const isLabel = (piece: Piece): boolean => piece.style === RUN_STYLES.label.name;
const isText = (piece: Piece): boolean => !isLabel(piece) && piece.style !== RUN_STYLES.titleBreak.name;

/** Elements we set on one line: 份号 … 发文字号 in a letter, 发文字号 … 签发人 in a report, the 署名 of several offices. */
function splitBeside(role: Role, pieces: readonly Piece[]): { role: Role; pieces: Piece[] }[] | undefined {
  if (role === 'signature' && pieces[0]?.text === '\t') return splitAtTabs(pieces).map((each) => ({ role, pieces: each }));
  const right = pieces.filter((piece) => piece.style === RUN_STYLES.numberBeside.name || piece.style === RUN_STYLES.signatoryName.name);
  if (right.length === 0) return undefined;
  const first = pieces.indexOf(right[0]!);
  const rightRole: Role = right[0]!.style === RUN_STYLES.numberBeside.name ? 'documentNumber' : 'signatory';
  // What stands between is the tab and, for 签发人, the label.
  const left = pieces.slice(0, first).filter((piece) => !isLabel(piece));
  if (left.at(-1)?.text === '\t') left.pop();
  const names = splitAtTabs(pieces.slice(first)).map((each) => ({ role: rightRole, pieces: each }));
  return role === rightRole ? names : [{ role, pieces: left }, ...names];
}

/** Several names we set on one line: 签发人, or the 署名 of a joint document. */
function splitAtTabs(pieces: readonly Piece[]): Piece[][] {
  const parts: Piece[][] = [[]];
  for (const piece of pieces) {
    if (piece.text === '\t') parts.push([]);
    else if (!isLabel(piece)) parts.at(-1)!.push(piece);
  }
  return parts.filter((part) => part.length > 0);
}

/** The 版头 in the order of the standard: on paper some of its elements share a line or stand in boxes. */
export function sortMasthead(blocks: readonly SourceBlock[]): SourceBlock[] {
  const isMasthead = (block: SourceBlock): block is SourceLine & { role: Role } => block.kind === 'line' && block.role !== undefined && ROLES[block.role].part === 'masthead';
  const end = blocks.findIndex((block) => !isMasthead(block));
  const masthead = (end < 0 ? blocks : blocks.slice(0, end)).filter(isMasthead);
  return [...masthead.toSorted((a, b) => ROLE_NAMES.indexOf(a.role) - ROLE_NAMES.indexOf(b.role)), ...blocks.slice(masthead.length)];
}
