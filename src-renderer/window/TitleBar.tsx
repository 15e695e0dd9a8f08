import type { ReactNode } from 'react';
import { CheckIcon, ErrorIcon } from '../ui/icons.tsx';
import type { Tab } from './tabs.ts';

const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });
const today = (now: Date): string => `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日　${'星期' + '日一二三四五六'[now.getDay()]}`;

/** Which draft is open and how far it is saved; at home, the day. */
export function TitleBar({ tab, home, children }: { readonly tab: Tab | null; readonly home: string; readonly children: ReactNode }) {
  return (
    <header className="title-bar">
      <span className="brand" aria-label="拟文">拟文</span>
      <span className="title-text ellipsis" title={tab?.title}>{tab?.title ?? home}</span>
      {tab === null && <span className="quiet title-day">{today(new Date())}</span>}
      {tab?.kind === 'document' && <SavedState tab={tab} />}
      <span className="spring" />
      {children}
    </header>
  );
}

function SavedState({ tab }: { readonly tab: Extract<Tab, { kind: 'document' }> }) {
  if (tab.state === 'failed') return <span className="saved failed" role="status"><ErrorIcon size="tiny" />没有存上，正在重试</span>;
  if (tab.state === 'saving') return <span className="saved" role="status">正在保存…</span>;
  return <span className="saved" role="status"><CheckIcon size="tiny" />{tab.savedAt ? `已存 ${clock.format(new Date(tab.savedAt))}` : '已存'}</span>;
}
