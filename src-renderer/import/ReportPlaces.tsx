import { Button } from 'antd';
import { useState } from 'react';
import type { ReportEntry } from '#core/intake/report.ts';
import { REPORT, sayWordNote } from '#core/wording/report.ts';
import { CloseIcon } from '../ui/icons.tsx';
import { shownAt } from './result-facts.ts';
import { fateOf, lineAt } from './source-lines.ts';
import type { Fate } from './source-lines.ts';

/** Places of one kind shown at first; more on demand. */
const FIRST = 30;
const TITLE: Readonly<Record<Exclude<Fate, 'kept'>, string>> = { changed: '改正', dropped: '丢弃', doubtful: '待核对' };

interface ReportPlacesProps {
  readonly fate: Exclude<Fate, 'kept'>;
  readonly report: readonly ReportEntry[];
  readonly source: string;
  readonly onGo: (offset: number) => void;
  readonly onClose: () => void;
}

/** Every repair of one head of the report, by kind, with its places; a click goes there in the source. */
export function ReportPlaces({ fate, report, source, onGo, onClose }: ReportPlacesProps) {
  const entries = report.filter((entry) => fateOf(entry.code) === fate);
  return (
    <section className="report-places" aria-label={`${TITLE[fate]}的各处`}>
      <Button type="text" size="small" className="report-close" icon={<CloseIcon />} aria-label="收起" onClick={onClose} />
      {entries.map((entry) => <Places key={entry.code} entry={entry} source={source} onGo={onGo} />)}
      {entries.length === 0 && <p className="quiet">没有。</p>}
    </section>
  );
}

function Places({ entry: { code, count, at = [], items = [] }, source, onGo }: { readonly entry: ReportEntry; readonly source: string; readonly onGo: (offset: number) => void }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? at : at.slice(0, FIRST);
  return (
    <div className="report-kind">
      <h2>{REPORT[code]}<span className="quiet small">{count} 处</span></h2>
      {items.length > 0 && <ul className="report-items">{items.map((item, index) => <li key={index} className="small">{sayWordNote(item)}</li>)}</ul>}
      {at.length === 0 ? items.length === 0 && <p className="small quiet">这一类没有可指的地方。</p> : (
        <ul>
          {shown.map((span) => (
            <li key={span[0]}><button type="button" onClick={() => onGo(span[0])}><span className="source-number">{lineAt(source, span[0]) + 1}</span><span className="ellipsis">{shownAt(source, span)}</span></button></li>
          ))}
        </ul>
      )}
      {shown.length < at.length && <Button type="text" size="small" onClick={() => setWhole(true)}>还有 {at.length - shown.length} 处</Button>}
    </div>
  );
}
