/** How lines are broken where word processors differ: ours, and LibreOffice's to be compared with. */
export interface Profile {
  /** 、，。 and the like may stand outside the measure at the end of a line (标点悬挂). */
  readonly hangs: boolean;
  /** Space between Han and Latin or digits, in 1/1000 of the size; where there is any, the character before it is not set closer (its spacing is given back). */
  readonly autoSpace: number;
  /** A number is not parted from 年, 月, 日, 号 behind it, nor 第 from a number. */
  readonly bindsUnits: boolean;
  /** A closing mark is not parted from a number or Latin letter behind it: 。2026, 、QQ; where the line is too short for both with what is before them, the mark begins the next. */
  readonly bindsLatin: boolean;
  /** A line may end behind a hyphen inside a number: 2015-2020, 020-38200174. */
  readonly breaksAtHyphens: boolean;
  /** A whole date, 12月5日 or 2022年1月, stays on one line where it fits: in cells, whose lines are short. */
  readonly bindsDates: boolean;
  /** Lines are so much narrower than the text block, in 1/1000 pt: what another program loses by rounding. */
  readonly loss: number;
  /** The same in cells, whose characters have no spacing to be rounded. */
  readonly lossInCells: number;
  /** After a table the text goes on at a line of the grid. */
  readonly snapsAfterTables: boolean;
  /** The words of a cell stand in the middle of it, not at its top. */
  readonly centresCells: boolean;
  /** The number a footnote begins with is small and raised like its mark. */
  readonly raisesNoteNumbers: boolean;
  /** A page holds whole rows of its grid only: it ends where the last one does. */
  readonly holdsWholeRows: boolean;
  /** The overflow ladder (7.3.5.5) is climbed: line and character pitch give way before a signature stands alone. */
  readonly fits: boolean;
}

export const PROFILES = {
  gb: { hangs: true, autoSpace: 0, bindsUnits: true, bindsLatin: false, breaksAtHyphens: false, bindsDates: false, loss: 0, lossInCells: 0, snapsAfterTables: true, centresCells: true, raisesNoteNumbers: false, holdsWholeRows: false, fits: true },
  /** What LibreOffice makes of our .docx: no hanging, a fifth of an em between scripts whatever the file says. */
  lo: { hangs: false, autoSpace: 200, bindsUnits: false, bindsLatin: true, breaksAtHyphens: true, bindsDates: false, loss: 300, lossInCells: 0, snapsAfterTables: false, centresCells: false, raisesNoteNumbers: true, holdsWholeRows: true, fits: false },
} as const satisfies Record<string, Profile>;

export type ProfileName = keyof typeof PROFILES;
