import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { numberDocument } from '../../document/numbering.ts';
import { LOST, REFERENCE_FORMS, wordsInForms } from '../../document/references.ts';
import type { ReferenceForm } from '../../document/references.ts';

/**
 * Decides on the references a Word file brought, now that the whole document can be numbered. One whose words nobody touched stays a
 * reference, also where they would be others now; words changed by hand stay one where they name its target in another form, else
 * they are text, as they were written. What points to nothing says what it said.
 */
export function settleReferences(doc: Node): Node {
  const brought: { node: Node; pos: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.type.name === 'reference' && saidOf(node)) brought.push({ node, pos });
  });
  if (brought.length === 0) return doc;
  const words = wordsInForms(doc, numberDocument(doc).paragraphs);
  const tr = new Transform(doc);
  for (const { node, pos } of brought.toReversed()) tr.replaceWith(pos, pos + 1, settled(node, words.get(pos) ?? null));
  return tr.doc;
}

interface Said {
  readonly said: string;
  readonly form: ReferenceForm | null;
  readonly written: string | null;
}

function settled(node: Node, wordsIn: ((form: ReferenceForm) => string) | null): Node {
  const { said, form, written } = saidOf(node)!;
  const reference = (attrs: { form: ReferenceForm; was?: string }): Node => node.type.create({ target: node.attrs.target as string, ...attrs }, null, node.marks);
  if (wordsIn === null) return reference({ form: form ?? 'full', ...(said === LOST ? {} : { was: said }) });
  const saying = form !== null && wordsIn(form) === said ? form : REFERENCE_FORMS.find((each) => wordsIn(each) === said);
  if (saying) return reference({ form: saying });
  return said === written ? reference({ form: form ?? 'full' }) : node.type.schema.text(said, node.marks);
}

const saidOf = ({ attrs }: Node): Said | null => (attrs.extra as Said | null);
