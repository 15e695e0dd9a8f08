import { Button } from 'antd';
import { FAILURES } from '#core/wording/failures.ts';
import { ErrorIcon } from '../ui/icons.tsx';
import { useSaveState } from './save-store.ts';
import type { SaveStore } from './save-store.ts';

interface SaveBannerProps {
  readonly store: SaveStore;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
  readonly onSaveAsNew: () => void;
  readonly onExport: () => void;
  readonly onReload: () => void;
}

function troubleOf(store: SaveStore) {
  const state = store.get();
  return state.kind === 'failed' || state.kind === 'conflict' ? state : null;
}

/** Says aloud that the last changes are not on the disk, that they are still here, and what to do. */
export function SaveBanner({ store, isBusy, onRetry, onSaveAsNew, onExport, onReload }: SaveBannerProps) {
  const save = useSaveState(store, troubleOf);
  if (save === null) return null;
  return (
    <div className="save-banner" role="alert">
      <ErrorIcon />
      <span>{FAILURES[save.kind === 'conflict' ? 'conflict' : save.code]({})}</span>
      <span className="spring" />
      {save.kind === 'failed' && <Button size="small" onClick={onRetry}>现在重试</Button>}
      {save.kind === 'conflict' && <Button size="small" onClick={onReload} disabled={isBusy}>放弃这里的改动，重新打开</Button>}
      <Button size="small" type={save.kind === 'conflict' ? 'primary' : 'default'} loading={isBusy} onClick={save.kind === 'conflict' ? onSaveAsNew : onExport}>{save.kind === 'conflict' ? '把这里的内容另存为新文稿' : '导出一份'}</Button>
    </div>
  );
}
