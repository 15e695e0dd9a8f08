import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import type { Suggestion } from '#core/office/suggest.ts';
import { NamesInput } from '../../office/NamesInput.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { ArrowLeftIcon, ChevronDownIcon, PlusIcon, TrashIcon } from '../../ui/icons.tsx';

/** One member of an entry as it is written in a row: a word, a choice, or several names. */
export interface Column {
  readonly key: string;
  readonly label: string;
  readonly placeholder: string;
  /** Share of the row's width. */
  readonly share: number;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** Several names, with these suggested. */
  readonly names?: readonly Suggestion[];
}

export type Draft = Readonly<Record<string, string | readonly string[]>>;

interface EntryRowProps {
  readonly columns: readonly Column[];
  readonly entry: Draft;
  /** The name of the row for screen readers and sentences. */
  readonly name: string;
  /** Resolves to false when it was refused; what is written then stays in the row. */
  readonly onSave: (draft: Draft) => Promise<boolean>;
  readonly onRemove?: () => void;
  readonly onLead?: (() => void) | undefined;
  readonly isFirst?: boolean | undefined;
  /** Takes a text of several lines or columns. */
  readonly onPasteMany?: ((text: string) => void) | undefined;
}

/** A row to be written in. A kept one saves itself when it is left; a new one on Enter or 加入, and is empty for the next. Esc gives back what stood there. */
export function EntryRow({ columns, entry, name, onSave, onRemove, onLead, isFirst, onPasteMany }: EntryRowProps) {
  const isNew = onRemove === undefined;
  const [draft, setDraft] = useState(entry);
  const [refused, setRefused] = useState<readonly Draft[]>([]);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(entry);
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(entry);
  useEffect(() => {
    // Changed elsewhere: shown at once, unless it is being written in here.
    if (JSON.stringify(shown.current) !== JSON.stringify(entry)) setDraft((now) => (JSON.stringify(now) === JSON.stringify(shown.current) ? entry : now));
    shown.current = entry;
  }, [entry]);
  const set = (key: string, value: string | readonly string[]): void => setDraft((now) => ({ ...now, [key]: value }));
  const isEmpty = String(draft[columns[0]!.key] ?? '').trim() === '';
  const save = async (): Promise<void> => {
    if (!isDirty) return;
    // A row without its name is none: what stood there comes back.
    if (isEmpty) {
      if (!isNew) setDraft(entry);
      return;
    }
    if (!isNew) return void (await onSave(draft));
    // The next one can be written at once: nothing is done to the row later that would meddle with what is written meanwhile.
    setDraft(entry);
    box.current?.querySelector('input')?.focus();
    if (!(await onSave(draft))) setRefused((before) => [...before, draft]);
  };
  // What was refused comes back once nothing else is being written here.
  const isBlank = isNew && !isDirty;
  useEffect(() => {
    const [first, ...others] = refused;
    if (!first || !isBlank) return;
    setDraft(first);
    setRefused(others);
  }, [refused, isBlank]);
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const isNames = (event.target as HTMLElement).closest('.ant-select') !== null;
    if (event.key === 'Escape' && isDirty) setDraft(entry);
    else if (event.key === 'Enter' && (!isNames || event.ctrlKey || isSettled(event.target as HTMLInputElement))) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const leave = (event: FocusEvent): void => {
    if (!isNew && !event.currentTarget.contains(event.relatedTarget) && !(event.relatedTarget instanceof HTMLElement && event.relatedTarget.closest('.names-popup'))) void save();
  };
  return (
    <div ref={box} className={isNew ? 'entry-row new' : 'entry-row'} role="row" aria-label={isNew ? `加一条${name}` : name} style={{ gridTemplateColumns: `${columns.map(({ share }) => `minmax(0, ${share}fr)`).join(' ')} 96px` }} onKeyDown={press} onBlur={leave}>
      {columns.map(({ key, label, placeholder, choices, names }) => {
        const value = draft[key] ?? '';
        const common = { placeholder: isNew ? placeholder : '', 'aria-label': label, variant: isNew ? ('outlined' as const) : ('borderless' as const) };
        if (choices) return <span key={key} role="cell"><Select {...common} suffixIcon={<ChevronDownIcon size="tiny" />} className="entry-input" value={String(value)} options={[...choices]} onChange={(next: string) => set(key, next)} /></span>;
        if (names) return <span key={key} role="cell"><NamesInput {...common} className="entry-input" keepsCommas={key === 'units' && draft.use !== 'consulted'} value={Array.isArray(value) ? (value as string[]) : []} suggestions={names} onChange={(next) => set(key, next)} /></span>;
        return (
          <span key={key} role="cell">
            <Input {...common} className="entry-input" value={String(value)} maxLength={200} autoComplete="off" spellCheck={false} onChange={(event) => set(key, event.target.value)}
              onPaste={(event) => {
                const text = event.clipboardData.getData('text/plain');
                if (!onPasteMany || !/[\n\t]/.test(text.trim())) return;
                event.preventDefault();
                onPasteMany(text);
              }} />
          </span>
        );
      })}
      <span className="entry-actions" role="cell">
        {isNew && <Button size="small" disabled={isEmpty} icon={<PlusIcon />} onClick={() => void save()}>加入</Button>}
        {isFirst && <span className="tag">默认</span>}
        {onLead && <Hint name="移到最前，作为默认"><Button size="small" type="text" className="entry-quiet" aria-label={`把“${name}”移到最前`} icon={<ArrowLeftIcon className="turned" />} onClick={onLead} /></Hint>}
        {onRemove && <Hint name="删去"><Button size="small" type="text" className="entry-quiet" aria-label={`删去“${name}”`} icon={<TrashIcon />} onClick={onRemove} /></Hint>}
      </span>
    </div>
  );
}

/** Where several names are given, Enter takes the one being written; with none under way and none offered it is about the row. */
const isSettled = (input: HTMLInputElement): boolean => input.value === '' && input.getAttribute('aria-expanded') !== 'true';
