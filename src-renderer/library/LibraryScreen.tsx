import { Button, Input, Segmented, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { DocumentSummary } from '#core/contract/model.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ChevronDownIcon, PlusIcon, SearchIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { DocumentFacts } from './DocumentFacts.tsx';
import { DocumentTable } from './DocumentTable.tsx';
import { usePagedList } from './use-paged-list.ts';
import { useWorkplace } from './workplace.tsx';
import './library.css';

/** 文稿: every draft, found by a word, a template, or in the bin; the chosen one as a page at the right. */
export function LibraryScreen() {
  const { host, templates, openDocument, startNew, choose, report, tell, keyOf } = useWorkplace();
  const [text, setText] = useState('');
  const [search, setSearch] = useState('');
  const [template, setTemplate] = useState<string | null>(null);
  const [removed, setRemoved] = useState(false);
  const [chosen, setChosen] = useState(0);
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const timer = setTimeout(() => setSearch(text.trim()), 150);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => setChosen(0), [search, template, removed]);
  const list = usePagedList({ search, template, removed });
  const total = list.total ?? 0;
  const at = Math.min(chosen, Math.max(0, total - 1));
  const summary = list.at(at);
  const isEmptyList = total === 0;
  useEffect(() => {
    choose(removed ? null : summary ?? null);
    return () => choose(null);
  }, [choose, removed, summary]);
  useEffect(() => {
    if (!isEmptyList && !(document.activeElement instanceof HTMLInputElement)) table.current?.focus({ preventScroll: true });
  }, [isEmptyList]);

  const restore = (line: DocumentSummary): void => void host.call('document.restore', { id: line.id }).then(() => tell(`已放回：${line.title}`), report);
  const remove = (line: DocumentSummary): void => {
    if (removed) return restore(line);
    void host.call('document.remove', { id: line.id }).then(() => tell(`已移入回收站：${line.title || '（无标题）'}`, () => restore(line)), report);
  };
  const duplicate = (line: DocumentSummary): void => void host.call('document.duplicate', { id: line.id }).then((made) => openDocument(made.summary), report);
  const open = (line: DocumentSummary): void => {
    if (removed) tell('回收站里的文稿先“放回”再打开。');
    else openDocument(line);
  };
  return (
    <div className="shelf">
      <div className="screen-head">
        <h1>文稿</h1>
        <span className="screen-note">{list.total === null ? '' : `${total.toLocaleString('zh-CN')} 份`}</span>
        <span className="spring" />
        <Input className="shelf-search" value={text} allowClear prefix={<SearchIcon />} placeholder="标题、文号、主送机关" aria-label="筛选文稿" onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'ArrowDown' || event.key === 'Enter') table.current?.focus();
            else if (event.key === 'Escape') setText('');
          }} />
        <Select suffixIcon={<ChevronDownIcon size="tiny" />} className="shelf-template" value={template ?? ''} aria-label="按文种筛选" onChange={(value) => setTemplate(value === '' ? null : value)} options={[{ value: '', label: '全部文种' }, ...templates.map((each) => ({ value: each.id, label: each.name }))]} />
        <Segmented value={removed ? 'bin' : 'all'} options={[{ value: 'all', label: '文稿' }, { value: 'bin', label: '回收站' }]} onChange={(value) => setRemoved(value === 'bin')} aria-label="文稿或回收站" />
        <Button type="primary" icon={<PlusIcon />} onClick={() => startNew()}>新建公文<Kbd>{keyOf('new')}</Kbd></Button>
      </div>
      {total > 0 ? (
        <div className="shelf-body">
          <DocumentTable ref={table} list={list} total={total} chosen={at} search={search} removed={removed} onChoose={setChosen} onOpen={open} onRemove={remove} />
          {summary && <DocumentFacts summary={summary} removed={removed} onOpen={() => open(summary)} onDuplicate={() => duplicate(summary)} onRemove={() => remove(summary)} onRestore={() => restore(summary)} />}
        </div>
      ) : (
        list.total !== null && <div className="shelf-empty"><NothingHere removed={removed} filtered={search !== '' || template !== null} onClear={() => { setText(''); setTemplate(null); }} /></div>
      )}
    </div>
  );
}

function NothingHere({ removed, filtered, onClear }: { readonly removed: boolean; readonly filtered: boolean; readonly onClear: () => void }) {
  const { startNew, chooseFile } = useWorkplace();
  if (filtered) return <EmptyState title="没有符合的文稿" text="换两个字试试，或去掉筛选。"><Button onClick={onClear}>去掉筛选</Button></EmptyState>;
  if (removed) return <EmptyState title="回收站是空的" text="移走的文稿会留在这里，随时可以放回。" />;
  return <EmptyState title="还没有文稿" text="新建一份，或把 Word 文件拖进窗口。"><Button onClick={() => startNew()}>新建公文</Button><Button onClick={chooseFile}>打开文件</Button></EmptyState>;
}
