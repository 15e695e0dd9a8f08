import { Button } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { tidyValues } from '#core/template/tidy-values.ts';
import { FORMAT_NAMES } from '#core/template/template.ts';
import type { FieldValue, FieldValues } from '#core/template/template.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { dropTyping, holdTyping } from '../ui/typing-ahead.ts';
import { FieldForm, focusField } from './FieldForm.tsx';
import { LivePage } from './LivePage.tsx';
import { isMissing } from './missing-fields.ts';
import { startValues } from './start-values.ts';
import { useOffice } from '../office/use-office.ts';
import { TemplatePicker } from './TemplatePicker.tsx';
import { useWorkplace } from './workplace.tsx';
import './new-document.css';

interface NewDocumentProps {
  /** Template asked for; null = the first. */
  readonly template: string | null;
  readonly hidden: boolean;
  readonly onDone: (summary: { readonly id: string; readonly title: string }) => void;
  readonly onBack: () => void;
  readonly onName: (title: string) => void;
}

/** 新建: templates as pages, the form in the order of the paper, and the page as it becomes. */
export function NewDocument({ template: asked, hidden, onDone, onBack, onName }: NewDocumentProps) {
  const { host, templates, person, report } = useWorkplace();
  const { entries, isLoaded } = useOffice(host);
  const [chosen, setChosen] = useState(asked ?? templates[0]!.id);
  const [typed, setTyped] = useState<FieldValues>({});
  const [linked, setLinked] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const template = templates.find((each) => each.id === chosen) ?? templates[0]!;
  const values = useMemo(() => startValues(template, { entries, person: person.name, year: new Date().getFullYear() }, typed), [template, entries, person.name, typed]);
  const painted = useDeferredValue(useMemo(() => tidyValues(template, values), [template, values]));
  const missing = useMemo(() => template.fields.filter((field) => isMissing(field, values)), [template, values]);

  const latest = useRef(values);
  useEffect(() => {
    latest.current = values;
  }, [values]);
  const named = useRef(onName);
  useEffect(() => named.current(`新建 · ${template.name}`), [template.name]);
  // The first thing still to be written has the caret, so that a new draft begins with typing.
  const focusFirst = useCallback(() => {
    const first = template.fields.find((field) => field.id !== 'documentNumber' && isMissing(field, latest.current)) ?? template.fields[0];
    if (first) focusField(form.current, first.id);
  }, [template]);
  // A template chosen with the pointer or Enter leads into its form; whoever is looking through the templates is left there.
  const walking = useRef(false);
  useEffect(() => {
    if (isLoaded && !walking.current) focusFirst();
  }, [focusFirst, isLoaded]);
  const choose = (id: string, leads: boolean): void => {
    walking.current = !leads;
    setChosen(id);
    if (leads && id === template.id) focusFirst();
  };

  const begin = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    // What is still being typed into a list becomes a value when its input is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    holdTyping();
    await new Promise((next) => setTimeout(next));
    try {
      const fields = Object.fromEntries(Object.entries(latest.current).filter(([id]) => template.fields.some((field) => field.id === id)).map(([id, value]) => [id, trim(value)]));
      onDone((await host.call('document.fromTemplate', { template: template.id, fields })).summary);
    } catch (error) {
      dropTyping();
      report(error);
      setBusy(false);
    }
  };
  const keys = useRef({ begin, onBack });
  useEffect(() => {
    keys.current = { begin, onBack };
  });
  useEffect(() => {
    if (hidden) return;
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      // Taken before the inputs see it: a list would answer Enter itself.
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        event.stopPropagation();
        void keys.current.begin();
      } else if (event.key === 'Escape') {
        const active = document.activeElement as HTMLElement | null;
        // A list of suggestions is put away first.
        if (active?.closest('[data-suggesting]')) return;
        if (active && form.current?.contains(active)) active.blur();
        else if (active === document.body) keys.current.onBack();
      }
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [hidden]);

  const help = template.fields.find((field) => field.id === linked)?.help;
  return (
    <div className="new-document">
      <TemplatePicker chosen={template.id} onChoose={choose} onFocus={() => { walking.current = true; }} />
      <section className="form-pane" aria-label={`${template.name}的要素`} ref={form}>
        <div className="screen-pane-head">
          <h1>{template.name}</h1>
          <span className="quiet small">{FORMAT_NAMES[template.format]} · 按纸面顺序填</span>
        </div>
        <FieldForm key={template.id} template={template} entries={entries} values={values} linked={linked} onChange={(id, value) => setTyped((now) => ({ ...now, [id]: value }))} onLink={setLinked} />
        <div className="form-foot">
          <span className="small quiet form-help" aria-live="polite">{help ?? (missing.length > 0 ? '缺项可以后补，起草时还会提醒' : '要素已齐')}</span>
          <Button type="primary" loading={busy} onClick={() => void begin()}>开始起草<Kbd>Ctrl Enter</Kbd></Button>
        </div>
      </section>
      <LivePage template={template} values={painted} missing={missing} linked={linked} onField={(id) => focusField(form.current, id)} />
    </div>
  );
}

const trim = (value: FieldValue): string | string[] => (typeof value === 'string' ? value.trim() : value.map((each) => each.trim()).filter((each) => each !== ''));
