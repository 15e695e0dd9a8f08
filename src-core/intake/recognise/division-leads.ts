import type { Division } from './division.ts';
import { isLeadPhrase } from './headings.ts';

/** 5.2.1　建立应急加工网络。按照…: a decimal number, and the text behind it. */
const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){1,3})[\s\u3000]+(?=[\u4e00-\u9fff])([^。]*)(。(?=\S))?/;

/**
 * Paragraphs with decimal numbers, as plans have them, that begin with a title sentence (段首接排): of those under one number most
 * begin so. By the index of the paragraph.
 */
export function divisionLeads(texts: readonly string[]): ReadonlyMap<number, Division> {
  const groups = new Map<string, { index: number; lead: Division | undefined }[]>();
  for (const [index, text] of texts.entries()) {
    const found = /^\d/.test(text) ? NUMBERED.exec(text) : null;
    // Such a line alone is a division as it stands.
    if (!found || found[0].length === text.length) continue;
    const [, label, lead, stop] = found;
    const parent = label!.slice(0, label!.lastIndexOf('.'));
    const group = groups.get(parent) ?? [];
    group.push({ index, lead: stop !== undefined && isLeadPhrase(lead!) ? { level: label!.split('.').length, label: label!, text: lead! } : undefined });
    groups.set(parent, group);
  }
  const leads = new Map<number, Division>();
  for (const group of groups.values()) {
    const found = group.filter(({ lead }) => lead !== undefined);
    if (found.length * 2 > group.length) for (const { index, lead } of found) leads.set(index, lead!);
  }
  return leads;
}
