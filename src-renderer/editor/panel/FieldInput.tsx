import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { ComponentProps } from 'react';
import type { Suggestion } from '#core/office/suggest.ts';
import type { Field, FieldValue } from '#core/template/template.ts';
import { NamesInput } from '../../office/NamesInput.tsx';
import { Suggested } from '../../office/Suggested.tsx';
import { useEcho } from './use-echo.ts';

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
        <Names {...common} areTitles={/附件/.test(field.label ?? '')} keepsCommas={/主送|抄送/.test(field.label ?? '')} value={typeof value === 'string' ? (value === '' ? [] : [value]) : (value ?? NO_NAMES)} suggestions={suggestions} onChange={onChange} />
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

const NO_NAMES: readonly string[] = [];

/** Several names in a row; the next one begins before the paper has told of the last. */
function Names({ value, onChange, ...rest }: Omit<ComponentProps<typeof NamesInput>, 'className'>) {
  const [names, write] = useEcho(value, (next) => onChange([...next]));
  return <NamesInput {...rest} value={names} onChange={write} className="field-input" />;
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
  const [kept, write] = useEcho(value, onChange);
  /** What the input method shows; null while none is at work. */
  const [composed, setComposed] = useState<string | null>(null);
  const props = {
    ...rest,
    value: composed ?? kept,
    className: 'field-input',
    autoComplete: 'off',
    onCompositionStart: (event: { currentTarget: { value: string } }) => setComposed(event.currentTarget.value),
    onCompositionEnd: (event: { currentTarget: { value: string } }) => {
      setComposed(null);
      write(event.currentTarget.value);
    },
    onChange: (event: { target: { value: string } }) => {
      if (composed === null) write(event.target.value);
      else setComposed(event.target.value);
    },
  };
  if (isLong) return <Input.TextArea {...props} autoSize={{ minRows: 1, maxRows: 5 }} />;
  return <Suggested suggestions={suggestions} value={composed ?? kept} onChoose={write}><Input {...props} /></Suggested>;
}
