import { STYLE_KEYS } from '#core/template/styles.ts';
import type { StyleKey } from '#core/template/styles.ts';

/** A Word style: the id parts refer to, the Chinese name people see and by which we know our own files again. */
export interface StyleName {
  readonly id: string;
  readonly name: string;
  /** One of Word's own, so that a note added there looks like ours. */
  readonly isBuiltIn?: true;
}

/** Paragraph styles that stand for a style key of the core. */
export const PARAGRAPH_STYLE_NAMES: Readonly<Record<StyleKey, StyleName>> = {
  copyNumber: { id: 'NwCopyNumber', name: '份号' },
  secrecy: { id: 'NwSecrecy', name: '密级和保密期限' },
  urgency: { id: 'NwUrgency', name: '紧急程度' },
  resultMark: { id: 'NwResultMark', name: '办理结果' },
  issuerMark: { id: 'NwIssuerMark', name: '发文机关标志' },
  documentNumber: { id: 'NwDocumentNumber', name: '发文字号' },
  signatory: { id: 'NwSignatory', name: '签发人' },
  title: { id: 'NwTitle', name: '公文标题' },
  titleNote: { id: 'NwTitleNote', name: '题注说明' },
  addressee: { id: 'NwAddressee', name: '主送机关' },
  heading1: { id: 'NwHeading1', name: '一级标题' },
  heading2: { id: 'NwHeading2', name: '二级标题' },
  heading3: { id: 'NwHeading3', name: '三级标题' },
  heading4: { id: 'NwHeading4', name: '四级标题' },
  heading5: { id: 'NwHeading5', name: '五级标题' },
  article1: { id: 'NwArticle1', name: '章标题' },
  article2: { id: 'NwArticle2', name: '节标题' },
  article3: { id: 'NwArticle3', name: '条' },
  article4: { id: 'NwArticle4', name: '项' },
  article5: { id: 'NwArticle5', name: '目' },
  body: { id: 'NwBody', name: '公文正文' },
  attachmentNote: { id: 'NwAttachmentNote', name: '附件说明' },
  present: { id: 'NwPresent', name: '出席人员' },
  excused: { id: 'NwExcused', name: '请假人员' },
  observing: { id: 'NwObserving', name: '列席人员' },
  signature: { id: 'NwSignature', name: '发文机关署名' },
  date: { id: 'NwDate', name: '成文日期' },
  note: { id: 'NwNote', name: '公文附注' },
  annex: { id: 'NwAnnex', name: '附件标题' },
  annexMark: { id: 'NwAnnexMark', name: '附件序号' },
  embedded: { id: 'NwEmbedded', name: '被印发文件标题' },
  sentTo: { id: 'NwSentTo', name: '版记主送机关' },
  copyTo: { id: 'NwCopyTo', name: '抄送机关' },
  printer: { id: 'NwPrinter', name: '印发机关' },
  printDate: { id: 'NwPrintDate', name: '印发日期' },
  printRun: { id: 'NwPrintRun', name: '印数' },
  tableHead: { id: 'NwTableHead', name: '表格表头' },
  tableCell: { id: 'NwTableCell', name: '表格文字' },
  footnote: { id: 'FootnoteText', name: 'footnote text', isBuiltIn: true },
  pageNumber: { id: 'NwPageNumber', name: '公文页码' },
};

/** 段首接排: a heading followed by its text in one paragraph, by level 1–5. */
export const RUN_IN_STYLE_NAMES: readonly StyleName[] = ['一', '二', '三', '四', '五'].map((level, index) => ({ id: `NwRunIn${index + 1}`, name: `${level}级标题接排` }));

/** Paragraphs that hold a place and no text: where drawings are anchored, what a section or a text box must end with. */
export const PLACE_STYLE: StyleName = { id: 'NwPlace', name: '版面定位' };

/** Runs within a paragraph. */
export const RUN_STYLES = {
  /** A computed label (一、 附件：1. 抄送：): left out when one of our files is read back. */
  label: { id: 'NwLabel', name: '公文编号' },
  /** An inline 一是, （1）. */
  marker: { id: 'NwMarker', name: '段内序号' },
  /** The body text after the lead sentence of a run-in heading. */
  runOn: { id: 'NwRunOn', name: '接排正文' },
  /** A line of a title ended by computation (7.3.1), not by a person: left out when one of our files is read back. */
  titleBreak: { id: 'NwTitleBreak', name: '标题换行' },
  /** The number of a footnote, in the text. */
  footnoteMark: { id: 'FootnoteReference', name: 'footnote reference', isBuiltIn: true },
  signatoryName: { id: 'NwSignatoryName', name: '签发人姓名' },
  /** 发文字号 at the right end of a line that begins with 份号 or 密级 (信函格式, 10.1). */
  numberBeside: { id: 'NwNumberBeside', name: '同行发文字号' },
} as const satisfies Record<string, StyleName>;

export const TABLE_STYLE: StyleName = { id: 'NwTable', name: '公文表格' };

/** The same looks; that 续表 stands above its further pages, which Word cannot do, is kept by the style's name. */
export const CONTINUED_TABLE_STYLE: StyleName = { id: 'NwTableContinued', name: '公文表格（转页标续表）' };

/** The style key a Chinese style name stands for. Names are looked up, not ids: WPS and LibreOffice rewrite ids. */
export const STYLE_KEY_BY_NAME: ReadonlyMap<string, StyleKey> = new Map(STYLE_KEYS.map((key) => [PARAGRAPH_STYLE_NAMES[key].name, key]));
