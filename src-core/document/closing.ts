import type { Node } from 'prosemirror-model';
import { ownEnd } from './elements.ts';
import { CLOSINGS } from '../template/template.ts';
import type { Closing, FieldValues } from '../template/template.ts';
import { TEXT_WIDTH } from '../template/styles.ts';
import { CELL, LINE } from '../units/length.ts';
import type { Twips } from '../units/length.ts';

/**
 * The 落款 that begins at a position: of the document itself what its field `closing` says, else as its template has it. An annex or a
 * document passed on is a copy: under its names stands no seal.
 */
export function closingOf(doc: Node, usual: Closing, pos = 0): Closing {
  if (pos > ownEnd(doc)) return 'unsealed';
  const chosen = (doc.attrs.fields as FieldValues | null)?.closing;
  return CLOSINGS.find((closing) => closing === chosen) ?? usual;
}

/** Where a 署名 or the 成文日期 stands: between two indents of the text block, so many twips below what is above it. */
export interface ClosingPlace {
  readonly before: Twips;
  readonly left: Twips;
  readonly right: Twips;
  readonly align: 'left' | 'center' | 'right';
  /** 0 for the first of a line; the others of the line stand beside it. */
  readonly column: number;
}

export interface ClosingPlaces {
  readonly signatures: readonly ClosingPlace[];
  readonly date: ClosingPlace;
}

const RIGHT: Twips = 4 * CELL;
const NEAR: Twips = 2 * CELL;
/** Lines left empty above a signature: room for the upper half of a seal of 42–50 mm (7.3.5.1). */
const SEAL_GAP: Twips = 2 * LINE;
/** From a line of seals to the next: seals of 50 mm must not touch (7.3.5.1). */
const SEAL_PITCH: Twips = 4 * LINE;

/**
 * Places for the 署名, one or several, and the 成文日期; widths in twips, 0 for a date that is not there. `inRows` is false where
 * one of them cannot share its line.
 */
export function placeClosing(closing: Closing, signatures: readonly Twips[], date: Twips, inRows = true): ClosingPlaces {
  if (closing === 'unsealed') return unsealed(signatures, date);
  if (closing === 'signed') return signed(signatures);
  return signatures.length > 1 ? jointlySealed(signatures, date, inRows) : sealed(signatures[0] ?? 0, signatures.length, date);
}

/**
 * 7.3.5.1: the date ends four characters before the edge, the signature is centred over it. A signature too long for that ends
 * two characters before the edge, and the date is centred under it.
 */
function sealed(signature: Twips, count: number, date: Twips): ClosingPlaces {
  const before = count === 0 ? SEAL_GAP : 0;
  // A block that reaches to the edge is twice as wide as its middle is far from the edge.
  const onDate = 2 * RIGHT + (date === 0 ? signature : date);
  const fits = signature <= onDate && onDate <= TEXT_WIDTH;
  const centred = { left: fits ? TEXT_WIDTH - onDate : Math.max(0, TEXT_WIDTH - 2 * NEAR - signature), right: 0, align: 'center', column: 0 } as const;
  return {
    signatures: Array.from({ length: count }, () => ({ before: SEAL_GAP, ...centred })),
    date: fits ? { before, left: 0, right: RIGHT, align: 'right', column: 0 } : { before, ...centred },
  };
}

/** 7.3.5.1, 联合行文: the names in lines of up to three, the main office first, a seal over each; the date under the last of them. */
function jointlySealed(signatures: readonly Twips[], date: Twips, inRows: boolean): ClosingPlaces {
  const places: ClosingPlace[] = [];
  for (const [row, count] of (inRows ? signatureRows(signatures) : signatures.map(() => 1)).entries()) {
    // One name alone on the last line stands as a single signature does.
    const width = count === 1 ? Math.min(TEXT_WIDTH, Math.max(2 * RIGHT + date, signatures[places.length]!)) : TEXT_WIDTH / count;
    for (let column = 0; column < count; column++) {
      const left = count === 1 ? TEXT_WIDTH - width : column * width;
      places.push({ before: column > 0 ? 0 : row === 0 ? SEAL_GAP : SEAL_PITCH, left: Math.round(left), right: Math.round(TEXT_WIDTH - left - width), align: 'center', column });
    }
  }
  const last = places.at(-1)!;
  return { signatures: places, date: { ...last, before: 0, column: 0 } };
}

/** How many names stand on each line: as even as can be, at most three, fewer where names are long. */
export function signatureRows(signatures: readonly Twips[]): number[] {
  const longest = Math.max(...signatures);
  const most = longest <= TEXT_WIDTH / 3 - CELL / 2 ? 3 : longest <= TEXT_WIDTH / 2 - CELL / 2 ? 2 : 1;
  const rows = Math.ceil(signatures.length / most);
  const few = Math.floor(signatures.length / rows);
  const more = signatures.length % rows;
  return Array.from({ length: rows }, (_, row) => few + (row < more ? 1 : 0));
}

/**
 * 7.3.5.2: the signature ends two characters before the edge, the date begins two characters after it. A date that is longer, or
 * would then come too near the edge, itself ends two characters before it.
 */
function unsealed(signatures: readonly Twips[], date: Twips): ClosingPlaces {
  const widest = Math.max(0, ...signatures);
  const isLonger = date > widest - NEAR;
  const right = isLonger && signatures.length > 0 ? NEAR + date - widest + NEAR : NEAR;
  return {
    signatures: signatures.map((_, index) => ({ before: index === 0 ? LINE : 0, left: 0, right, align: 'right', column: 0 })),
    date: { before: signatures.length === 0 ? LINE : 0, column: 0, ...(isLonger ? { left: 0, right: NEAR, align: 'right' } : { left: TEXT_WIDTH - widest, right: 0, align: 'left' }) },
  };
}

/** 7.3.5.3: post and 签名章 end four characters before the edge, two lines below the text; the date likewise, a line below them. */
function signed(signatures: readonly Twips[]): ClosingPlaces {
  const place = { left: 0, right: RIGHT, align: 'right', column: 0 } as const;
  return { signatures: signatures.map((_, index) => ({ before: index === 0 ? 2 * LINE : LINE, ...place })), date: { before: signatures.length === 0 ? 2 * LINE : LINE, ...place } };
}
