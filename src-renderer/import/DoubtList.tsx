import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import type { Doubt } from '#core/intake/report.ts';
import { DOUBT } from '#core/wording/report.ts';
import { CheckIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { doubtKey } from './result-facts.ts';
import { lineAt } from './source-lines.ts';

interface DoubtListProps {
  readonly doubts: readonly Doubt[];
  /** Those not yet looked at. */
  readonly open: readonly Doubt[];
  readonly source: string;
  readonly current: Doubt | undefined;
  readonly onGo: (key: string) => void;
  readonly onPass: () => void;
  /** Puts what is proposed in the place of the words in hand. */
  readonly onProposal: () => void;
  readonly onPassAll: () => void;
  /** What can be said of the place in hand. */
  readonly children: ReactNode;
}

/** The places to look at, the most doubtful first; the one in hand is open, those looked at are ticked. */
export function DoubtList({ doubts, open, source, current, onGo, onPass, onProposal, onPassAll, children }: DoubtListProps) {
  if (doubts.length === 0) return null;
  return (
    <>
      <ol className="doubts" aria-label="待核对">
        {doubts.map((doubt) => {
          const key = doubtKey(doubt);
          if (doubt === current) return <InHand key={key} doubt={doubt} line={lineAt(source, doubt.span[0]) + 1} onPass={onPass} onProposal={onProposal}>{children}</InHand>;
          const isOpen = open.includes(doubt);
          return (
            <li key={key} className={isOpen ? '' : 'seen'}>
              <button type="button" onClick={() => onGo(key)} disabled={!isOpen}>
                {isOpen ? <span className="doubt-line">{lineAt(source, doubt.span[0]) + 1}</span> : <CheckIcon size="tiny" />}
                <span className="doubt-words"><span className="ellipsis">{doubt.text === '' ? DOUBT[doubt.reason] : `“${doubt.text}”`}</span>{doubt.text !== '' && <span className="small quiet ellipsis">{DOUBT[doubt.reason]}</span>}</span>
              </button>
            </li>
          );
        })}
      </ol>
      {open.length > 0 && <p className="doubt-keys small quiet"><Kbd>↓</Kbd>下一处<span className="spring" /><Button type="text" size="small" onClick={onPassAll}>都没有问题</Button></p>}
    </>
  );
}

function InHand({ doubt, line, onPass, onProposal, children }: { readonly doubt: Doubt; readonly line: number; readonly onPass: () => void; readonly onProposal: () => void; readonly children: ReactNode }) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => void item.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <li className="in-hand" ref={item} aria-current="true">
      <p className="doubt-head"><span className="chip warn">第 {line} 行</span><span className="small quiet">{DOUBT[doubt.reason]}</span></p>
      {doubt.text !== '' && <p className="doubt-text">“{doubt.text}”</p>}
      {doubt.proposal !== null && doubt.proposal !== '' && <Button size="small" block onClick={onProposal}>改为“{doubt.proposal}”<Kbd>G</Kbd></Button>}
      {doubt.reason !== 'word' && children}
      <Button size="small" block onClick={onPass}>没有问题<Kbd>Enter</Kbd></Button>
    </li>
  );
}
