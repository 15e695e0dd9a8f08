import { useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { DocumentSummary, Template } from '#core/contract/model.ts';
import { sayNumber } from '../library/say-number.ts';
import { sayTime } from '../library/say-time.ts';
import { DocumentIcon, PlusIcon, SearchIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Matched } from '../ui/Matched.tsx';

interface SearchBoxProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly host: Host;
  readonly templates: readonly Template[];
  readonly onOpen: (summary: DocumentSummary) => void;
  readonly onNew: (template: string) => void;
  readonly onError: (error: unknown) => void;
}

type Hit = { readonly kind: 'document'; readonly document: DocumentSummary } | { readonly kind: 'template'; readonly template: Template };

/** Finds a draft by title, number or addressee from anywhere; with nothing typed it offers the latest ones. */
export function SearchBox({ ref, host, templates, onOpen, onNew, onError }: SearchBoxProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [hits, setHits] = useState<readonly Hit[]>([]);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  useImperativeHandle(ref, () => input.current!);

  useEffect(() => {
    if (!open) return;
    let stale = false;
    const wanted = text.trim();
    const timer = setTimeout(() => {
      host.call('document.list', { ...(wanted === '' ? {} : { search: wanted }), limit: 7 }).then((list) => {
        if (stale) return;
        const made = wanted === '' ? [] : templates.filter((template) => template.name.includes(wanted) || template.wenzhong === wanted);
        setHits([...list.items.map((document) => ({ kind: 'document', document }) as const), ...made.map((template) => ({ kind: 'template', template }) as const)]);
        setAt(0);
      }, onError);
    }, wanted === '' ? 0 : 120);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, open, host, templates, onError]);

  const leave = (): void => {
    setOpen(false);
    setText('');
    input.current?.blur();
  };
  const choose = (hit: Hit | undefined): void => {
    if (!hit) return;
    leave();
    if (hit.kind === 'document') onOpen(hit.document);
    else onNew(hit.template.id);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setAt((now) => (now + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') choose(hits[at]);
    else if (event.key === 'Escape') leave();
  };
  return (
    <div className="search" role="search">
      <SearchIcon />
      <input
        ref={input} value={text} placeholder="搜标题、文号、主送机关" aria-label="搜索文稿" role="combobox" aria-expanded={open} aria-controls={listId}
        aria-activedescendant={open && hits.length > 0 ? `${listId}-${at}` : undefined} spellCheck={false}
        onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onChange={(event) => setText(event.target.value)} onKeyDown={press}
      />
      <Kbd>Ctrl K</Kbd>
      {open && (
        <div className="search-hits" onMouseDown={(event) => event.preventDefault()}>
          <p className="search-head">{text.trim() === '' ? '最近的文稿' : hits.length === 0 ? '没有找到' : '找到的'}</p>
          {hits.length === 0 && <p className="search-none">{text.trim() === '' ? '还没有文稿。新建一份，或把 Word 文件拖进窗口。' : '换两个字试试：标题里的词、文号的数字、主送机关的简称都行。'}</p>}
          <ul id={listId} role="listbox" aria-label="搜索结果">
            {hits.map((hit, index) => (
              <li key={hit.kind === 'document' ? hit.document.id : hit.template.id} id={`${listId}-${index}`} role="option" aria-selected={index === at} className={index === at ? 'search-hit on' : 'search-hit'} onMouseEnter={() => setAt(index)} onClick={() => choose(hit)}>
                {hit.kind === 'document' ? <DocumentHit document={hit.document} wanted={text.trim()} /> : <><PlusIcon /><span className="search-title"><span>新建：<Matched text={hit.template.name} wanted={text.trim()} /></span></span></>}
                {index === at && <Kbd>Enter</Kbd>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function DocumentHit({ document, wanted }: { readonly document: DocumentSummary; readonly wanted: string }) {
  const facts = [sayNumber(document.documentNumber), document.addressee.replace(/：$/, '')].filter((fact) => fact !== '');
  return (
    <>
      <DocumentIcon />
      <span className="search-title">
        <span className="ellipsis"><Matched text={document.title || '（无标题）'} wanted={wanted} /></span>
        <span className="small quiet ellipsis"><Matched text={facts.join('　')} wanted={wanted} />{facts.length > 0 && '　'}{sayTime(document.changedAt, new Date())}</span>
      </span>
    </>
  );
}
