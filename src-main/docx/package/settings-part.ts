import { FOOTNOTE_RULES, footnoteProperties } from '../document/footnotes.ts';
import { value, xml } from '../xml.ts';
import type { Xml } from '../xml.ts';

/** Marks that may not end a line, as Word's Simplified Chinese list has them. */
const NO_LINE_END = '$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥';
/** Marks that may not begin a line. */
const NO_LINE_START = '!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠';

/** word/settings.xml: nothing is compressed, so that the grid of 28 × 22 holds; odd and even pages have their own numbers (7.5). */
export function settingsPart(hasNotes: boolean): Xml {
  return xml('w:settings', {},
    xml('w:zoom', { 'w:percent': 100 }),
    xml('w:bordersDoNotSurroundHeader'),
    xml('w:bordersDoNotSurroundFooter'),
    value('w:defaultTabStop', 420),
    xml('w:evenAndOddHeaders'),
    value('w:characterSpacingControl', 'doNotCompress'),
    xml('w:noLineBreaksAfter', { 'w:lang': 'zh-CN', 'w:val': NO_LINE_END }),
    xml('w:noLineBreaksBefore', { 'w:lang': 'zh-CN', 'w:val': NO_LINE_START }),
    hasNotes ? footnoteProperties(...FOOTNOTE_RULES) : null,
    xml('w:compat', {},
      // A justified line before a manual break keeps its width.
      xml('w:doNotExpandShiftReturn'),
      xml('w:useFELayout'),
      COMPATIBILITY.map(([name, val]) => xml('w:compatSetting', { 'w:name': name, 'w:uri': 'http://schemas.microsoft.com/office/word', 'w:val': val }))),
    xml('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    value('w:decimalSymbol', '.'),
    value('w:listSeparator', ','));
}

/** Word 2013 and later, without the compatibility mode. */
const COMPATIBILITY: readonly (readonly [string, number])[] = [
  ['compatibilityMode', 15], ['overrideTableStyleFontSizeAndJustification', 1], ['enableOpenTypeFeatures', 1], ['doNotFlipMirrorIndents', 1], ['differentiateMultirowTableHeaders', 1],
];
