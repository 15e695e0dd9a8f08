import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Suggestion } from '#core/office/suggest.ts';
import { NamesInput } from '../office/NamesInput.tsx';
import { Suggested } from '../office/Suggested.tsx';
import { ChevronDownIcon } from '../ui/icons.tsx';
import type { Field, FieldValue } from '#core/template/template.ts';

const DAY_FORMATS = ['YYYY年M月D日', 'YYYY-M-D', 'YYYY.M.D', 'YYYY/M/D', 'YYYYMMDD', 'M月D日', 'M-D', 'M.D'];

interface FieldInputProps {
  readonly field: Field;
  readonly value: FieldValue | undefined;
  readonly missing: boolean;
  /** What the office keeps for this field. */
  readonly suggestions: readonly Suggestion[];
  readonly onChange: (value: FieldValue) => void;
}

/** The input for one field of a template, by the way it is asked for. */
export function FieldInput({ field, value, missing, suggestions, onChange }: FieldInputProps) {
  const id = `field-${field.id}`;
  const className = missing ? 'form-input missing' : 'form-input';
  const text = typeof value === 'string' ? value : (value ?? []).join('、');
  // Always an element: a suffix that comes and goes would rebuild the input under the caret.
  const mark = <span className="field-missing">{missing ? '缺' : ''}</span>;
  switch (field.input) {
    case 'choice':
      return (
        <Select suffixIcon={<ChevronDownIcon size="tiny" />} id={id} className={className} value={text === '' ? null : text} placeholder={field.placeholder ?? '不标注'} allowClear={!field.required} showSearch={{ optionFilterProp: 'label' }}
          options={(field.options ?? []).map((option) => ({ value: option.value, label: option.label }))} onChange={(next: string | undefined) => onChange(next ?? '')} />
      );
    case 'list':
      return (
        <NamesInput id={id} areTitles={/附件/.test(field.label)} keepsCommas={/主送|抄送/.test(field.label)} className={className} suffixIcon={mark} value={typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? [])} placeholder={field.placeholder} suggestions={suggestions} onChange={onChange} />
      );
    case 'date':
      return (
        <DatePicker id={id} className={className} value={text === '' ? null : dayjs(text)} format={DAY_FORMATS} placeholder={field.placeholder ?? (/成文|印发/.test(field.label) ? '签发后填' : '如 2026-12-10')} onChange={(day: dayjs.Dayjs | null) => onChange(day ? day.format('YYYY-MM-DD') : '')} />
      );
    case 'paragraph':
      return <Input.TextArea id={id} className={className} autoSize={{ minRows: 2, maxRows: 6 }} value={text} placeholder={field.placeholder} onChange={(event) => onChange(event.target.value)} />;
    case 'text':
      return (
        <Suggested suggestions={suggestions} value={text} onChoose={onChange}>
          <Input id={id} className={className} value={text} placeholder={field.placeholder} suffix={mark} autoComplete="off" spellCheck={false} aria-required={field.required} onChange={(event) => onChange(event.target.value)}
            onFocus={(event) => {
              // In 照保函〔2026〕号 the caret waits where the number goes.
              const input = event.currentTarget;
              if (/〔\d{4}〕号$/.test(input.value)) requestAnimationFrame(() => input.setSelectionRange(input.value.length - 1, input.value.length - 1));
            }} />
        </Suggested>
      );
  }
}
