import { AutoComplete, Button, Input } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { KeptPhrase } from '#core/contract/model.ts';
import { useOffice } from '../../office/use-office.ts';

interface KeptPanelProps {
  readonly host: Host;
  readonly phrase: KeptPhrase;
  /** False where it was refused; what is written then stays. */
  readonly onSave: (names: { readonly title: string; readonly group: string }) => Promise<boolean>;
  readonly onTakeBack: () => void;
  /** `isDone` is true when a key ended it: the writing goes on. */
  readonly onClose: (isDone: boolean) => void;
}

/** Whoever has gone on writing sees it this long; what was put in is kept all the same. */
const LINGER_MS = 6000;

/** What has just been kept (it is kept already), and what it is to be found by: a title and a group, both of free choice. */
export function KeptPanel({ host, phrase, onSave, onTakeBack, onClose }: KeptPanelProps) {
  const { phrases } = useOffice(host);
  const groups = useMemo(() => [...new Set(phrases.map(({ group }) => group).filter((name) => name !== ''))].sort((a, b) => a.localeCompare(b, 'zh')), [phrases]);
  const [title, setTitle] = useState(phrase.title);
  const [group, setGroup] = useState(phrase.group);
  const isEnding = useRef(false);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  const finish = (isDone: boolean): void => {
    if (isEnding.current) return;
    isEnding.current = true;
    const isSame = title.trim() === phrase.title && group.trim() === phrase.group;
    void (isSame ? Promise.resolve(true) : onSave({ title: title.trim(), group: group.trim() })).then((isSaved) => {
      isEnding.current = isSaved;
      if (isSaved) onClose(isDone);
    });
  };
  const latest = useRef(finish);
  useEffect(() => {
    latest.current = finish;
  });
  useEffect(() => () => clearTimeout(leaving.current), []);
  return (
    <div
      className="kept-panel" role="group" aria-label="收入口径库"
      onFocus={() => clearTimeout(leaving.current)}
      onBlur={() => {
        clearTimeout(leaving.current);
        leaving.current = setTimeout(() => latest.current(false), LINGER_MS);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
        if (event.target instanceof HTMLButtonElement && event.key === 'Enter') return;
        // Enter on a group of the open list chooses it.
        if (event.key === 'Enter' && document.querySelector('.kept-groups:not(.ant-select-dropdown-hidden) .ant-select-item-option-active')) return;
        event.preventDefault();
        event.stopPropagation();
        finish(true);
      }}
    >
      <p className="kept-words">已收入口径库{phrase.source === '' ? '' : `，出处：${phrase.source}`}</p>
      <div className="kept-fields">
        <Input size="small" autoFocus aria-label="标题" placeholder="标题，可不填" maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />
        <AutoComplete size="small" aria-label="分组" placeholder="分组，可不填" defaultActiveFirstOption={false} value={group} options={groups.filter((name) => name.includes(group)).map((value) => ({ value }))} classNames={{ popup: { root: 'kept-groups' } }} onChange={(name: string) => setGroup(name)} />
        <button type="button" className="toast-action" onClick={onTakeBack}>撤回</button>
        <Button size="small" type="primary" onClick={() => finish(true)}>完成</Button>
      </div>
    </div>
  );
}
