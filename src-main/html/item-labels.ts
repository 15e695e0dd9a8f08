import { defaultTreeAdapter as tree } from 'parse5';
import type { DefaultTreeAdapterMap } from 'parse5';
import { chineseNumeral } from '#core/units/chinese-number.ts';
import { textOf } from './text-of.ts';

type Element = DefaultTreeAdapterMap['element'];

/** The numbers a browser sets before the items of an <ol>, in the order the items come. */
export interface ItemLabels {
  /** '' for an item that shows none, or has its own in its text. */
  of(item: Element): string;
}

export function createItemLabels(): ItemLabels {
  const counts = new Map<Element, number>();
  return {
    of(item) {
      const list = item.parentNode;
      if (!list || !tree.isElementNode(list) || list.tagName !== 'ol') return '';
      const number = numberOf(item, 'value') ?? (counts.has(list) ? counts.get(list)! + 1 : numberOf(list, 'start') ?? 1);
      counts.set(list, number);
      const text = textOf(item).trim();
      const style = styleOf(item) ?? styleOf(list) ?? '';
      if (style === 'none' || LABELLED.test(text) || isMenu(item, text)) return '';
      return labelOf(number, CHINESE.test(style) ? 'chinese' : (attribute(item, 'type') ?? attribute(list, 'type') ?? TYPES[style] ?? '1'));
    },
  };
}

/** An author who typed the number has hidden the browser's with a style sheet we do not read. */
const LABELLED = /^[（(]?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})[、.．)）]|^[①-⑳⑴-⒇]|^第[一二三四五六七八九十百\d]{1,5}[条章节款项]/;
const CHINESE = /^(?:cjk-|simp-chinese|trad-chinese)/;
const TYPES: Readonly<Record<string, string>> = { 'lower-alpha': 'a', 'lower-latin': 'a', 'upper-alpha': 'A', 'upper-latin': 'A' };

function labelOf(number: number, type: string): string {
  if (type === 'chinese') return `${chineseNumeral(number)}、`;
  if ((type === 'a' || type === 'A') && number >= 1 && number <= 26) return `${String.fromCharCode(type.charCodeAt(0) + number - 1)}.`;
  return `${number}.`;
}

/** 首页 > 政务公开: all an item says is a link. */
const isMenu = (item: Element, text: string): boolean => item.childNodes.some((child) => tree.isElementNode(child) && child.tagName === 'a' && textOf(child).trim() === text);

const attribute = (element: Element, name: string): string | undefined => element.attrs.find((each) => each.name === name)?.value;
const styleOf = (element: Element): string | undefined => /list-style(?:-type)?\s*:\s*([\w-]+)/i.exec(attribute(element, 'style') ?? '')?.[1]?.toLowerCase();

function numberOf(element: Element, name: string): number | undefined {
  const value = Number.parseInt(attribute(element, name) ?? '', 10);
  return value >= 0 && value < 10_000 ? value : undefined;
}
