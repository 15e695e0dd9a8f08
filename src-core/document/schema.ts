import { Schema } from 'prosemirror-model';
import type { AttributeSpec, MarkSpec, NodeSpec } from 'prosemirror-model';

/**
 * The schema of an official document, as plain specs without looks: the editor adds `parseHTML` and `renderHTML`,
 * import, export and tests use it as it is. Why one textblock for everything: docs/decisions/001-one-paragraph-node.md.
 */

/** A value that may be anything JSON: what an older or newer program wrote and this one keeps. */
const extra: AttributeSpec = { default: null };
/** Tracked change of the paragraph mark, its attributes, a row (revisions.ts). */
const tc: AttributeSpec = { default: null };

/** Attributes every paragraph has, whatever its role, so that a change of role never drops one. */
export const paragraphAttributes = {
  role: { default: 'body' },
  /** 1–5 for a heading or an article, else 0. */
  level: { default: 0 },
  /** A heading whose lead sentence is followed by body text in the same paragraph (段首接排). */
  runIn: { default: false },
  /** The number this heading starts with, where a document is a piece of a longer one; null = computed. */
  startAt: { default: null },
  /** null = as the style of the role says. */
  align: { default: null },
  /** On a paragraph that begins a part (annex, embedded): its 编号方式 (numbering.ts); null = as the document's. */
  numbering: { default: null },
  /** On an annex: this part is set on landscape pages. */
  landscape: { default: false },
  /** The template element that built this paragraph (or table), so that a changed field can find it again. */
  slot: { default: null },
  /** A short id, given when something first points to this paragraph; of one document at most one paragraph has it. */
  anchor: { default: null },
  /** On an 附件说明: the anchor of the annex it names; null = that annex is not in this file. */
  annex: { default: null },
  commentIds: { default: null },
  tc,
  extra,
} as const satisfies Record<string, AttributeSpec>;

const cellAttributes = {
  colspan: { default: 1 },
  rowspan: { default: 1 },
  /** Widths of the columns spanned, in twips; null = share what is left. */
  colwidth: { default: null },
  align: { default: null },
  tc,
  extra,
} as const satisfies Record<string, AttributeSpec>;

export const nodeSpecs = {
  doc: {
    content: 'block+',
    attrs: {
      /** Template id, or null for a document that follows none. */
      template: { default: null },
      /** Values of the template's fields: { id: string | string[] }. */
      fields: { default: {} },
      /** 编号方式 (numbering.ts): template.ts, NUMBERING_SCHEMES. */
      numbering: { default: 'standard' },
      /** Comments that came with a file (revisions.ts, DocumentComment[]); `comment` marks and `commentIds` point to them. */
      comments: { default: null },
      extra,
    },
  },
  para: { content: 'inline*', group: 'block', marks: '_', attrs: paragraphAttributes },
  table: { content: 'tableRow+', group: 'block', tableRole: 'table', isolating: true, attrs: {
    slot: { default: null },
    /** 续表 stands above the table on every further page it goes on to. */
    continued: { default: false },
    tc,
    extra,
  } },
  tableRow: { content: 'tableCell*', tableRole: 'row', attrs: { header: { default: false }, tc, extra } },
  tableCell: { content: 'para+', tableRole: 'cell', isolating: true, attrs: cellAttributes },
  text: { group: 'inline' },
  lineBreak: { group: 'inline', inline: true, selectable: false, leafText: () => '\n' },
  /** 一是／第一，／（一）／① inside a sentence; its label is computed (numbering.ts). */
  marker: {
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    attrs: { style: { default: 'shi' }, restart: { default: false }, extra },
  },
  /** 附件2, 第三部分, 前款: points to the paragraph with the anchor `target`; its words are computed (references.ts). */
  reference: {
    group: 'inline',
    inline: true,
    atom: true,
    selectable: false,
    attrs: {
      target: { default: '' },
      form: { default: 'full' },
      /** What it said when its target went; null while it never did. */
      was: { default: null },
      extra,
    },
  },
  /** 图片, as a character of its line. Its bytes are not here: they are kept once, under their SHA-256 (`source`, hex). */
  image: {
    group: 'inline',
    inline: true,
    atom: true,
    draggable: false,
    leafText: () => '',
    attrs: {
      source: { default: '' },
      /** IMAGE_TYPES of image.ts. */
      type: { default: 'image/png' },
      /** As shown, in twips. */
      width: { default: 0 },
      height: { default: 0 },
      /** 说明: what somebody is told who cannot see it. */
      alt: { default: '' },
      extra,
    },
  },
  /** 脚注: its words, '\n' between their paragraphs. Its number is computed, on paper page by page (footnotes.ts). */
  footnote: { group: 'inline', inline: true, atom: true, selectable: false, attrs: { text: { default: '' }, extra } },
} as const satisfies Record<string, NodeSpec>;

export const markSpecs = {
  ins: { attrs: { rev: {} }, inclusive: false },
  del: { attrs: { rev: {} }, inclusive: false },
  fmt: { attrs: { layers: {} }, inclusive: false },
  comment: { attrs: { id: {} }, inclusive: false, excludes: '' },
  bold: {},
  underline: {},
  superscript: { excludes: 'superscript subscript' },
  subscript: { excludes: 'superscript subscript' },
  /** A mark or inline node this version does not know, kept as its JSON. */
  foreign: { attrs: { json: {} }, inclusive: false, excludes: '' },
} as const satisfies Record<string, MarkSpec>;

export type NodeName = keyof typeof nodeSpecs;
export type MarkName = keyof typeof markSpecs;

export const schema = new Schema<NodeName, MarkName>({ nodes: nodeSpecs, marks: markSpecs });
