import { App } from 'antd';
import type { Editor } from '@tiptap/core';
import type { Host } from '#core/contract/methods.ts';
import { Toast } from '../../ui/Toast.tsx';
import { collectPhrase } from './collect-phrase.ts';
import { KeptPanel } from './KeptPanel.tsx';

/** 收入口径库: keeps the selected text with its source, then asks in a small panel for a title and a group. */
export function useCollect(host: Host, editor: Editor, report: (error: unknown) => void): () => void {
  const { message } = App.useApp();
  const collect = async (): Promise<void> => {
    const phrase = collectPhrase(editor.state);
    if (!phrase) return void message.open({ key: 'collect', duration: 4, content: <Toast text="先选中一段话，再收入口径库。" /> });
    try {
      const { added } = await host.call('phrase.add', { phrases: [phrase] });
      const [kept] = added;
      if (!kept) return void message.open({ key: 'collect', duration: 4, content: <Toast text="口径库里已有这段话，没有重复收。" /> });
      const close = (isDone: boolean): void => {
        message.destroy('kept');
        if (isDone) editor.view.focus();
      };
      const save = (names: { readonly title: string; readonly group: string }): Promise<boolean> => host.call('phrase.change', { id: kept.id, phrase: { ...phrase, ...names } }).then(() => true, (error: unknown) => (report(error), false));
      const takeBack = (): void => {
        close(true);
        host.call('phrase.remove', { ids: [kept.id] }).catch(report);
      };
      // A key of its own: the time of a sentence that stands there still would end it.
      message.destroy('collect');
      void message.open({ key: 'kept', duration: 0, content: <KeptPanel key={kept.id} host={host} phrase={kept} onSave={save} onTakeBack={takeBack} onClose={close} /> });
    } catch (error) {
      report(error);
    }
  };
  return () => void collect();
}
