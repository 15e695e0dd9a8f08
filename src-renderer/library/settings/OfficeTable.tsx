import { Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { entriesOf } from '#core/office/office.ts';
import type { Kept, OfficeEntry, OfficeKind } from '#core/office/office.ts';
import { useOffice } from '../../office/use-office.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { usePinyinFind } from '../../ui/pinyin-find.ts';
import { useWorkplace } from '../workplace.tsx';
import { EntryRow } from './EntryRow.tsx';
import type { Column, Draft } from './EntryRow.tsx';
import { TableButtons } from './TableButtons.tsx';
import { useOfficeChanges } from './use-office-changes.ts';

interface OfficeTableProps {
  readonly kind: OfficeKind;
  /** What it is a list of: 单位. */
  readonly name: string;
  readonly title: string;
  readonly note: string;
  readonly columns: readonly Column[];
  readonly blank: OfficeEntry;
  /** The next step, where there is nothing yet. */
  readonly empty: string;
  /** Whether the first one is what drafts begin with. */
  readonly hasDefault?: boolean;
}

/** More rows than anybody looks through; the rest is found by searching. */
const MOST_ROWS = 200;
const SEARCHED_FROM = 8;

/** Entries of one kind: a new one is written at the top, kept ones where they stand. */
export function OfficeTable({ kind, name, title, note, columns, blank, empty, hasDefault }: OfficeTableProps) {
  const { host } = useWorkplace();
  const { entries, isLoaded } = useOffice(host);
  const changes = useOfficeChanges();
  const find = usePinyinFind();
  const [query, setQuery] = useState('');
  const box = useRef<HTMLElement>(null);
  const rows = entriesOf(entries, kind);
  const found = useMemo(() => (query.trim() === '' ? rows : rows.filter((entry) => find(textOf(entry), query) !== null)), [rows, query, find]);
  const first = columns[0]!.key;
  const nameOf = (entry: Draft): string => String(entry[first]);
  const remove = (entry: Kept<OfficeEntry>, index: number): void => {
    void changes.remove(entry, nameOf(asDraft(entry))).then(() => {
      // The focus goes to the row that took its place, unless the person has gone elsewhere.
      if (document.activeElement !== document.body && !box.current?.contains(document.activeElement)) return;
      const inputs = box.current?.querySelectorAll<HTMLElement>('.entry-row:not(.new)');
      (inputs?.[Math.min(index, inputs.length - 1)] ?? box.current)?.querySelector<HTMLElement>('input')?.focus();
    });
  };
  const table = kind === 'name' ? undefined : kind;
  return (
    <section ref={box} className="block office-block" aria-labelledby={`office-${kind}`}>
      <div className="block-head">
        <h2 id={`office-${kind}`}>{title}</h2>
        {rows.length > 0 && <span className="count">{rows.length}</span>}
        <span className="quiet small ellipsis">{note}</span>
        <span className="spring" />
        {rows.length >= SEARCHED_FROM && <Input size="small" className="office-search" prefix={<SearchIcon />} allowClear placeholder="字、拼音、首字母" aria-label={`搜${name}`} value={query} onChange={(event) => setQuery(event.target.value)} />}
        {table && <TableButtons as={table} name={name} hasRows={rows.length > 0} />}
      </div>
      <div className="entry-table" role="table" aria-label={title}>
        <div className="entry-heads" role="row" style={{ gridTemplateColumns: `${columns.map(({ share }) => `minmax(0, ${share}fr)`).join(' ')} 96px` }}>
          {columns.map(({ key, label }) => <span key={key} role="columnheader">{label}</span>)}
        </div>
        <EntryRow columns={columns} entry={asDraft(blank)} name={name} onSave={(draft) => changes.add([asEntry(draft, blank)])} onPasteMany={table && ((text) => void changes.importFile(`粘贴的${name}`, new TextEncoder().encode(text), table))} />
        {found.slice(0, MOST_ROWS).map((entry, index) => (
          <EntryRow
            key={entry.id} columns={columns} entry={asDraft(entry)} name={nameOf(asDraft(entry))} isFirst={hasDefault && entry === rows[0]}
            onSave={(draft) => changes.change({ ...asEntry(draft, blank), id: entry.id })} onRemove={() => remove(entry, index)} onLead={hasDefault && entry !== rows[0] ? () => void changes.lead(entry.id) : undefined}
          />
        ))}
      </div>
      {isLoaded && rows.length === 0 && <p className="entry-empty">{empty}</p>}
      {rows.length > 0 && found.length === 0 && <p className="entry-empty">没有找到“{query}”。字、全拼、首字母都可以，简称也认得。</p>}
      {found.length > MOST_ROWS && <p className="entry-empty">还有 {found.length - MOST_ROWS} 条没有列出，搜一搜就到。</p>}
    </section>
  );
}

const asDraft = (entry: OfficeEntry): Draft => Object.fromEntries(Object.entries(entry).filter(([key]) => key !== 'kind' && key !== 'id')) as Draft;
const asEntry = (draft: Draft, blank: OfficeEntry): OfficeEntry => ({ ...blank, ...draft }) as OfficeEntry;
const textOf = (entry: OfficeEntry): string => Object.values(asDraft(entry)).flat().join(' ');
