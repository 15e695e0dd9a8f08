import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { chordLabel } from '#core/wording/chord.ts';
import { COMMAND_GROUPS } from '#core/wording/command-facts.ts';
import { COMMAND_IDS, COMMANDS } from '#core/wording/commands.ts';
import { TAKEN_KEYS } from '#core/wording/shown-key.ts';
import { TYPING_KEYS } from '#core/wording/typing-keys.ts';
import { useWorkplace } from '../library/workplace.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PrintIcon, SearchIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { MatchedRanges } from '../ui/Matched.tsx';
import { usePinyinFind } from '../ui/pinyin-find.ts';
import type { FindByPinyin } from '../ui/pinyin-find.ts';
import './shortcuts.css';

interface Line {
  readonly group: string;
  readonly name: string;
  readonly also: string;
  readonly keys: readonly string[];
}

const byBrowser = new Set(TAKEN_KEYS.filter(({ by }) => by === 'browser').map(({ key }) => key));
const LINES: readonly Line[] = [...COMMAND_IDS.flatMap((id): Line[] => {
  const { name, group, keys, also = '' } = COMMANDS[id];
  return keys ? [{ group, name, also, keys }] : [];
}), ...TYPING_KEYS.map((line) => ({ ...line, also: '' }))];
const GROUPS = [...new Set([...COMMAND_GROUPS, ...TYPING_KEYS.map(({ group }) => group)])];

/** 快捷键一览: every key there is, by group; searched by name, pinyin or the key itself, printed on one sheet. */
export function ShortcutsScreen({ hidden }: { readonly hidden: boolean }) {
  const { info } = useWorkplace();
  const [wanted, setWanted] = useState('');
  const find = usePinyinFind();
  const input = useRef<InputRef>(null);
  useEffect(() => {
    if (!hidden) input.current?.focus();
  }, [hidden]);
  const isUsable = (key: string): boolean => info.host !== 'web' || !byBrowser.has(key);
  const lines = LINES.map((line) => ({ ...line, keys: line.keys.filter(isUsable) })).filter((line) => line.keys.length > 0 && answers(line, wanted.trim(), find));
  return (
    <main className="shortcuts" data-region="main" aria-labelledby="shortcuts-head">
      <div className="screen-head">
        <h1 id="shortcuts-head">快捷键一览</h1>
        <Input ref={input} className="shortcuts-search" prefix={<SearchIcon />} allowClear value={wanted} placeholder="查命令或键：标题、bt、Alt" aria-label="查快捷键" onChange={(event) => setWanted(event.target.value)} />
        <span className="spring" />
        <Button icon={<PrintIcon />} onClick={() => print()}>打印这一页</Button>
      </div>
      <p className="sr-only" role="status">{lines.length} 条</p>
      {lines.length === 0 && <EmptyState title="没有这样的快捷键" text="换个说法，或在搜索框里直接找命令：没有键的命令也能从那里执行。" />}
      <div className="shortcuts-groups">
        {GROUPS.map((group) => {
          const own = lines.filter((line) => line.group === group);
          return own.length > 0 && (
            <section key={group} aria-label={group}>
              <h2>{group}</h2>
              <dl>
                {own.map((line) => (
                  <div key={line.name}>
                    <dt><MatchedRanges text={line.name} ranges={find(line.name, wanted.trim()) ?? []} /></dt>
                    <dd>{line.keys.map((key) => <Kbd key={key}>{chordLabel(key)}</Kbd>)}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
      <p className="shortcuts-note">
        {info.host === 'web' && '浏览器自己占着 Ctrl N、Ctrl W、Ctrl T、Ctrl Tab，这里列的是换用的键；装成桌面程序后两种都能用。'}
        输入法占用的键（Ctrl 空格、Shift 空格、Ctrl . 等）程序一律不用。选字的时候，所有快捷键都让给输入法。
      </p>
    </main>
  );
}

function answers({ name, also, group, keys }: Line, wanted: string, find: FindByPinyin): boolean {
  if (wanted === '') return true;
  const asKey = wanted.toLowerCase().replaceAll(/[\s+]+/g, ' ');
  return find(name, wanted) !== null || also.split(' ').some((word) => word !== '' && find(word, wanted) !== null) || find(group, wanted) !== null || keys.some((key) => chordLabel(key).toLowerCase().includes(asKey));
}
