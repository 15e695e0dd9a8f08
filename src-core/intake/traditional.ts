import { isBlock } from './block.ts';
import type { Part } from './block.ts';
import type { PageFacts } from './clean/website.ts';
import { isLine } from './lines.ts';
import type { Piece } from './lines.ts';
import type { Doubt } from './report.ts';
import { offsetAt, respelled, spell } from './spelled.ts';
import type { Spelled } from './spelled.ts';

/** Traditional characters of the words by which elements are known, each with the simplified one in its place: 關於對…建議的答複, 國函…號. */
const PAIRS =
  '號号關关於于對对發发轉转複复復复覆复請请報报議议決决規规則则劃划計计總总結结講讲話话書书電电賀贺單单條条準准標标紀纪細细辦办員员會会廳厅處处組组縣县區区鄉乡鎮镇國国務务黨党學学醫医團团聯联長长們们來来現现為为據据經经將将貴贵係系繫系繋系領领導导簽签開开類类別别時时間间佈布編编輯辑點点擊击鏈链網网頁页閉闭節节項项東东責责誌志稱称屬属機机構构監监獄狱銀银檔档館馆聽听課课讀读見见給给證证認认許许備备註注維维庫库權权範范載载傳传郵邮';
const SIMPLE = new Map(Array.from({ length: PAIRS.length / 2 }, (_, i) => [PAIRS[i * 2]!, PAIRS[i * 2 + 1]!] as const));
const TRADITIONAL = new RegExp(`[${[...SIMPLE.keys()].join('')}]`, 'g');
const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;
/** 1 for each of them: every text that comes in is asked, character by character. */
const IS_TRADITIONAL = new Uint8Array(LAST_HAN - FIRST_HAN + 1);
for (const character of SIMPLE.keys()) IS_TRADITIONAL[character.charCodeAt(0) - FIRST_HAN] = 1;
/** 覆, 係 and 於 stand in simplified texts too: what counts is how many of them all there are. */
const SAMPLE = 20_000;
const SHARE = 0.02;
const FEWEST = 5;
/** In so many Chinese characters in a row, traditional words of elements come up; where none does, nothing more is looked at. */
const FIRST_LOOK = 1_000;

/** True for a text in traditional characters. */
export function isTraditional(source: string): boolean {
  let chinese = 0;
  let traditional = 0;
  const end = Math.min(source.length, SAMPLE);
  for (let i = 0; i < end; i++) {
    const code = source.charCodeAt(i);
    if (code < FIRST_HAN || code > LAST_HAN) continue;
    traditional += IS_TRADITIONAL[code - FIRST_HAN]!;
    if (++chinese === FIRST_LOOK && traditional === 0) return false;
  }
  return traditional >= FEWEST && traditional >= chinese * SHARE;
}

/**
 * What is known from the rows of a folded page: its date only. The other facts stand in folded characters, with no place in the source
 * from which their own could be given back.
 */
export const factsAsWritten = ({ date }: PageFacts): PageFacts => (date === undefined ? {} : { date });

/** For recognition only: the words of elements in simplified characters, each in its place. `unfold` gives back what was written. */
export const foldPieces = (pieces: readonly Piece[]): Piece[] =>
  pieces.map((piece) => (isLine(piece) ? { ...piece, text: fold(piece.text) } : piece));

/** A text in the characters the patterns are written in, as long as it was. */
export const fold = (text: string): string => text.replace(TRADITIONAL, (character) => SIMPLE.get(character)!);

/** The characters the source has, where they were folded. */
export const unfoldParts = <P extends Part>(parts: readonly P[], source: string): P[] =>
  parts.map((part) => (isBlock(part) ? { ...part, text: unfold(part.text, source) } : part));

function unfold(spelled: Spelled, source: string): Spelled {
  let text = '';
  for (let i = 0; i < spelled.text.length; i++) {
    const written = source[offsetAt(spelled, i)];
    text += written !== undefined && SIMPLE.get(written) === spelled.text[i] ? written : spelled.text[i]!;
  }
  return text === spelled.text ? spelled : respelled(spelled, text);
}

/** Doubtful places in the words of the source. */
export const unfoldDoubts = (doubts: readonly Doubt[], source: string): Doubt[] =>
  doubts.map((doubt) => {
    const [start, end] = doubt.span;
    return end - start === doubt.text.length ? { ...doubt, text: unfold(spell(doubt.text, start), source).text } : doubt;
  });
