import { useEffect, useMemo, useRef } from 'react';
import type { Kept, OfficeEntry } from '#core/office/office.ts';
import { suggestFor } from '#core/office/suggest.ts';
import type { FieldValue, FieldValues, Template } from '#core/template/template.ts';
import { FieldInput } from './FieldInput.tsx';
import { isMissing } from './missing-fields.ts';

const PARTS = [['masthead', '版头'], ['main', '主体'], ['imprint', '版记']] as const;

interface FieldFormProps {
  readonly template: Template;
  readonly entries: readonly Kept<OfficeEntry>[];
  readonly values: FieldValues;
  readonly linked: string | null;
  readonly onChange: (id: string, value: FieldValue) => void;
  readonly onLink: (id: string | null) => void;
}

/** Puts the caret into a field's input. */
export function focusField(form: HTMLElement | null, id: string): void {
  form?.querySelector<HTMLElement>(`#field-${id}`)?.focus();
}

/** The template's fields in the order of the paper, grouped 版头／主体／版记, with what is missing counted. */
export function FieldForm({ template, entries, values, linked, onChange, onLink }: FieldFormProps) {
  const box = useRef<HTMLDivElement>(null);
  const suggestions = useMemo(() => new Map(template.fields.map((field) => [field.id, suggestFor(field, template, entries, new Date().getFullYear())])), [template, entries]);
  useEffect(() => {
    if (linked !== null) box.current?.querySelector(`#field-${linked}`)?.closest('.field')?.scrollIntoView({ block: 'nearest' });
  }, [linked]);
  return (
    <div className="field-form" ref={box}>
      {PARTS.map(([part, name]) => {
        const fields = template.fields.filter((field) => field.part === part);
        if (fields.length === 0) return null;
        const missing = fields.filter((field) => isMissing(field, values));
        return (
          <section key={part} role="group" aria-label={name}>
            <div className="field-group">
              <h2>{name}</h2>
              <PartState missing={missing.map((field) => field.label)} required={fields.some((field) => field.required)} />
            </div>
            {fields.map((field) => (
              <div key={field.id} className="field" onFocus={() => onLink(field.id)} onBlur={() => onLink(null)}>
                <label htmlFor={`field-${field.id}`}>{field.label}{field.required && <i aria-label="必填">*</i>}</label>
                <FieldInput field={field} suggestions={suggestions.get(field.id) ?? []} value={values[field.id]} missing={isMissing(field, values)} onChange={(value) => onChange(field.id, value)} />
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}

function PartState({ missing, required }: { readonly missing: readonly string[]; readonly required: boolean }) {
  if (missing.length === 1) return <span className="small seal-text">缺{missing[0]}</span>;
  if (missing.length > 1) return <span className="small seal-text">缺 {missing.length} 项</span>;
  return <span className="small quiet">{required ? '已齐' : '可后补'}</span>;
}
