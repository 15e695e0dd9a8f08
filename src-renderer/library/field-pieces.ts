import { fieldsIn, fillPieces, isEmpty } from '#core/template/pattern.ts';
import type { FieldValues, Template } from '#core/template/template.ts';
import type { FieldPiece } from '../page/PaperView.tsx';
import { isMissing } from './missing-fields.ts';

/** Stands on the page for a required field whose paragraph would otherwise be left out. */
const GAP = '××××';

/** The values the page is painted from: a required field that is empty shows its gap even in an optional paragraph, and in one for each of its names. */
export function paintedValues(template: Template, values: FieldValues): FieldValues {
  const painted: Record<string, FieldValues[string]> = { ...values };
  for (const element of template.elements) {
    const names = template.fields.find((field) => field.id === element.repeat);
    if (names?.required && isEmpty(values[names.id])) painted[names.id] = [names.blank ?? GAP];
    if (!element.optional) continue;
    for (const id of fieldsIn(element.text)) {
      const field = template.fields.find((each) => each.id === id);
      if (field?.required && isEmpty(values[id])) painted[id] = field.blank ?? GAP;
    }
  }
  return painted;
}

/** Tells, for the nth paragraph of a slot, which of its words came from which field. */
export function fieldPieces(template: Template, values: FieldValues, painted: FieldValues): (slot: string, nth: number) => readonly FieldPiece[] | undefined {
  const blanks = Object.fromEntries(template.fields.filter((field) => field.blank !== undefined).map((field) => [field.id, field.blank!]));
  const missing = new Set(template.fields.filter((field) => isMissing(field, values)).map((field) => field.id));
  return (slot, nth) => {
    const element = template.elements.find((each) => each.slot === slot);
    if (!element || element.text === '') return undefined;
    const { repeat } = element;
    const items = repeat === undefined ? [] : painted[repeat];
    const own = repeat === undefined ? painted : { ...painted, item: (typeof items === 'string' ? [items] : (items ?? []))[nth] ?? '' };
    return fillPieces(element.text, own, blanks).map((piece) => {
      const field = piece.field === 'item' ? (repeat ?? null) : piece.field;
      return { text: piece.text, field, state: field !== null && missing.has(field) ? 'missing' : piece.blank ? 'blank' : 'filled' };
    });
  };
}
