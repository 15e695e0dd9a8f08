import { Popover } from 'antd';
import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { COMMANDS } from '#core/wording/commands.ts';
import { keyLabel, shownKey } from '#core/wording/shown-key.ts';
import { ChevronDownIcon, SymbolIcon } from '../../ui/icons.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { usePinyinFind } from '../../ui/pinyin-find.ts';
import type { FindByPinyin } from '../../ui/pinyin-find.ts';
import { insertSymbol } from '../commands/insert-symbol.ts';
import { run } from '../go-to.ts';
import { SYMBOL_GROUPS, SYMBOLS, used } from './symbols.ts';
import type { Symbol } from './symbols.ts';
import './symbols.css';

interface SymbolMenuProps {
  readonly editor: Editor;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** The last used ones, the newest first. */
  readonly recent: readonly string[];
  readonly onUsed: (recent: string[]) => void;
}

/** 符号: special characters, the last used ones under the keys 1–9, all of them found by name, pinyin or initials. */
export function SymbolMenu({ editor, isOpen, onOpen, recent, onUsed }: SymbolMenuProps) {
  const choose = (text: string): void => {
    onOpen(false);
    if (run(editor, insertSymbol(text))) onUsed(used(recent, text));
  };
  const leave = (): void => {
    onOpen(false);
    editor.view.focus();
  };
  return (
    <Popover
      open={isOpen} onOpenChange={onOpen} trigger="click" placement="bottomLeft" arrow={false} classNames={{ root: 'ribbon-popover' }} destroyOnHidden
      content={() => <SymbolPanel recent={recent} onChoose={choose} onLeave={leave} />}
    >
      <button
        type="button" className="ribbon-button" aria-haspopup="dialog" aria-expanded={isOpen} aria-label={COMMANDS.symbols.name} aria-keyshortcuts={shownKey('symbols')}
        title={`${COMMANDS.symbols.name}　${keyLabel('symbols')}`} onMouseDown={(event) => event.preventDefault()}
      >
        <SymbolIcon /><span className="word">符号</span><ChevronDownIcon size="tiny" />
      </button>
    </Popover>
  );
}

const COLUMNS = 10;
const NAMES = new Map(SYMBOLS.map(({ text, name }) => [text, name]));

interface Group {
  readonly name: string;
  readonly symbols: readonly Symbol[];
}

function groupsFor(wanted: string, recent: readonly string[], find: FindByPinyin): readonly Group[] {
  if (wanted !== '') {
    const found = SYMBOLS.filter(({ text, name }) => text.includes(wanted) || find(name, wanted) !== null);
    return found.length > 0 ? [{ name: '找到的', symbols: found }] : [];
  }
  const last = recent.flatMap((text): Symbol[] => (NAMES.has(text) ? [{ text, name: NAMES.get(text)! }] : []));
  return last.length > 0 ? [{ name: '最近用过', symbols: last }, ...SYMBOL_GROUPS] : SYMBOL_GROUPS;
}

function SymbolPanel({ recent, onChoose, onLeave }: { readonly recent: readonly string[]; readonly onChoose: (text: string) => void; readonly onLeave: () => void }) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const find = usePinyinFind();
  const wanted = text.trim();
  const groups = groupsFor(wanted, recent, find);
  const all = groups.flatMap((group) => group.symbols);
  const hasRecent = wanted === '' && groups[0]?.name === '最近用过';
  const move = (by: number): void => setAt(Math.min(all.length - 1, Math.max(0, at + by)));
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
    if (by !== undefined) move(by);
    else if (event.key === 'Enter' && all[at]) onChoose(all[at].text);
    else if (event.key === 'Escape') onLeave();
    else if (hasRecent && /^[1-9]$/.test(event.key) && recent[Number(event.key) - 1] !== undefined) onChoose(recent[Number(event.key) - 1]!);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  let index = -1;
  return (
    <div className="symbols" role="dialog" aria-label={COMMANDS.symbols.name} onKeyDown={press}>
      <input
        ref={input} className="symbols-search" value={text} placeholder="查名称、拼音：书名号、ljkh" aria-label="查符号" role="combobox" aria-expanded="true" aria-controls="symbols-list"
        aria-activedescendant={all.length > 0 ? `symbol-${at}` : undefined} autoComplete="off" spellCheck={false} onChange={(event) => { setText(event.target.value); setAt(0); }}
      />
      <div id="symbols-list" role="listbox" aria-label="符号" className="symbols-list">
        {groups.map((group) => (
          <div key={group.name} role="group" aria-label={group.name}>
            <p aria-hidden="true">{group.name}{group.name === '最近用过' && <span className="quiet">　按数字键插入</span>}</p>
            <div className="symbols-grid">
              {group.symbols.map((symbol) => {
                const here = ++index;
                return (
                  <div key={symbol.text} id={`symbol-${here}`} role="option" aria-selected={here === at} aria-label={symbol.name} title={symbol.name} className={here === at ? 'symbol on' : 'symbol'} onMouseDown={(event) => event.preventDefault()} onMouseEnter={() => setAt(here)} onClick={() => onChoose(symbol.text)}>
                    {symbol.text === '\u3000' ? <span className="blank" /> : symbol.text}
                    {hasRecent && here < recent.length && <i aria-hidden="true">{here + 1}</i>}
                  </div>
                );
              })}
            </div>
          </div>
        ))}
        {all.length === 0 && <p className="symbols-none">没有这个名字的符号。试试别的叫法，或它的拼音首字母。</p>}
      </div>
      <p className="symbols-foot" aria-hidden="true"><span>{all[at] && `${all[at].text === '\u3000' ? '' : all[at].text}　${all[at].name.replaceAll(' ', '，')}`}</span><Kbd>Enter</Kbd>插入</p>
    </div>
  );
}
