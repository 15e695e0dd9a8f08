import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useEffect, useRef, useState } from 'react';
import type { Suggestion } from '#core/office/suggest.ts';
import type { Field, FieldValue } from '#core/template/template.ts';
import { NamesInput } from '../../office/NamesInput.tsx';
import { Suggested } from '../../office/Suggested.tsx';

interface FieldInputProps {
  readonly id: string;
  readonly field: Pick<Field, 'input' | 'options' | 'placeholder'> & Partial<Pick<Field, 'label'>>;
  readonly value: FieldValue | undefined;
  /** What the office keeps for this field. */
  readonly suggestions: readonly Suggestion[];
  readonly describedBy?: string | undefined;
  readonly onChange: (value: FieldValue) => void;
  readonly onFocus: () => void;
}

/** An input of a field's kind. What an input method is still composing is not yet a value. */
export function FieldInput({ id, field, value, suggestions, describedBy, onChange, onFocus }: FieldInputProps) {
  const common = { id, onFocus, placeholder: field.placeholder, 'aria-describedby': describedBy };
  const text = typeof value === 'string' ? value : (value ?? []).join('、');
  switch (field.input) {
    case 'choice':
      return <Select {...common} allowClear value={text === '' ? undefined : text} options={[...(field.options ?? [])]} onChange={(chosen?: string) => onChange(chosen ?? '')} className="field-input" />;
    case 'list':
      return (
        <NamesInput areTitles={/附件/.test(field.label ?? '')}
          {...common} value={typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? [])} suggestions={suggestions} onChange={onChange} className="field-input"
        />
      );
    case 'date': {
      const day = dayjs(text);
      return (
        <DatePicker
          {...common} value={text !== '' && day.isValid() ? day : null} format="YYYY年M月D日" placeholder={field.placeholder ?? '选日期'} className="field-input"
          onChange={(chosen) => onChange(chosen ? chosen.format('YYYY-MM-DD') : '')}
        />
      );
    }
    default:
      return <TextField {...common} isLong={field.input === 'paragraph'} value={text} suggestions={suggestions} onChange={onChange} />;
  }
}

interface TextFieldProps {
  readonly id: string;
  readonly value: string;
  readonly isLong?: boolean;
  readonly suggestions: readonly Suggestion[];
  readonly placeholder?: string | undefined;
  readonly 'aria-describedby'?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onFocus: () => void;
}

export function TextField({ value, isLong, suggestions, onChange, ...rest }: TextFieldProps) {
  const [draft, setDraft] = useState(value);
  const composing = useRef(false);
  useEffect(() => {
    if (!composing.current) setDraft(value);
  }, [value]);
  const props = {
    ...rest,
    value: draft,
    className: 'field-input',
    autoComplete: 'off',
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: { currentTarget: { value: string } }) => {
      composing.current = false;
      onChange(event.currentTarget.value);
    },
    onChange: (event: { target: { value: string } }) => {
      setDraft(event.target.value);
      if (!composing.current) onChange(event.target.value);
    },
  };
  if (isLong) return <Input.TextArea {...props} autoSize={{ minRows: 1, maxRows: 5 }} />;
  return <Suggested suggestions={suggestions} value={draft} onChoose={(chosen) => { setDraft(chosen); onChange(chosen); }}><Input {...props} /></Suggested>;
}
