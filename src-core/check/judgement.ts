import type { Diagnostic, DiagnosticArgs, DiagnosticCode, Place, Severity } from './diagnostic.ts';
import type { Fix } from './fix.ts';

interface Judgement {
  readonly severity: Severity;
  readonly clause: string;
}

const format = (clause: string): string => `GB/T 9704—2012 ${clause}`;
const regulation = (article: string): string => `《党政机关公文处理工作条例》${article}`;
const PUNCTUATION = 'GB/T 15834—2011';
const CUSTOM = '通行做法';
const TEMPLATE = '模板要求';

/** How grave each finding is unless its rule says otherwise, and which clause says so. */
const JUDGEMENTS: Readonly<Record<DiagnosticCode, Judgement>> = {
  'rule-failed': { severity: 'hint', clause: CUSTOM },
  'image-missing': { severity: 'error', clause: CUSTOM },
  'glyph-missing': { severity: 'error', clause: format('5.2.2') },
  'label-twice': { severity: 'error', clause: format('7.3.3') },
  'malformed-number': { severity: 'error', clause: format('7.3.3') },
  'multilevel-number': { severity: 'hint', clause: format('7.3.3') },
  'typed-number': { severity: 'hint', clause: format('7.3.3') },
  'number-gap': { severity: 'warning', clause: format('7.3.3') },
  'number-double': { severity: 'warning', clause: format('7.3.3') },
  'number-disorder': { severity: 'warning', clause: format('7.3.3') },
  'level-skip': { severity: 'hint', clause: format('7.3.3') },
  'single-item': { severity: 'hint', clause: CUSTOM },
  'too-deep': { severity: 'warning', clause: format('7.3.3') },
  'heading-punctuation': { severity: 'warning', clause: CUSTOM },
  'numbering-mixed': { severity: 'warning', clause: CUSTOM },
  'number-beyond': { severity: 'warning', clause: CUSTOM },
  'ordinal-comma': { severity: 'error', clause: PUNCTUATION },
  'sequence-comma': { severity: 'error', clause: PUNCTUATION },
  'series-gap': { severity: 'warning', clause: PUNCTUATION },
  'series-of-one': { severity: 'warning', clause: PUNCTUATION },
  'series-mixed': { severity: 'warning', clause: PUNCTUATION },
  'series-stops': { severity: 'warning', clause: PUNCTUATION },
  'series-nested': { severity: 'hint', clause: CUSTOM },
  'copy-number-missing': { severity: 'error', clause: regulation('第九条（一）') },
  'secrecy-term-missing': { severity: 'error', clause: regulation('第九条（二）') },
  'number-bracket': { severity: 'error', clause: format('7.2.5') },
  'number-ordinal': { severity: 'error', clause: format('7.2.5') },
  'number-zero': { severity: 'error', clause: format('7.2.5') },
  'number-year': { severity: 'error', clause: format('7.2.5') },
  'number-form': { severity: 'warning', clause: format('7.2.5') },
  'signatory-missing': { severity: 'error', clause: format('7.2.6') },
  'signatory-unexpected': { severity: 'hint', clause: format('7.2.6') },
  'letter-as-document': { severity: 'warning', clause: format('10.1') },
  'internal-office': { severity: 'warning', clause: regulation('第十七条') },
  'title-missing': { severity: 'error', clause: format('7.3.1') },
  'title-duplicate': { severity: 'error', clause: format('7.3.1') },
  'title-full-stop': { severity: 'error', clause: format('7.3.1') },
  'title-comma': { severity: 'warning', clause: CUSTOM },
  'title-without-wenzhong': { severity: 'warning', clause: regulation('第八条') },
  'title-mixed-wenzhong': { severity: 'error', clause: regulation('第八条') },
  'title-repeats': { severity: 'hint', clause: CUSTOM },
  'title-asks-twice': { severity: 'hint', clause: CUSTOM },
  'embedded-name': { severity: 'warning', clause: CUSTOM },
  'addressee-missing': { severity: 'error', clause: format('7.3.2') },
  'addressee-forbidden': { severity: 'warning', clause: CUSTOM },
  'addressee-colon': { severity: 'error', clause: format('7.3.2') },
  'addressee-several': { severity: 'error', clause: regulation('第十五条') },
  'body-missing': { severity: 'error', clause: format('7.3.3') },
  'blank-page-note': { severity: 'error', clause: format('7.3.5.5') },
  'blank-before-closing': { severity: 'hint', clause: format('7.3.5') },
  'request-in-report': { severity: 'error', clause: regulation('第十五条') },
  'closing-mismatch': { severity: 'hint', clause: CUSTOM },
  'quote-title-missing': { severity: 'hint', clause: CUSTOM },
  'quote-number-missing': { severity: 'hint', clause: CUSTOM },
  'quote-order': { severity: 'warning', clause: CUSTOM },
  'contact-missing': { severity: 'hint', clause: CUSTOM },
  'attachment-punctuation': { severity: 'error', clause: format('7.3.4') },
  'attachment-unlisted': { severity: 'warning', clause: format('7.3.4') },
  'attachment-count': { severity: 'warning', clause: format('7.3.7') },
  'attachment-name': { severity: 'error', clause: format('7.3.7') },
  'attachment-elsewhere': { severity: 'hint', clause: format('7.3.4') },
  'reference-beyond': { severity: 'warning', clause: CUSTOM },
  'reference-lost': { severity: 'error', clause: CUSTOM },
  'footnote-in-text': { severity: 'hint', clause: format('7.1') },
  'reference-without-target': { severity: 'warning', clause: format('7.3.4') },
  'signature-mismatch': { severity: 'warning', clause: format('7.3.5') },
  'date-missing': { severity: 'warning', clause: format('7.3.5.4') },
  'date-form': { severity: 'error', clause: format('7.3.5.4') },
  'copy-to-stop': { severity: 'error', clause: format('7.4.2') },
  'print-date-form': { severity: 'error', clause: format('7.4.3') },
  'printed-before-dated': { severity: 'error', clause: format('7.4.3') },
  'element-missing': { severity: 'hint', clause: CUSTOM },
  'element-forbidden': { severity: 'warning', clause: CUSTOM },
  'element-excess': { severity: 'warning', clause: format('7.1') },
  'seal-unexpected': { severity: 'warning', clause: format('10.3') },
  'field-empty': { severity: 'warning', clause: TEMPLATE },
  'blank-left': { severity: 'error', clause: TEMPLATE },
  'masked-text': { severity: 'hint', clause: CUSTOM },
};

/** What a rule may add to a finding: a safe fix, or a severity of its own where it is less sure. */
export interface More {
  readonly fix?: Fix | undefined;
  readonly severity?: Severity;
}

/** Makes a finding with the severity and clause of its code. */
export function judge(code: DiagnosticCode, where: Place | null, args: DiagnosticArgs = {}, { fix, severity }: More = {}): Diagnostic {
  const judgement = JUDGEMENTS[code];
  return { code, severity: severity ?? judgement.severity, where, args, clause: judgement.clause, ...(fix ? { fix } : {}) };
}
