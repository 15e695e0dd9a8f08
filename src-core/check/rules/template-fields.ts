import { withDefaults } from '../../document/fill.ts';
import { isRole } from '../../document/roles.ts';
import type { Role } from '../../document/roles.ts';
import { fieldsIn, fillPieces, isEmpty } from '../../template/pattern.ts';
import type { Element, Field, FieldValues, Template } from '../../template/template.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf } from '../survey.ts';
import type { Line, Survey } from '../survey.ts';

/** Fields nobody filled, and the ×× they left on the paper. */
export function* templateFields(survey: Survey): Iterable<Diagnostic> {
  const { template } = survey;
  const told = new Set<Line>();
  if (template) {
    const fields = withDefaults(template, survey.doc.attrs.fields as FieldValues);
    for (const field of template.fields) if (isEmpty(fields[field.id])) yield* emptyField(field, survey, template, fields, told);
  }
  yield* maskedText(survey, told);
}

const JUDGED_ELSEWHERE: readonly string[] = ['title', 'addressee', 'date'];
/** What is settled on signing (发文字号, 成文日期) may well be blank in a draft. */
const SETTLED_ON_SIGNING = ['documentNumber', 'date', 'printDate'];

function* emptyField(field: Field, { lines, of }: Survey, template: Template, fields: FieldValues, told: Set<Line>): Iterable<Diagnostic> {
  const uses = template.elements.filter(({ text, repeat }) => repeat === field.id || fieldsIn(text).includes(field.id));
  let isOnPaper = false;
  for (const element of uses) {
    for (const line of lines.filter(({ node }) => node.attrs.slot === element.slot)) {
      isOnPaper = true;
      const found = findBlank(line, element, field, template, fields);
      if (!found) continue;
      told.add(line);
      const isLate = SETTLED_ON_SIGNING.includes(element.role);
      yield judge('blank-left', pieceOf(line, found.from, found.to), { label: field.label, text: line.text.slice(found.from, found.to) }, field.required === true && !isLate ? {} : { severity: 'warning' });
    }
  }
  if (field.required !== true || isOnPaper) return;
  // Whoever wrote the element by hand has no need of the field; what other rules miss is not told twice.
  const missing = uses.filter(({ role }) => isRole(role) && role !== 'body' && !JUDGED_ELSEWHERE.includes(role));
  if (missing.length === 0 || missing.some(({ role }) => of(role as Role).some(({ text }) => text.trim() !== ''))) return;
  // An element that is only there when filled was never offered on the paper; another one was taken away by somebody.
  yield judge('field-empty', null, { label: field.label }, missing.some(({ optional }) => optional) ? {} : { severity: 'hint' });
}

/** The field's blank as it stands in its paragraph, where it is made of ×. */
function findBlank(line: Line, element: Element, field: Field, template: Template, fields: FieldValues): { from: number; to: number } | undefined {
  const blanks = Object.fromEntries(template.fields.filter((each) => each.blank !== undefined).map((each) => [each.id, each.blank!]));
  let before = '';
  for (const piece of fillPieces(element.text, fields, blanks)) {
    if (piece.field === field.id && piece.blank && piece.text.includes('×')) {
      const at = line.text.startsWith(before + piece.text) ? before.length : line.text.indexOf(piece.text);
      if (at >= 0) return { from: at, to: at + piece.text.length };
    }
    before += piece.text;
  }
  return undefined;
}

/** Elements that name no private person: what is blank there has been forgotten. */
const NEVER_MASKED: readonly Role[] = ['issuerMark', 'documentNumber', 'title', 'signature', 'date'];

/** ×× elsewhere may be a name masked on purpose. Each kind is told once, at its first place. */
function* maskedText({ lines }: Survey, told: ReadonlySet<Line>): Iterable<Diagnostic> {
  const masked = lines.filter((line) => !told.has(line) && /×{2,}/.test(line.text));
  for (const [isForgotten, group] of Map.groupBy(masked, ({ role }) => NEVER_MASKED.includes(role))) {
    yield judge('masked-text', placeOf(group[0]!), { text: /×{2,}/.exec(group[0]!.text)![0], count: group.length }, isForgotten ? { severity: 'warning' } : {});
  }
}
