import type { Element } from './parse-xml.ts';
import { circledNumber } from '#core/units/chinese-number.ts';
import type { Account } from './account.ts';
import { attribute, child, elements, isOn, numberOf, valueOf } from './dom.ts';
import { linkOfField } from './references.ts';
import type { Link } from './references.ts';

/** Follows complex fields (w:fldChar) over runs and paragraphs: what of them is text, what is computed and has no place here. */
export interface Fields {
  /** w:fldChar; returns the text a field without a result stands for. */
  mark(element: Element): string;
  /** w:instrText. */
  say(text: string): void;
  /** Text inside now is shown: it belongs to no field, or to the result of one whose words are kept. */
  shows(): boolean;
  /** A w:fldSimple: whether its result is kept. */
  keeps(instruction: string): boolean;
  /** The reference the text inside now is the words of. */
  link(): Link | undefined;
  /** Text that is not shown, for the account. */
  drop(text: string): void;
}

interface Field {
  /** w:ffData: what a form was filled in with. */
  readonly form: Element | undefined;
  instruction: string;
  inResult: boolean;
  keeps: boolean;
  dropped: string;
  link?: Link | undefined;
}

export function createFields(account: Account): Fields {
  const open: Field[] = [];
  const keeps = (instruction: string): boolean => !NUMBERS.test(instruction) && !CONTENTS.test(instruction);
  const end = (field: Field): string => {
    if (CONTENTS.test(field.instruction)) account.note('contents', field.dropped);
    else if (NUMBERS.test(field.instruction)) account.note('pageField', field.dropped);
    else if (/^\s*FORMCHECKBOX\b/i.test(field.instruction)) return isTicked(field.form) ? '☑' : '□';
    else if (!field.inResult) {
      const text = circled(field.instruction) ?? chosen(field.form);
      if (text !== undefined) return text;
      if (!SILENT.test(field.instruction)) account.note('emptyField', field.instruction.trim());
    }
    return '';
  };
  return {
    mark(element) {
      const type = attribute(element, 'fldCharType');
      const last = open.at(-1);
      if (type === 'begin') open.push({ form: child(element, 'ffData'), instruction: '', inResult: false, keeps: true, dropped: '' });
      else if (type === 'separate' && last) {
        last.inResult = true;
        last.keeps = keeps(last.instruction);
        last.link = linkOfField(last.instruction);
      } else if (type === 'end' && last) {
        open.pop();
        return end(last);
      }
      return '';
    },
    say: (text) => {
      const last = open.at(-1);
      if (last && !last.inResult) last.instruction += text;
    },
    shows: () => open.every((field) => field.inResult && field.keeps),
    keeps(instruction) {
      if (keeps(instruction)) return true;
      account.note(CONTENTS.test(instruction) ? 'contents' : 'pageField');
      return false;
    },
    link: () => open.at(-1)?.link,
    drop: (text) => {
      const outer = open[0];
      if (outer?.inResult && outer.dropped.length < 60) outer.dropped += text;
    },
  };
}

/** Numbers of pages are the layout's, not the text's. */
const NUMBERS = /^\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|REVNUM)\b/i;
/** A table of contents (目录) and of index is computed from the text. */
const CONTENTS = /^\s*(?:TOC|INDEX|TOA|RD)\b/i;
/** Marks for an index or table of contents: nothing anybody reads. */
const SILENT = /^\s*(?:XE|TC|TA|SET|ASK|PRIVATE|ADVANCE)\b|^\s*$/i;

/** A box of an old form: as it was ticked, else as it stood before. */
function isTicked(form: Element | undefined): boolean {
  const box = child(form, 'checkBox');
  return isOn(box, 'checked') ?? isOn(box, 'default') ?? false;
}

/** The entry an old form's list shows: the chosen one, else the one it stood at, else the first. */
function chosen(form: Element | undefined): string | undefined {
  const list = child(form, 'ddList');
  const entry = list && elements(list, 'listEntry')[numberOf(valueOf(list, 'result')) ?? numberOf(valueOf(list, 'default')) ?? 0];
  return attribute(entry, 'val');
}

/** Word's 带圈字符: EQ \o\ac(○,1) prints a ring around a number. */
function circled(instruction: string): string | undefined {
  const match = /^\s*EQ\s+\\o\s*\\ac\s*\(\s*[^,，]*[,，]\s*([^)]*)\)/i.exec(instruction);
  if (!match) return undefined;
  const inside = match[1]!.trim();
  return /^\d{1,2}$/.test(inside) ? circledNumber(Number(inside)) : inside;
}
