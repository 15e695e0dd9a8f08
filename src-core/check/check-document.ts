import type { Node } from 'prosemirror-model';
import type { Template } from '../template/template.ts';
import { SEVERITIES } from './diagnostic.ts';
import { judge } from './judgement.ts';
import type { Diagnostic } from './diagnostic.ts';
import { addresseeRules } from './rules/addressee.ts';
import { attachmentRules } from './rules/attachments.ts';
import { closingRules } from './rules/closing.ts';
import { elementsOfKind } from './rules/elements-of-kind.ts';
import { footnoteRules } from './rules/footnotes.ts';
import { headingLevels } from './rules/heading-levels.ts';
import { inlineSeries } from './rules/inline-series.ts';
import { mastheadRules } from './rules/masthead.ts';
import { numberingMode } from './rules/numbering-mode.ts';
import { numberOrder } from './rules/number-order.ts';
import { referenceRules } from './rules/references.ts';
import { templateFields } from './rules/template-fields.ts';
import { textOfKind } from './rules/text-of-kind.ts';
import { titleRules } from './rules/title.ts';
import { typedLeads } from './rules/typed-leads.ts';
import { writtenNumbers } from './rules/written-numbers.ts';
import { surveyDocument } from './survey.ts';
import type { Survey } from './survey.ts';

type Rule = (survey: Survey) => Iterable<Diagnostic>;

/** Every rule, by concern, in the order of the paper. */
const RULES: readonly Rule[] = [
  mastheadRules, titleRules, addresseeRules, elementsOfKind, textOfKind,
  writtenNumbers, typedLeads, numberingMode, numberOrder, headingLevels, inlineSeries,
  attachmentRules, referenceRules, footnoteRules, closingRules, templateFields,
];

/**
 * Everything a document's structure tells to be wrong, in the order of the document, what has no place first. Never throws: a rule
 * that fails is said to have failed, for a draft that cannot be checked must still open. Time grows with the length of the document.
 */
export function checkDocument(doc: Node, template: Template | null, rules: readonly Rule[] = RULES): Diagnostic[] {
  const survey = surveyDocument(doc, template);
  const rank = ({ severity }: Diagnostic): number => SEVERITIES.indexOf(severity);
  const failed: string[] = [];
  const found = rules.flatMap((rule) => {
    try {
      return [...rule(survey)];
    } catch (error) {
      failed.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  // What was thrown stands in the data, for whoever mends it; the sentence is a person's.
  if (failed.length > 0) found.push(judge('rule-failed', null, { count: failed.length, thrown: failed.join('; ') }));
  return found.sort((a, b) => (a.where?.pos ?? -1) - (b.where?.pos ?? -1) || rank(a) - rank(b));
}
