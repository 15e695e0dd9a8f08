import type { Placed } from '../document/divide.ts';
import type { Node } from 'prosemirror-model';
import type { Role } from '../document/roles.ts';
import { isImageParagraph } from '../document/image.ts';
import { paragraphStyleOf, styleKey } from '../template/styles.ts';
import type { ParagraphStyle, StyleKey } from '../template/styles.ts';
import { SIZES } from '../units/length.ts';
import type { Twips } from '../units/length.ts';
import type { Composing, ParagraphItem } from './items.ts';
import { tallestImage } from './fit-image.ts';
import { layParagraph } from './lay-paragraph.ts';
import type { ParagraphForm } from './lay-paragraph.ts';
import { fromTwips } from './unit.ts';
import type { Millipoints } from './unit.ts';

/** What the place of a paragraph changes about its style; lengths in twips as styles have them. */
export interface Local {
  readonly style?: ParagraphStyle;
  readonly label?: string;
  readonly labelFace?: 'hei' | 'fang' | null;
  readonly isWhole?: boolean;
  readonly before?: Twips;
  readonly after?: Twips;
  readonly line?: Twips;
  readonly left?: Twips;
  readonly right?: Twips;
  readonly firstLine?: Twips;
  readonly align?: ParagraphStyle['align'];
  readonly spread?: Twips;
  readonly isTitle?: boolean;
  readonly keepsWithNext?: boolean;
  readonly startsPage?: boolean;
  readonly isBeside?: boolean;
  readonly down?: Millipoints;
  readonly rule?: ParagraphItem['rule'];
  readonly isText?: boolean;
  readonly closes?: boolean;
  readonly seal?: ParagraphItem['seal'];
}

export const styleOf = ({ styles }: Composing, node: Node): ParagraphStyle => paragraphStyleOf(styles, node.attrs);

export const labelOf = ({ numbering }: Composing, pos: number): string => numbering.paragraphs.get(pos)?.text ?? '';

const TEXT_ROLES: ReadonlySet<Role> = new Set(['heading', 'article', 'body', 'present', 'excused', 'observing']);
const ATTENDANCE: ReadonlySet<Role> = new Set(['present', 'excused', 'observing']);

/** A paragraph of nothing but an image stands in the middle, without an indent. */
const ALONE = { align: 'center', firstLine: 0 } as const;

/** The number of a 条 is 黑体, its text 仿宋; so are 出席, 请假, 列席 (10.3). */
const isSetOff = ({ attrs }: Node): boolean => ATTENDANCE.has(attrs.role as Role) || (attrs.role === 'article' && attrs.level === 3);

/** A paragraph laid to its measure, with what its place in the document changes about it. */
export function paragraphItem(composing: Composing, { node, pos }: Placed, measure: Twips, given: Local = {}): ParagraphItem {
  const label = given.label ?? labelOf(composing, pos);
  const local = isImageParagraph(node) && label === '' ? { ...given, ...ALONE } : given;
  const style = local.style ?? styleOf(composing, node);
  const role = node.attrs.role as Role;
  const align = (node.attrs.align as ParagraphStyle['align'] | null) ?? local.align ?? style.align;
  const left = local.left ?? style.left;
  const form = formOf(composing, style, measure, { ...local, align, label, labelFace: local.labelFace ?? (isSetOff(node) ? 'hei' : null) });
  const isRunIn = role === 'heading' && node.attrs.runIn === true;
  return itemOf(style, local, {
    pos, role: styleKey(role, node.attrs.level as number), align, x: fromTwips(left),
    laid: layParagraph(composing.setting, node, pos, form, composing.numbering),
    keepsWithNext: local.keepsWithNext ?? (style.keepWithNext && !isRunIn),
    isText: local.isText ?? TEXT_ROLES.has(role),
  });
}

/** Words that are no paragraph of the document: 附件1 above an annex, a page number. */
export function wordsItem(composing: Composing, words: string, role: StyleKey, pos: number, measure: Twips, local: Local = {}): ParagraphItem {
  const style = local.style ?? composing.styles.paragraph[role];
  const form = formOf(composing, style, measure, { ...local, label: words });
  return itemOf(style, local, {
    pos, role, align: local.align ?? style.align, x: fromTwips(local.left ?? style.left),
    laid: layParagraph(composing.setting, null, pos, form, composing.numbering),
    keepsWithNext: local.keepsWithNext ?? style.keepWithNext, isText: false,
  });
}

const itemOf = (style: ParagraphStyle, local: Local, own: Pick<ParagraphItem, 'pos' | 'role' | 'align' | 'x' | 'laid' | 'keepsWithNext' | 'isText'>): ParagraphItem => ({
  kind: 'paragraph', ...own,
  before: fromTwips(local.before ?? style.before), after: fromTwips(local.after ?? style.after), pitch: fromTwips(local.line ?? style.line),
  startsPage: local.startsPage ?? false, isBeside: local.isBeside ?? false, down: local.down ?? 0,
  rule: local.rule ?? null, closes: local.closes ?? false, seal: local.seal ?? null,
});

/** A footnote holds text only. */
const NO_IMAGES = { width: 0, height: 0 } as const;
const noteForms = new WeakMap<ParagraphStyle, Map<Twips, ParagraphForm>>();

/** How footnotes are set in a text block so wide; one object for all paragraphs. */
export function noteFormOf({ styles }: Composing, width: Twips): ParagraphForm {
  const style = styles.paragraph.footnote;
  let forms = noteForms.get(style);
  if (!forms) noteForms.set(style, (forms = new Map()));
  let form = forms.get(width);
  if (!form) {
    form = {
      style, isWhole: false, label: '', labelFace: null, body: style, spread: 0, titleWidth: 0, images: NO_IMAGES, measure: fromTwips(Math.max(0, width - style.left - style.right)), firstIndent: fromTwips(style.firstLine), align: style.align, mayHang: false, notes: null,
    };
    forms.set(width, form);
  }
  return form;
}

export function formOf(composing: Composing, style: ParagraphStyle, measure: Twips, local: Local): ParagraphForm {
  const { styles } = composing;
  const width = Math.max(0, measure - (local.left ?? style.left) - (local.right ?? style.right));
  const firstLine = local.firstLine ?? style.firstLine;
  return {
    style, isWhole: local.isWhole ?? false, label: local.label ?? '', labelFace: local.labelFace ?? null, body: styles.paragraph.body, spread: local.spread ?? 0,
    titleWidth: local.isTitle ? Math.floor(width / (style.size * 10)) : 0,
    images: { width: fromTwips(Math.max(0, width - Math.max(0, firstLine))), height: tallestImage(styles, local.closes ? Infinity : measure, local.line ?? style.line) },
    measure: fromTwips(width), firstIndent: fromTwips(firstLine), align: local.align ?? style.align, mayHang: (local.align ?? style.align) !== 'center' && style.size <= SIZES.三号, notes: noteFormOf(composing, measure),
  };
}
