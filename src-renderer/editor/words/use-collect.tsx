import { App } from 'antd';
import type { Editor } from '@tiptap/core';
import type { Host } from '#core/contract/methods.ts';
import { Toast } from '../../ui/Toast.tsx';
import { collectPhrase } from './collect-phrase.ts';

/** 收入口径库: keeps the selected text with its source. */
export function useCollect(host: Host, editor: Editor, report: (error: unknown) => void): () => void {
  const { message } = App.useApp();
  const collect = async (): Promise<void> => {
    const phrase = collectPhrase(editor.state);
    if (!phrase) return void message.open({ key: 'collect', duration: 4, content: <Toast text="先选中一段话，再收入口径库。" /> });
    try {
      const { added } = await host.call('phrase.add', { phrases: [phrase] });
      const takeBack = (): void => {
        message.destroy('collect');
        host.call('phrase.remove', { ids: added.map(({ id }) => id) }).catch(report);
      };
      if (added.length === 0) void message.open({ key: 'collect', duration: 4, content: <Toast text="口径库里已有这段话，没有重复收。" /> });
      else void message.open({ key: 'collect', duration: 8, content: <Toast text={`已收入口径库${phrase.source === '' ? '' : `，出处：${phrase.source}`}`} action={{ label: '撤回', run: takeBack }} /> });
    } catch (error) {
      report(error);
    }
  };
  return () => void collect();
}
