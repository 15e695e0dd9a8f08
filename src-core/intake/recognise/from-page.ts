import { beginsPart } from '../../document/roles.ts';
import { block, isBlock } from '../block.ts';
import type { Block, Part } from '../block.ts';
import type { PageFacts } from '../clean/website.ts';
import type { Ledger } from '../ledger.ts';
import { EMPTY, written } from '../spelled.ts';
import { normaliseNumber } from './document-number.ts';
import type { Head } from './head.ts';
import { NUMBER_LINE } from './patterns.ts';

/** What a page says where the text is silent: title and number in the site's table. */
export function headFromPage(head: Head, facts: PageFacts, ledger: Ledger): Head {
  const has = (role: Block['role']): boolean => [...head.masthead, ...head.main].some((each) => isBlock(each) && each.role === role);
  const masthead = [...head.masthead];
  const main = [...head.main];
  if (!has('title') && facts.title) {
    ledger.note('taken-from-page', EMPTY);
    main.unshift(block('title', written(facts.title)));
  }
  if (!has('documentNumber') && facts.documentNumber && NUMBER_LINE.test(facts.documentNumber)) {
    ledger.note('taken-from-page', EMPTY);
    masthead.push(block('documentNumber', normaliseNumber(written(facts.documentNumber), ledger)));
  }
  return { ...head, masthead, main };
}

/** 成文日期 of the site's table, where the text bears no day: below the text and its 署名, above its notes and whatever is attached. */
export function dateFromPage(parts: readonly Part[], facts: PageFacts, ledger: Ledger): readonly Part[] {
  if (facts.date === undefined) return parts;
  const attached = parts.findIndex((part) => isBlock(part) && beginsPart(part.role));
  const own = attached < 0 ? parts.length : attached;
  if (parts.slice(0, own).some((part) => isBlock(part) && (part.role === 'date' || (part.role === 'titleNote' && /\d{4}年\d{1,2}月\d{1,2}日/.test(part.text.text))))) return parts;
  const isNote = (part: Part | undefined): boolean => isBlock(part) && part.role === 'note';
  let at = own;
  while (at > 0 && isNote(parts[at - 1])) at--;
  ledger.note('taken-from-page', EMPTY);
  return [...parts.slice(0, at), block('date', written(facts.date)), ...parts.slice(at)];
}
