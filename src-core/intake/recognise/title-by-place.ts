import { isRemains } from '../clean/website.ts';
import type { Line } from '../lines.ts';
import { NOTE, ORGANISATION_LINE, REGISTER_NUMBER } from './patterns.ts';

/** The first line of a text that was broken: 报来《…》收悉, 你局… */
const OPENS_TEXT = /^(?:报来|报送|[你您贵]|经|根据|按照|现将|现就|近[年来期日]|为(?!民|了))/;

/** Where a title stands that ends with no word of titles. */
export interface Place {
  /** Lines were left out around the text. */
  readonly isPage: boolean;
  /** What the page shows right above its line of time, source and size of letters. */
  readonly headline: string | undefined;
}

/** Such a title: right above the text, about something, or alone where no page stands around it, or the headline of the page. */
export function titleByPlace(lines: readonly Line[], { isPage, headline }: Place): Line | undefined {
  const last = lines[lines.length - 1];
  const isAlone = lines.length === 1 && !isPage;
  if (last && isAlone && LETTERS_APART.test(last.text)) return last;
  if (!last || last.text.length < 6 || last.text.length > 50 || OPENS_TEXT.test(last.text) || /[。；：，！]/.test(last.text) || isRemains(last.text) || NOTE.test(last.text) || REGISTER_NUMBER.test(last.text)) return undefined;
  return /^(?:关于|致|.{2,30}关于)/.test(last.text) || (isAlone && !ORGANISATION_LINE.test(last.text)) || (headline !== undefined && plainOf(headline) === plainOf(last.text)) ? last : undefined;
}

/** 证　明: the letters of a word set apart, with nothing beside it above the text. */
const LETTERS_APART = /^[\u4e00-\u9fff](?:[\s\u3000]+[\u4e00-\u9fff]){1,5}$/;

const plainOf = (text: string): string => text.replace(/[\s\u3000]/g, '');
