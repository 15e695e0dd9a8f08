/** Words typed by hand that may point to something of the document. */
export interface TypedReference {
  readonly kind: 'annex' | 'part';
  /** Offset in the text. */
  readonly start: number;
  readonly text: string;
}

const NUMERAL = '[一二三四五六七八九十百]{1,5}';

/**
 * 见附件2, （附件1）, 见附件1、附件3: pointed to by a word or a bracket. 《…》（附件2） and …号）附件1 are another document's, 附件1—4 and
 * 附件的 point to nothing single.
 */
const ANNEX = /(?<=[见按照]|(?<![》）)])[（(]|附件\d{1,2}[、和及])附件(?:\d{1,2})?(?![\d\s：:的]|[—~～至-]\s*(?:附件)?\d)/g;

/** 本通知第三部分, 本办法第二条, 见第一部分第（二）项. */
const PART = new RegExp(`(?<=[见按照]|本(?:通知|通报|意见|方案|办法|规定|细则|规则|条例|函|报告|决定|计划))第${NUMERAL}(?:部分|条|章)(?:第（${NUMERAL}）项|第${NUMERAL}款)*`, 'g');

/** Every such place of a text, in order. */
export function findTypedReferences(text: string): TypedReference[] {
  const found: TypedReference[] = [];
  if (text.includes('附件')) for (const match of text.matchAll(ANNEX)) found.push({ kind: 'annex', start: match.index, text: match[0] });
  if (text.includes('第')) for (const match of text.matchAll(PART)) found.push({ kind: 'part', start: match.index, text: match[0] });
  return found.sort((a, b) => a.start - b.start);
}
