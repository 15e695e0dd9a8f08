import type { Element } from './parse-xml.ts';
import { isReferenceForm } from '#core/document/references.ts';
import type { SourceReference } from '#core/intake/source.ts';
import { BOOKMARK_PREFIX } from '../document/references.ts';
import { attribute } from './dom.ts';

/** One reference of ours in a file. */
export type Link = SourceReference;

const anchorIn = (name: string | undefined): string | undefined => {
  const anchor = name?.startsWith(BOOKMARK_PREFIX) ? name.slice(BOOKMARK_PREFIX.length) : undefined;
  return anchor !== undefined && /^[a-z0-9]{1,32}$/.test(anchor) ? anchor : undefined;
};

/** The reference a w:hyperlink is; undefined for one that leads anywhere else. LibreOffice saves the tooltip as a frame's name and drops the form. */
export function linkOf(element: Element): Link | undefined {
  const target = anchorIn(attribute(element, 'anchor'));
  const form = attribute(element, 'docLocation');
  return target === undefined ? undefined : { target, form: isReferenceForm(form) ? form : null, written: attribute(element, 'tooltip') ?? attribute(element, 'tgtFrame') ?? null };
}

/** The same as a field (HYPERLINK \\l "name" \\o "words"), which is how WPS writes it. */
export function linkOfField(instruction: string): Link | undefined {
  if (!/^\s*HYPERLINK\b/i.test(instruction)) return undefined;
  const value = (option: string): string | undefined => new RegExp(`\\\\${option}\\s+"([^"]*)"`, 'i').exec(instruction)?.[1];
  const target = anchorIn(value('l'));
  return target === undefined ? undefined : { target, form: null, written: value('o') ?? null };
}

/** Follows the bookmarks of ours over runs and paragraphs. */
export interface Bookmarks {
  /** True for w:bookmarkStart and -End. */
  mark(element: Element): boolean;
  /** The anchor of a bookmark that has begun and has had no text yet: what stands now is pointed to. */
  take(): string | undefined;
}

export function createBookmarks(): Bookmarks {
  const begun = new Map<string, string>();
  return {
    mark(element) {
      const id = attribute(element, 'id') ?? '';
      if (element.localName === 'bookmarkEnd') begun.delete(id);
      else if (element.localName === 'bookmarkStart') {
        const anchor = anchorIn(attribute(element, 'name'));
        if (anchor !== undefined) begun.set(id, anchor);
      } else return false;
      return true;
    },
    take() {
      const [first] = begun.values();
      begun.clear();
      return first;
    },
  };
}
