/** What is printed: the document, a proof of it (校样), the form that goes with a draft (发文稿纸), the page to measure an offset by (校准页). */
export const PAPERS = ['document', 'proof', 'form', 'test'] as const;
export type Paper = (typeof PAPERS)[number];

/** 单面; 双面, by the printer; 手动双面, the stack put in again by hand. */
export const SIDES = ['one', 'two', 'manual'] as const;
export type Sides = (typeof SIDES)[number];

/** All pages, odd ones, even ones. */
export const PARITIES = ['all', 'odd', 'even'] as const;
export type Parity = (typeof PARITIES)[number];

/** The two halves of a job printed on both sides by hand. */
export const PASSES = ['fronts', 'backs'] as const;
export type Pass = (typeof PASSES)[number];

/** What is kept for a printer. */
export interface PrinterChoices {
  readonly sides: Sides;
  /** 手动双面: the stack comes out so that the last sheet is to be printed first. */
  readonly backsReversed: boolean;
  /** On both sides: annexes and embedded documents begin on a front, and the 版记 stands on a back. */
  readonly partsOnFront: boolean;
  readonly imprintOnBack: boolean;
  /** 套打: what is red is on the paper already and is left out. */
  readonly overprint: boolean;
  /** How far 套打 moves everything, in 0.1 mm, to the right and down. */
  readonly offsetX: number;
  readonly offsetY: number;
}

/** What a person asks for. */
export interface PrintWish extends PrinterChoices {
  readonly paper: Paper;
  /** Pages by their number on paper, `1-3，5`; '' for all. */
  readonly range: string;
  readonly parity: Parity;
  readonly copies: number;
  /** 份号 of the first copy; null prints the document's own. */
  readonly firstNumber: number | null;
  /** 花脸稿: open changes are shown; otherwise 清稿, all of them accepted. */
  readonly isMarked: boolean;
  /** Only one half of a job printed by hand. */
  readonly pass: Pass | null;
}

export const PRINTER_CHOICES: PrinterChoices = { sides: 'one', backsReversed: false, partsOnFront: false, imprintOnBack: false, overprint: false, offsetX: 0, offsetY: 0 };
export const PRINT_WISH: PrintWish = { ...PRINTER_CHOICES, paper: 'document', range: '', parity: 'all', copies: 1, firstNumber: null, isMarked: false, pass: null };

/** Bounds of what can be asked for. 份号 has six digits (7.2.1). */
export const MOST_COPIES = 999;
export const LAST_COPY_NUMBER = 999_999;
export const WIDEST_OFFSET = 300;
/** Sides of one job; more go to the printer in several. */
export const MOST_SIDES = 20_000;

/** Odd or even pages alone are printed on one side whatever the printer could do. */
export const sidesOf = ({ sides, parity, paper }: Pick<PrintWish, 'sides' | 'parity' | 'paper'>): Sides => (parity !== 'all' || paper === 'form' || paper === 'test' ? 'one' : sides);
