/** The 15 kinds of the 2012 regulation (《党政机关公文处理工作条例》 第八条). */
export const WENZHONG = [
  '决议', '决定', '命令', '公报', '公告', '通告', '意见', '通知', '通报', '报告', '请示', '批复', '议案', '函', '纪要',
] as const;
export type Wenzhong = (typeof WENZHONG)[number];

/** What a document is used for, as the command line names it. */
export const KINDS = [
  'reply', 'notice', 'letter', 'opinion', 'report', 'request', 'approval', 'minutes', 'announcement', 'decision', 'summary', 'plan', 'rules', 'other',
] as const;
export type Kind = (typeof KINDS)[number];

/** The page formats of GB/T 9704—2012: the common one (文件), 信函格式 10.1, 命令格式 10.2, 纪要格式 10.3. */
export const FORMATS = ['document', 'letter', 'order', 'minutes'] as const;
export type Format = (typeof FORMATS)[number];
/** What people call them. */
export const FORMAT_NAMES: Readonly<Record<Format, string>> = { document: '文件格式', letter: '信函格式', order: '命令格式', minutes: '纪要格式' };

/** How the 落款 is set: 加盖印章 (GB/T 9704—2012 7.3.5.1), 不加盖印章 (7.3.5.2), 加盖签发人签名章 (7.3.5.3). */
export const CLOSINGS = ['sealed', 'unsealed', 'signed'] as const;
export type Closing = (typeof CLOSINGS)[number];

export type FieldValue = string | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

/**
 * 编号方式 of a document or of one of its parts. `standard`: every level begins again under the next higher one. `continuous`:
 * （一） runs on through all 一、二、 (通排), as many 意见 have it; `continuousItems`: 1. does, through all （一） and 一、, as lists of
 * tasks have it; `continuousAll`: both. `twoLevel`: 一、 has 1. directly below it; labels are the same, only what lies one level
 * deeper differs (GB/T 9704—2012 7.3.3 leaves it free); `twoLevelContinuous`: that, and 1. runs on.
 */
export const NUMBERING_SCHEMES = ['standard', 'continuous', 'continuousItems', 'continuousAll', 'twoLevel', 'twoLevelContinuous'] as const;
export type NumberingScheme = (typeof NUMBERING_SCHEMES)[number];

/** What people call them. */
export const NUMBERING_NAMES: Readonly<Record<NumberingScheme, string>> = {
  standard: '逐级重编', continuous: '（一）通排', continuousItems: '1.通排', continuousAll: '（一）1.通排', twoLevel: '两级', twoLevelContinuous: '两级，1.通排',
};

const RUN_ON: Readonly<Record<NumberingScheme, readonly number[]>> = { standard: [], continuous: [2], continuousItems: [3], continuousAll: [2, 3], twoLevel: [], twoLevelContinuous: [3] };

/** The levels of headings that run on (通排) where a higher one begins. */
export const runOnLevels = (scheme: NumberingScheme): readonly number[] => RUN_ON[scheme];

/** 一、 has 1. directly below it. */
export const isTwoLevel = (scheme: string): boolean => scheme === 'twoLevel' || scheme === 'twoLevelContinuous';

/** The scheme of as many levels in which exactly these run on. */
export const schemeWith = (twoLevel: boolean, runsOn: readonly number[]): NumberingScheme =>
  NUMBERING_SCHEMES.find((each) => isTwoLevel(each) === twoLevel && RUN_ON[each].join() === runsOn.filter((level) => !twoLevel || level !== 2).join()) ?? 'standard';

export const isNumberingScheme = (value: unknown): value is NumberingScheme => (NUMBERING_SCHEMES as readonly unknown[]).includes(value);

/** How a field is asked for. `list` holds several names; `date` holds an ISO date; `paragraph` is a longer text. */
export const INPUTS = ['text', 'choice', 'list', 'date', 'paragraph'] as const;
export type FieldInput = (typeof INPUTS)[number];

export interface Field {
  readonly id: string;
  /** Chinese name in the form. */
  readonly label: string;
  readonly part: 'masthead' | 'main' | 'imprint';
  readonly input: FieldInput;
  readonly required?: boolean;
  readonly placeholder?: string;
  /** What stands on the paper while the field is empty; 「××」 when not given. */
  readonly blank?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly default?: FieldValue;
  /** The form's one-line explanation. */
  readonly help?: string;
}

/** A paragraph (or table) a fresh document begins with. */
export interface Element {
  /** Unique in the template; kept on the paragraph, so that a changed field finds it again. */
  readonly slot: string;
  /** A role of the document model (core/document/roles.ts); 'table' for a table. */
  readonly role: string;
  readonly level?: number;
  /** Text with fields (pattern.ts). '' for an empty paragraph to write in; for an optional table, the fields it depends on. */
  readonly text: string;
  /** Left out of the document while its text is empty. */
  readonly optional?: boolean;
  /** A list field: one paragraph for each of its values, which the pattern names {item}. */
  readonly repeat?: string;
  readonly landscape?: boolean;
  /** On an element that begins a part (annex, embedded): the part's 编号方式, where it is not the document's. */
  readonly numbering?: NumberingScheme;
  /**
   * Words that are no pattern (bold, inline numbers, a filled table): the paragraph or table as JSON of the document format, which
   * stands in every document just so. `text` is then ''.
   */
  readonly content?: unknown;
  /** For role 'table' without content: heads of the columns, their widths in characters of the body, and empty rows below. */
  readonly table?: { readonly heads: readonly string[]; readonly widths: readonly number[]; readonly rows: number };
}

/** A whole template. A file may be written shorter, by what it changes in another: inherit.ts. */
export interface Template {
  readonly id: string;
  readonly version: number;
  /** Only there for others to extend; nobody chooses it. */
  readonly abstract?: boolean;
  /** Place in the list where templates are chosen; those without one come last. */
  readonly order?: number;
  readonly name: string;
  /** Heading it is grouped under where templates are chosen. */
  readonly group: string;
  readonly wenzhong: Wenzhong;
  readonly kind: Kind;
  readonly format: Format;
  /** 落款, where no field `closing` of the document says otherwise; 'sealed' when not given, 'signed' for an order. */
  readonly closing?: Closing;
  /** Other words people look for it by, divided by spaces: 会议纪要, 任命. Not handed down. */
  readonly also?: string;
  /** One sentence for the person who chooses. */
  readonly description: string;
  /** 编号方式 of its documents; `standard` when not given. */
  readonly numbering?: NumberingScheme;
  readonly fields: readonly Field[];
  readonly elements: readonly Element[];
  /** Style overrides by style key (styles.ts). */
  readonly styles?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The version of the template format this program reads. */
export const TEMPLATE_VERSION = 1;
