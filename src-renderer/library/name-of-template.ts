import type { DocumentSummary, Template } from '#core/contract/model.ts';

/** What the template of a draft is called: as it was when the draft was made, else as it is today; undefined without one. */
export const nameOfTemplate = (summary: Pick<DocumentSummary, 'template' | 'templateName'>, templates: readonly Template[]): string | undefined =>
  summary.templateName ?? templates.find((each) => each.id === summary.template)?.name;
