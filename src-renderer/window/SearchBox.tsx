import { useEffect, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, Ref } from 'react';
import { COMMANDS } from '#core/wording/commands.ts';
import type { CommandId } from '#core/wording/commands.ts';
import { SearchIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { usePinyinFind } from '../ui/pinyin-find.ts';
import { commandBeyond, findAnything, KINDS } from './find-anything.ts';
import type { Findable, Hit, Kind } from './find-anything.ts';
import { SearchHit } from './SearchHit.tsx';
import './search-box.css';

export interface SearchBoxHandle {
  /** Takes the focus, for one kind alone or for everything. */
  ask(kind: Kind | null): void;
}

interface SearchBoxProps {
  readonly ref: Ref<SearchBoxHandle>;
  /** The key that leads here. */
  readonly keys: string;
  /** What there is to find now; asked for when the box opens. */
  readonly look: () => Pick<Findable, 'commands' | 'headings' | 'tabs' | 'templates' | 'follows'>;
  /** The drafts of the library for these words; '' = the latest. */
  readonly find: (wanted: string) => Promise<Findable['documents']>;
  readonly onChoose: (hit: Hit) => void;
  readonly onError: (error: unknown) => void;
  /** Left without a choice: the draft gets the keys back. */
  readonly onLeave: () => void;
}

const MODES: readonly (Kind | null)[] = [null, 'command', 'heading', 'document', 'template'];
const MODE_NAMES: Readonly<Record<Kind, string>> = { command: '命令', heading: '标题', tab: '打开的', document: '文稿', template: '新建', change: '改换文种' };
/** Typed first, it chooses the kind, with any input method's brackets. */
const SIGNS: Readonly<Record<string, Kind>> = { '>': 'command', '＞': 'command', '》': 'command', '@': 'heading', '＠': 'heading' };
const NO_DOCUMENTS: Findable['documents'] = [];
const NOTHING = { commands: [], headings: [], tabs: [], templates: [] } as const;

/** 搜索一切: commands, headings of the draft, drafts and templates, by characters, pinyin or initials; the arrow keys and Enter choose. */
export function SearchBox({ ref, keys, look, find, onChoose, onError, onLeave }: SearchBoxProps) {
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Kind | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [around, setAround] = useState<ReturnType<SearchBoxProps['look']>>(NOTHING);
  const [documents, setDocuments] = useState<Findable['documents']>([]);
  const [answer, setAnswer] = useState<{ readonly to: string; readonly found: Findable['documents'] } | null>(null);
  /** Enter came before the library's answer: the first of it is meant. */
  const isEager = useRef(false);
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const match = usePinyinFind();
  const wanted = text.trim();
  const found = answer?.to === wanted ? answer.found : NO_DOCUMENTS;
  const groups = useMemo(() => findAnything({ ...around, documents, found }, wanted, kind, match), [around, documents, found, wanted, kind, match]);
  const hits = groups.flatMap((group) => group.hits);

  useImperativeHandle(ref, () => ({
    ask: (asked) => {
      setKind(asked);
      setText('');
      setAt(0);
      input.current?.focus();
    },
  }), []);
  useEffect(() => {
    if (!isOpen) return undefined;
    let isStale = false;
    const timer = setTimeout(() => {
      find(wanted).then((list) => {
        if (isStale) return;
        if (wanted === '') setDocuments(list);
        setAnswer({ to: wanted, found: list });
      }, onError);
    }, wanted === '' ? 0 : 120);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [wanted, isOpen, find, onError]);

  const type = (next: string): void => {
    setAt(0);
    isEager.current = false;
    const sign = kind === null ? SIGNS[next] : undefined;
    if (sign) setKind(sign);
    setText(sign ? '' : next);
  };
  const leave = (): void => {
    setOpen(false);
    setText('');
    setKind(null);
    input.current?.blur();
  };
  const choose = (hit: Hit | undefined): void => {
    if (!hit) return;
    leave();
    onChoose(hit);
  };
  useEffect(() => {
    if (!isEager.current || answer?.to !== wanted) return;
    isEager.current = false;
    choose(hits[0]);
  });
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) setAt((now) => (now + step + hits.length) % hits.length);
    else if (event.key === 'Enter') {
      if (hits.length > 0) choose(hits[at]);
      else isEager.current = answer?.to !== wanted;
    }
    else if (event.key === 'Tab') {
      const next = MODES[MODES.indexOf(kind) + (event.shiftKey ? -1 : 1)];
      if (next === undefined) {
        // Past the last kind the key goes on to what stands next in the window: nobody is held here.
        setKind(null);
        return;
      }
      setKind(next);
      setAt(0);
    } else if (event.key === 'Backspace' && text === '' && kind !== null) setKind(null);
    else if (event.key === 'Escape') {
      if (text !== '') type('');
      else {
        leave();
        onLeave();
      }
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="search" role="search" data-region="search">
      <SearchIcon />
      {kind !== null && <span className="search-kind">{MODE_NAMES[kind]}</span>}
      <input
        ref={input} value={text} placeholder={kind === null ? '搜索一切' : '汉字、拼音、首字母都行'} aria-label={kind === null ? '搜索一切' : `搜索${KINDS[kind]}`} role="combobox" aria-expanded={isOpen}
        aria-controls={listId} aria-autocomplete="list" aria-activedescendant={isOpen && hits.length > 0 ? `${listId}-${at}` : undefined} spellCheck={false} autoComplete="off"
        onFocus={() => { setAround(look()); setOpen(true); }} onBlur={() => setOpen(false)} onChange={(event) => type(event.target.value)} onKeyDown={press}
      />
      <Kbd>{keys}</Kbd>
      {isOpen && (
        <div className="search-hits" onMouseDown={(event) => event.preventDefault()}>
          <div className="search-modes">
            {MODES.map((each) => (
              <button key={each ?? 'all'} type="button" tabIndex={-1} className={each === kind ? 'on' : ''} aria-pressed={each === kind} onClick={() => { setKind(each); setAt(0); }}>{each === null ? '全部' : MODE_NAMES[each]}</button>
            ))}
            <span className="spring" />
            <span className="small quiet"><Kbd>Tab</Kbd> 换一类</span>
          </div>
          {hits.length === 0 && <p className="search-none">{emptyWords(wanted, kind, wanted === '' || kind === 'heading' ? undefined : commandBeyond(around.commands, wanted, match))}</p>}
          <Hits groups={groups} wanted={wanted} kind={kind} at={at} listId={listId} onPoint={setAt} onChoose={choose} />
        </div>
      )}
    </div>
  );
}

interface HitsProps {
  readonly groups: ReturnType<typeof findAnything>;
  readonly wanted: string;
  readonly kind: Kind | null;
  readonly at: number;
  readonly listId: string;
  readonly onPoint: (at: number) => void;
  readonly onChoose: (hit: Hit) => void;
}

function Hits({ groups, wanted, kind, at, listId, onPoint, onChoose }: HitsProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, groups]);
  let index = -1;
  return (
    <div id={listId} role="listbox" aria-label="搜索结果" className="search-list" ref={list}>
      {groups.map((group) => (
        <div key={group.kind} role="group" aria-label={KINDS[group.kind]}>
          {kind === null && <p className="search-head" aria-hidden="true">{wanted === '' ? '最近的文稿' : KINDS[group.kind]}</p>}
          {group.hits.map((hit) => {
            const here = ++index;
            return (
              <div key={hit.key} id={`${listId}-${here}`} role="option" aria-selected={here === at} className={here === at ? 'search-hit on' : 'search-hit'} onMouseMove={() => here !== at && onPoint(here)} onClick={() => onChoose(hit)}>
                <SearchHit hit={hit} wanted={wanted} />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function emptyWords(wanted: string, kind: Kind | null, beyond: CommandId | undefined): string {
  if (beyond) return `“${COMMANDS[beyond].name}”眼下用不上：先打开文稿，把光标放到用得上它的地方。`;
  if (kind === 'heading') return wanted === '' ? '先打开一份文稿；有了层次标题，这里就能直接去。' : '这份文稿里没有这样的标题。';
  if (kind === 'change') return wanted === '' ? '先打开一份文稿，才能改换它的文种。' : '没有这样的模板。写文种的名字，或拼音首字母，比如“qs”找请示。';
  if (wanted === '') return '还没有文稿。新建一份，或把 Word 文件拖进窗口。';
  return '没有找到。换两个字试试：标题里的词、文号的数字、主送机关的简称，或者拼音首字母。';
}
