import { Input, Select } from 'antd';
import { memo, useCallback } from 'react';
import type { TemplatePart, Treatment } from '#core/document/propose-template.ts';
import { ChevronDownIcon } from '../ui/icons.tsx';

interface PartRowsProps {
  readonly parts: readonly TemplatePart[];
  readonly onChange: (change: (parts: readonly TemplatePart[]) => readonly TemplatePart[]) => void;
}

const isSection = (part: TemplatePart): boolean => part.level > 0;

/** What becomes of each part of the draft, in the order of the paper. */
export function PartRows({ parts, onChange }: PartRowsProps) {
  const change = useCallback((index: number, now: (part: TemplatePart) => TemplatePart) => onChange((all) => all.map((part, at) => (at === index ? now(part) : part))), [onChange]);
  const all = (treatment: Treatment): void => onChange((now) => now.map((part) => (isSection(part) && part.choices.includes(treatment) ? { ...part, treatment } : part)));
  const sections = parts.filter((part) => isSection(part) && part.choices.includes('free')).length;
  return (
    <section role="group" aria-label="各部分的去留">
      <div className="field-group">
        <h2>各部分的去留</h2>
        {sections > 1 && (
          <span className="part-all small">
            <button type="button" className="plain-button" onClick={() => all('free')}>都只留标题</button>
            <button type="button" className="plain-button" onClick={() => all('fixed')}>正文都留</button>
          </span>
        )}
      </div>
      {parts.map((part, index) => <PartRow key={index} part={part} index={index} onChange={change} />)}
    </section>
  );
}

interface PartRowProps {
  readonly part: TemplatePart;
  readonly index: number;
  readonly onChange: (index: number, change: (part: TemplatePart) => TemplatePart) => void;
}

const PartRow = memo(function PartRow({ part, index, onChange }: PartRowProps) {
  const { name, text, level, choices, treatment, field, element } = part;
  const isWaiting = element !== undefined && part.from === part.to;
  return (
    <div className={`part-row is-${treatment}`} style={{ paddingInlineStart: Math.max(0, level - 1) * 16 }} role="group" aria-label={`${name}：${text}`}>
      <div className="part-head">
        <span className="part-name">{name}</span>
        {treatment === 'field' && field ? (
          <Input size="small" className="part-label" value={field.field.label} maxLength={20} aria-label={`${name}的填写项名称`}
            onChange={({ target }) => onChange(index, (now) => (now.field ? { ...now, field: { ...now.field, field: { ...now.field.field, label: target.value } } } : now))} />
        ) : <span className="spring" />}
        <Select<Treatment> size="small" variant="filled" className="part-choice" suffixIcon={<ChevronDownIcon size="tiny" />} value={treatment} aria-label={`${name}怎样处理`}
          options={choices.map((value) => ({ value, label: nameOf(value, part) }))} onChange={(value) => onChange(index, (now) => ({ ...now, treatment: value }))} />
      </div>
      <p className="part-text small quiet ellipsis">{isWaiting ? '原稿没有填，填了才出现' : text || '（空）'}</p>
    </div>
  );
});

function nameOf(treatment: Treatment, part: TemplatePart): string {
  if (treatment === 'free') return isSection(part) ? '只留标题' : '留空待写';
  return { template: '填写项', field: '填写项', fixed: '原样保留', out: '不要' }[treatment];
}
