import { AutoComplete, Button, Input } from 'antd';
import { useState } from 'react';
import type { Phrase } from '#core/contract/model.ts';
import { Kbd } from '../../ui/Kbd.tsx';

interface PhraseFormProps {
  readonly phrase: Phrase;
  readonly groups: readonly string[];
  /** False when it was refused; what is written then stays. */
  readonly onSave: (phrase: Phrase) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** A phrase (口径) being written: its words, where they come from, and what it is found by. */
export function PhraseForm({ phrase, groups, onSave, onCancel }: PhraseFormProps) {
  const [draft, setDraft] = useState<Phrase>(() => ({ title: phrase.title, text: phrase.text, keywords: phrase.keywords, group: phrase.group, source: phrase.source }));
  const set = (patch: Partial<Phrase>): void => setDraft((now) => ({ ...now, ...patch }));
  const canSave = draft.text.trim() !== '';
  const save = (): void => {
    if (canSave) void onSave(draft).then((isDone) => isDone && onCancel());
  };
  return (
    <div
      className="phrase-form" role="group" aria-label="口径"
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        else if (event.key === 'Escape') onCancel();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <label className="phrase-wide"><span>内容</span><Input.TextArea autoFocus aria-label="内容" autoSize={{ minRows: 2, maxRows: 8 }} value={draft.text} maxLength={20_000} placeholder="要反复用的原话；另起一行就是另一段" onChange={(event) => set({ text: event.target.value })} /></label>
      <label><span>标题</span><Input aria-label="标题" value={draft.title} maxLength={200} placeholder="可不填，便于查找" onChange={(event) => set({ title: event.target.value })} /></label>
      <label><span>出处</span><Input aria-label="出处" value={draft.source} maxLength={500} placeholder="《……》（照保函〔2026〕1号）" onChange={(event) => set({ source: event.target.value })} /></label>
      <label><span>分组</span><AutoComplete aria-label="分组" value={draft.group} options={groups.map((value) => ({ value }))} placeholder="如：居家照护" onChange={(group: string) => set({ group })} /></label>
      <label><span>关键词</span><Input aria-label="关键词" value={draft.keywords} maxLength={200} placeholder="内容里没有、但会用来找它的词" onChange={(event) => set({ keywords: event.target.value })} /></label>
      <div className="phrase-form-foot"><Button size="small" onClick={onCancel}>取消</Button><Button size="small" type="primary" disabled={!canSave} onClick={save}>保存<Kbd>Ctrl Enter</Kbd></Button></div>
    </div>
  );
}
