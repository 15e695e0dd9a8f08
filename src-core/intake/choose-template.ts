import type { Node } from 'prosemirror-model';
import { slotsToClaim } from '../document/fill.ts';
import { elementText, findParagraphs, textOf } from '../document/elements.ts';
import type { FieldValues, Template } from '../template/template.ts';
import { readCase } from './read-fields.ts';
import { readTemplateFields } from './read-template-fields.ts';
import type { ImportReport } from './report.ts';
import { templatesOfTitle } from './template-of-title.ts';
import { fold } from './traditional.ts';
import { upwardSign } from './upward-opinion.ts';

/** Finds a template by its id; a host that has none gives none. */
export type FindTemplate = (id: string) => Template | undefined;

/** Which template a document follows, and what in it said so. */
export interface Choice {
  readonly id: string;
  readonly reason: ChoiceReason;
  /** The words of the text that said so: 第0412号建议, 林×代表, …的通知. */
  readonly words: string;
  /** Other templates that would do, the likelier first. */
  readonly others: readonly string[];
}

/** By the number of a 建议 or 提案, by who is addressed, by the title, by the 发文机关标志, of an 意见 by what says that it goes up; or a person chose. */
export const CHOICE_REASONS = ['session-and-number', 'addressee-and-kind', 'title', 'mark', 'signatory', 'asks-approval', 'addressee-above', 'given'] as const;
export type ChoiceReason = (typeof CHOICE_REASONS)[number];

const REPLIES = ['npc-reply', 'cppcc-reply', 'co-handling', 'letter-answer'] as const;

/** Chooses by the title, and for replies without session and number by whom they address; undefined when nothing fits. */
export function chooseTemplate({ title, addressee, kind }: Pick<ImportReport, 'title' | 'addressee' | 'kind'>): Choice | undefined {
  const name = fold(title ?? '');
  const asked = templatesOfTitle(name);
  const choose = (id: string, reason: ChoiceReason, words: string, others: readonly string[]): Choice => ({ id, reason, words, others: [...new Set([...others, ...asked.map((each) => each.id)])].filter((other) => other !== id) });
  if (/会办意见(?:的?函)?$/.test(name)) return choose('co-handling', 'title', '会办意见', REPLIES);
  const found = readCase(name);
  const isDelegate = /(?:代表|委员)$/.test(addressee ?? '') && !/各位|主任/.test(addressee ?? '');
  const isReply = kind === 'reply' || (title === null && isDelegate);
  if (!isReply) return asked[0] && choose(asked[0].id, 'title', asked[0].words, []);
  if (found) return choose(found.body === 'npc' ? 'npc-reply' : 'cppcc-reply', 'session-and-number', caseWords(name), REPLIES);
  for (const [id, matter, person] of [['cppcc-reply', '提案', '委员'], ['npc-reply', '建议', '代表']] as const) {
    if (name.includes(matter)) return choose(id, 'title', matter, REPLIES);
    if (isDelegate && addressee?.endsWith(person)) return choose(id, 'addressee-and-kind', addressee, REPLIES);
  }
  return undefined;
}

/** The title of an 意见 does not say which way it goes. */
function withDirection(found: Choice | undefined, doc: Node, report: ImportReport): Choice | undefined {
  if (found?.id !== 'opinion') return found;
  const sign = upwardSign(doc, report);
  return sign ? { ...found, ...sign, id: 'opinion-up', others: ['opinion', ...found.others] } : { ...found, others: [...found.others, 'opinion-up'] };
}

/** Several offices in the 版头 send it together. */
function withOffices(found: Choice | undefined, doc: Node): Choice | undefined {
  const joint = found && JOINT[found.id];
  const offices = findParagraphs(doc, 'issuerMark').map(({ node }) => textOf(node)).filter((text) => text.trim() !== '文件');
  return !found || joint === undefined || offices.length < 2 ? found : { ...found, id: joint, reason: 'mark', words: offices.join('、'), others: [found.id, ...found.others] };
}

const JOINT: Readonly<Record<string, string>> = { notice: 'joint-notice', request: 'joint-request' };

const caseWords = (title: string): string => /第?[“"]?\d{1,8}号.{0,24}?(?:建议|提案)/.exec(title)?.[0] ?? title;

/**
 * Gives the document its template and the values of its fields. Where a paragraph reads exactly as the template would write it,
 * it takes that element's slot, so that a changed field reaches it; everything else stays as the source has it.
 */
export function adoptTemplate(doc: Node, report: ImportReport, given: Template | null | undefined, find: FindTemplate | undefined): { doc: Node; choice: Choice | null } {
  if (given === null) return { doc, choice: null };
  const mark = elementText(doc, 'issuerMark');
  // An order and minutes are named by their mark.
  const isMarked = report.title !== null && elementText(doc, 'title').trim() === '';
  const found = withOffices(withDirection(chooseTemplate(report), doc, report), doc);
  const choice: Choice | undefined = given ? { id: given.id, reason: 'given', words: '', others: found ? [...new Set([found.id, ...found.others])].filter((id) => id !== given.id) : [] } : isMarked && found ? { ...found, reason: 'mark', words: mark } : found;
  const template = given ?? (choice === undefined ? undefined : find?.(choice.id));
  if (choice === undefined || (find && !template)) return { doc, choice: null };
  // Paper headed 文件 is no letter, whatever its title says.
  if (!given && template?.format === 'letter' && /文件$/.test(mark)) return { doc, choice: null };
  const fields = readTemplateFields(doc, report, template);
  const blocks = template ? claimed(doc, template, fields) : doc.content;
  return { doc: doc.type.create({ ...doc.attrs, template: choice.id, fields }, blocks), choice };
}

function claimed(doc: Node, template: Template, fields: FieldValues): Node[] {
  const slots = slotsToClaim(doc, template, fields);
  return doc.children.map((block) => (slots.has(block) ? block.type.create({ ...block.attrs, slot: slots.get(block)! }, block.content, block.marks) : block));
}
