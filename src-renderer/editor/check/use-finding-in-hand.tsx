import { App } from 'antd';
import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { useState } from 'react';
import type { Diagnostic } from '#core/check/diagnostic.ts';
import { applyFixes } from '#core/check/fix.ts';
import { Toast } from '../../ui/Toast.tsx';
import { useStable } from '../../ui/use-stable.ts';
import { AT_ONCE } from '../value-clock.ts';
import { showFinding } from './CheckPanel.tsx';

export interface FindingInHand {
  /** Index of the finding in hand; −1 before the first, a half below an index where the one in hand has just been settled. */
  readonly index: number;
  readonly take: (index: number) => void;
  /** F7 and Shift F7: on to the next or the previous, round and round. */
  readonly step: (by: 1 | -1) => void;
  /** Settles findings in one step that one undo takes back. */
  readonly fix: (settled: readonly Diagnostic[]) => void;
  /** Alt F7: settles the one in hand. */
  readonly fixThis: () => void;
}

/** The walk along what was found: one finding after another, settled where a fix is safe. */
export function useFindingInHand(editor: Editor, findings: readonly Diagnostic[], show: () => void): FindingInHand {
  const { message } = App.useApp();
  const [index, take] = useState(-1);
  const say = (text: string): void => void message.open({ key: 'fix', content: <Toast text={text} />, duration: 4 });
  const step = (by: 1 | -1): void => {
    show();
    if (findings.length === 0) return;
    const on = by > 0 ? Math.floor(index) + 1 : Math.ceil(Math.max(index, 0)) - 1;
    const next = (on + findings.length) % findings.length;
    take(next);
    showFinding(editor, findings[next]!);
  };
  const fix = useStable((settled: readonly Diagnostic[]): void => {
    const { tr } = editor.state;
    const done = applyFixes(tr, settled.flatMap((each) => each.fix ?? []));
    if (done === 0) return say('这一处刚改过，稍等再查一遍');
    editor.view.dispatch(closeHistory(tr.setMeta(AT_ONCE, true)).scrollIntoView());
    const left = settled.length - done;
    if (settled.length > 1) return say(`一并改正了 ${done} 处，撤销一次全部退回${left > 0 ? `；另 ${left} 处牵连在一起，再查一遍后改` : ''}`);
    // The next one moves up to the place of the one settled: the hand is before it now.
    take(findings.indexOf(settled[0]!) - 0.5);
  });
  const fixThis = (): void => {
    const inHand = findings[index];
    if (inHand?.fix) fix([inHand]);
    else say(inHand ? '这一处没有稳妥的一键改法，请照提示自己改' : '先按 F7 走到要改的一处');
  };
  return { index, take, step, fix, fixThis };
}
