import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DocumentSummary } from '#core/contract/model.ts';
import { ChevronRightIcon, ClipboardIcon, FolderIcon, PlusIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { DeskEmpty } from './DeskEmpty.tsx';
import { DocumentThumbnail } from './DocumentThumbnail.tsx';
import { sayMissingIn } from './missing-fields.ts';
import { nameOfTemplate } from './name-of-template.ts';
import { sayNumber } from './say-number.ts';
import { sayTime } from './say-time.ts';
import { TemplateShortcuts } from './TemplateShortcuts.tsx';
import { useLatestDocuments } from './use-documents.ts';
import { useWorkplace } from './workplace.tsx';
import './desk.css';
import './page-card.css';

const CARD_LEAST = 290;
/** From this height on two rows of cards leave room for the list below. */
const TALL = 960;

/** 工作台: the drafts in hand as pages, the latest changes, and a new draft in one click. */
export function Desk({ visit }: { readonly visit: number }) {
  const { show } = useWorkplace();
  const list = useLatestDocuments(24, visit);
  const cards = useRef<HTMLDivElement>(null);
  const columns = useColumns(cards, list !== null && list.total > 0);
  if (list && list.total === 0) return <div className="home-desk"><DeskHead count={0} /><DeskEmpty /></div>;
  const shown = columns * (window.innerHeight >= TALL ? 2 : 1);
  const drafts = list?.items.slice(0, shown) ?? [];
  const rest = list?.items.slice(shown, shown + 10) ?? [];
  return (
    <div className="home-desk">
      <DeskHead count={list?.total ?? null} />
      <div className="desk-grid">
        <div className="desk-main">
          <section className="block" aria-labelledby="desk-drafts">
            <div className="block-head">
              <h2 id="desk-drafts">我的草稿</h2>
              <span className="count">{list?.total ?? ''}</span>
              <span className="spring" />
              <button type="button" className="plain-button more-link small" onClick={() => show('library')}>全部文稿<ChevronRightIcon size="tiny" /></button>
            </div>
            <div className="cards" ref={cards} style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}>
              {drafts.map((summary) => <DraftCard key={summary.id} summary={summary} />)}
            </div>
          </section>
          {rest.length > 0 && (
            <section className="block" aria-labelledby="desk-latest">
              <div className="block-head"><h2 id="desk-latest">最近改过</h2></div>
              <ul className="latest">{rest.map((summary) => <LatestLine key={summary.id} summary={summary} />)}</ul>
            </section>
          )}
        </div>
        <TemplateShortcuts />
      </div>
    </div>
  );
}

function DeskHead({ count }: { readonly count: number | null }) {
  const { startNew, startImport, chooseFile, keyOf } = useWorkplace();
  return (
    <div className="screen-head">
      <h1>工作台</h1>
      {count !== null && count > 0 && <span className="screen-note">共 {count} 份文稿</span>}
      <span className="spring" />
      <Button icon={<ClipboardIcon />} onClick={() => startImport({ kind: 'empty' })}>粘贴文字成稿<Kbd>{keyOf('paste')}</Kbd></Button>
      <Button icon={<FolderIcon />} onClick={chooseFile}>打开文件<Kbd>{keyOf('open')}</Kbd></Button>
      <Button type="primary" icon={<PlusIcon />} onClick={() => startNew()}>新建公文<Kbd>{keyOf('new')}</Kbd></Button>
    </div>
  );
}

function DraftCard({ summary }: { readonly summary: DocumentSummary }) {
  const { templates, openDocument } = useWorkplace();
  const kind = nameOfTemplate(summary, templates);
  return (
    <button type="button" className="page-card draft-card" onClick={() => openDocument(summary)} aria-label={`打开 ${summary.title || '无标题文稿'}`}>
      <DocumentThumbnail summary={summary} width={132}>
        {(preview) => {
          const missing = sayMissingIn(preview);
          return (
            <span className="page-card-facts">
              <span className="draft-title">{summary.title || '（无标题）'}</span>
              <span className="small quiet">{sayTime(summary.changedAt, new Date())}　{summary.words.toLocaleString('zh-CN')} 字</span>
              {sayNumber(summary.documentNumber) !== '' && <span className="small quiet ellipsis">{summary.documentNumber}</span>}
              <span className="spring" />
              {missing !== '' ? <span className="tag seal draft-tag">{missing}</span> : kind !== undefined && <span className="tag draft-tag">{kind}</span>}
            </span>
          );
        }}
      </DocumentThumbnail>
    </button>
  );
}

function LatestLine({ summary }: { readonly summary: DocumentSummary }) {
  const { templates, openDocument } = useWorkplace();
  const kind = nameOfTemplate(summary, templates);
  return (
    <li>
      <button type="button" className="latest-line" onClick={() => openDocument(summary)}>
        <span className="latest-title ellipsis">{summary.title || '（无标题）'}</span>
        <span className="latest-kind"><span className="tag">{kind ?? '导入稿'}</span></span>
        <span className="latest-number quiet ellipsis">{sayNumber(summary.documentNumber)}</span>
        <span className="latest-who quiet ellipsis">{summary.changedBy}</span>
        <span className="latest-time quiet">{sayTime(summary.changedAt, new Date())}</span>
        <ChevronRightIcon size="tiny" />
      </button>
    </li>
  );
}

/** How many cards stand in a row: as many as fit, at least two. */
function useColumns(place: { readonly current: HTMLElement | null }, ready: boolean): number {
  const [columns, setColumns] = useState(3);
  useEffect(() => {
    if (!place.current) return;
    const watcher = new ResizeObserver(([entry]) => setColumns(Math.min(5, Math.max(2, Math.floor((entry!.contentRect.width + 16) / (CARD_LEAST + 16))))));
    watcher.observe(place.current);
    return () => watcher.disconnect();
  }, [place, ready]);
  return columns;
}
