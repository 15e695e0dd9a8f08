import type { Node } from 'prosemirror-model';
import { schema } from '../document/schema.ts';
import type { Template } from '../template/template.ts';
import { reportDocument } from './report-document.ts';
import type { ImportReport } from './report.ts';
import type { SourceBlock } from './source.ts';

/** A document made from a raw text or a Word file, and the account of how. */
export interface Intake {
  readonly doc: Node;
  readonly report: ImportReport;
}

/** Finds a template by its id; a host that has none gives none. */
export type FindTemplate = (id: string) => Template | undefined;

export function intakeText(text: string, template?: Template, find?: FindTemplate): Intake {
  return intakeBlocks(text.split(/\r\n?|\n/).map((line) => ({ kind: 'line', text: line })), template, find);
}

export function intakeBlocks(blocks: readonly SourceBlock[], template?: Template, _find?: FindTemplate): Intake {
  const paras = blocks.flatMap((block) => (block.kind === 'line' && block.text.trim() !== '' ? [schema.nodes.para.create(null, schema.text(block.text.trim()))] : []));
  const doc = schema.nodes.doc.create({ template: template?.id ?? null }, paras.length > 0 ? paras : [schema.nodes.para.create()]);
  return { doc, report: reportDocument(doc) };
}
