import type { Element } from '@xmldom/xmldom';
import type { MarkName } from '#core/document/schema.ts';
import { attribute, child, elements, isOn, valueOf } from './dom.ts';
import type { StyleSheet } from './style-sheet.ts';

/** A stretch of text of one look. */
export interface Piece {
  readonly text: string;
  /** Name of the run style; '' for none. */
  readonly style: string;
  readonly marks: readonly MarkName[];
}

export interface Inline {
  readonly pieces: readonly Piece[];
  /** Contents of the text boxes anchored here (w:txbxContent), each once. */
  readonly boxes: readonly Element[];
}

/** The text of a paragraph as it reads with all changes accepted: what is deleted or moved away is left out. */
export function readInline(paragraph: Element, styles: StyleSheet): Inline {
  const pieces: Piece[] = [];
  const boxes: Element[] = [];
  const look: Look = { style: '', marks: [] };
  const walk = (parent: Element, current: Look): void => {
    for (const element of elements(parent)) {
      const text = textOf(element);
      if (text !== undefined) {
        if (text !== '') pieces.push({ ...current, text });
      } else if (element.localName === 'r') {
        const own = readLook(child(element, 'rPr'), styles);
        if (own) walk(element, own);
      } else if (element.localName === 'AlternateContent') {
        const chosen = child(element, 'Choice') ?? child(element, 'Fallback');
        if (chosen) walk(chosen, current);
      } else if (element.localName === 'txbxContent') boxes.push(element);
      else if (!SILENT.has(element.localName ?? '')) walk(element, current);
    }
  };
  walk(paragraph, look);
  return { pieces, boxes };
}

type Look = Pick<Piece, 'style' | 'marks'>;

/** Elements without text of their own to be read. */
const SILENT = new Set(['pPr', 'rPr', 'del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'rt', 'sdtPr', 'sdtEndPr']);

function textOf(element: Element): string | undefined {
  switch (element.localName) {
    case 't':
      return element.textContent ?? '';
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
      return ['page', 'column'].includes(attribute(element, 'type') ?? '') ? '' : '\n';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'softHyphen':
    case 'lastRenderedPageBreak':
      return '';
    case 'sym':
      return symbol(attribute(element, 'char'));
    default:
      return undefined;
  }
}

/** Boxes and ticks of the Wingdings fonts; other private characters have no meaning without their font. */
const SYMBOLS: Record<number, string> = { 0xf0a8: '□', 0xf06f: '□', 0xf0fe: '☑', 0xf052: '☑', 0xf0fc: '✓', 0xf06c: '●', 0xf075: '◆' };

function symbol(code: string | undefined): string {
  const point = Number.parseInt(code ?? '', 16);
  return Number.isNaN(point) ? '' : (SYMBOLS[point] ?? String.fromCodePoint(point));
}

/** Undefined for hidden text, which nobody sees. */
function readLook(properties: Element | undefined, styles: StyleSheet): Look | undefined {
  if (isOn(properties, 'vanish')) return undefined;
  const marks: MarkName[] = [];
  if (isOn(properties, 'b')) marks.push('bold');
  if (isOn(properties, 'u')) marks.push('underline');
  const vertical = valueOf(properties, 'vertAlign');
  if (vertical === 'superscript' || vertical === 'subscript') marks.push(vertical);
  return { style: styles.runName(valueOf(properties, 'rStyle')), marks };
}
