import type { NodeType } from 'prosemirror-model';
import type { Transform } from 'prosemirror-transform';
import { changeNumbering } from '../document/change-numbering.ts';
import { levelsOf, partAt } from '../document/parts.ts';
import type { NumberingMode } from '../document/parts.ts';
import type { Role } from '../document/roles.ts';

/** A paragraph that becomes an element of another kind, its first `cut` positions (a typed label) taken off. */
export interface Recast {
  readonly pos: number;
  readonly role: Role;
  readonly level: number;
  readonly runIn: boolean;
  readonly cut: number;
}

/**
 * A change that settles a finding, as plain data. `before` is what stood there when the finding was made: a fix is for that
 * document only, and `applyFix` refuses where the text has changed since.
 */
export type Fix =
  /** Text between two positions of one paragraph → other text; the same position twice inserts. */
  | { readonly kind: 'replaceText'; readonly from: number; readonly to: number; readonly text: string; readonly before: string }
  /** Paragraphs become elements of another kind, typed labels giving way to computed ones. `before`: their texts, a line each. */
  | { readonly kind: 'setRole'; readonly paragraphs: readonly Recast[]; readonly before: string }
  /** A heading counts on from the one before it instead of starting at a number of its own. */
  | { readonly kind: 'continueNumber'; readonly pos: number; readonly before: string }
  /** Single characters of one paragraph → another character: the marks between the items of a series. */
  | { readonly kind: 'punctuate'; readonly pos: number; readonly at: readonly number[]; readonly text: string; readonly before: string }
  /** A part of the document (where it begins) counts in one mode. `before`: how its paragraphs were numbered. */
  | { readonly kind: 'setNumbering'; readonly from: number; readonly mode: NumberingMode; readonly before: string }
  /** New paragraphs of one role, each with its text, come at a place; an annex gets an empty line to write in. `before`: the text of the paragraph at `pos`. */
  | { readonly kind: 'addParagraphs'; readonly at: number; readonly role: Role; readonly texts: readonly string[]; readonly pos: number; readonly before: string }
  /** A whole paragraph goes. */
  | { readonly kind: 'remove'; readonly from: number; readonly to: number; readonly before: string };

/** Adds the steps of a fix to `tr`. False, and no step, when the document is not the one the fix was made for. */
export function applyFix(tr: Transform, fix: Fix): boolean {
  switch (fix.kind) {
    case 'replaceText':
      return replaceText(tr, fix.from, fix.to, fix.text, fix.before);
    case 'setRole':
      return setRole(tr, fix.paragraphs, fix.before);
    case 'continueNumber':
      if (paragraphText(tr, fix.pos) !== fix.before) return false;
      tr.setNodeAttribute(fix.pos, 'startAt', null);
      return true;
    case 'punctuate':
      if (paragraphText(tr, fix.pos) !== fix.before) return false;
      for (const at of fix.at) tr.replaceWith(at, at + 1, tr.doc.type.schema.text(fix.text, tr.doc.resolve(at).nodeAfter!.marks));
      return true;
    case 'setNumbering': {
      const part = partAt(tr.doc, Math.min(fix.from, tr.doc.content.size));
      if (part.from !== fix.from || levelsOf(tr.doc, part) !== fix.before) return false;
      changeNumbering(tr, part, fix.mode);
      return true;
    }
    case 'addParagraphs':
      return addParagraphs(tr, fix.at, fix.role, fix.texts, fix.pos, fix.before);
    case 'remove':
      if (paragraphText(tr, fix.from) !== fix.before || tr.doc.childCount === 1) return false;
      tr.delete(fix.from, fix.to);
      return true;
  }
}

/**
 * Adds the steps of several fixes made for one document, and says how many. Those that another one has overtaken are left out: the
 * next check finds them again if they still stand.
 */
export function applyFixes(tr: Transform, fixes: readonly Fix[]): number {
  // From the end to the beginning, so that none moves those still to come; of several at one place the last first.
  return [...fixes].reverse().sort((a, b) => lastPlace(b) - lastPlace(a)).filter((fix) => applyFix(tr, fix)).length;
}

function lastPlace(fix: Fix): number {
  switch (fix.kind) {
    case 'replaceText':
    case 'remove':
      return fix.to;
    case 'setRole':
      return Math.max(...fix.paragraphs.map(({ pos }) => pos));
    case 'setNumbering':
      return fix.from;
    case 'addParagraphs':
      return Math.max(fix.at, fix.pos);
    case 'continueNumber':
    case 'punctuate':
      return fix.pos;
  }
}

function replaceText(tr: Transform, from: number, to: number, text: string, before: string): boolean {
  const { doc } = tr;
  if (from > to || to > doc.content.size) return false;
  const $from = doc.resolve(from);
  if (!$from.parent.isTextblock || to > $from.end() || doc.textBetween(from, to, '', '\u{FFFC}') !== before) return false;
  if (text === '') tr.delete(from, to);
  // The new characters look as those they replace, or as those before them.
  else tr.replaceWith(from, to, doc.type.schema.text(text, from < to ? ($from.nodeAfter?.marks ?? []) : $from.marks()));
  return true;
}

function addParagraphs(tr: Transform, at: number, role: Role, texts: readonly string[], pos: number, before: string): boolean {
  if (paragraphText(tr, pos) !== before || at > tr.doc.content.size || tr.doc.resolve(at).depth > 0) return false;
  const { para } = tr.doc.type.schema.nodes as { para: NodeType };
  const made = texts.map((text) => para.create({ role }, para.schema.text(text)));
  tr.insert(at, role === 'annex' ? made.flatMap((annex) => [annex, para.create()]) : made);
  return true;
}

function setRole(tr: Transform, paragraphs: readonly Recast[], before: string): boolean {
  if (paragraphs.map(({ pos }) => paragraphText(tr, pos)).join('\n') !== before) return false;
  // Backwards, so that what is taken off one paragraph does not move those still to come.
  for (const { pos, role, level, runIn, cut } of [...paragraphs].sort((a, b) => b.pos - a.pos)) {
    const { attrs, marks } = tr.doc.nodeAt(pos)!;
    tr.setNodeMarkup(pos, undefined, { ...attrs, role, level, runIn, startAt: null }, marks);
    if (cut > 0) tr.delete(pos + 1, pos + 1 + cut);
  }
  return true;
}

/** Undefined where no paragraph stands. */
function paragraphText(tr: Transform, pos: number): string | undefined {
  const node = pos >= 0 && pos < tr.doc.content.size ? tr.doc.nodeAt(pos) : null;
  return node?.isTextblock ? node.textBetween(0, node.content.size, '', '\u{FFFC}') : undefined;
}
