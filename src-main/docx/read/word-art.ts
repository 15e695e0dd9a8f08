import type { Element } from './parse-xml.ts';
import { attribute, elements } from './dom.ts';

/** The names word processors give to their watermarks. */
const NAME = /watermark|水印/i;

/** A shape across the page, by its name or because it is turned: 征求意见稿, 机密. */
export const isWatermark = (shape: Element): boolean => NAME.test(attribute(shape, 'id') ?? '') || /(?:^|;)\s*rotation\s*:/.test(attribute(shape, 'style') ?? '');

/** The words of 艺术字 and of watermarks, which are an attribute of a shape; with `watermarks` false those of 艺术字 only. */
export const wordArtIn = (element: Element, watermarks: boolean): string => elements(element).map((each) => {
  if (each.localName === 'textpath') return attribute(each, 'string') ?? '';
  return !watermarks && each.localName === 'shape' && isWatermark(each) ? '' : wordArtIn(each, watermarks);
}).join('');
