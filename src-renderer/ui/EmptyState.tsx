import type { ReactNode } from 'react';
import './empty-state.css';

/** Shown where a list has nothing: what this place is for and the next step. */
export function EmptyState({ title, text, children }: { readonly title: string; readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className="empty-state">
      <svg width="48" height="48" viewBox="0 0 48 48" fill="none" stroke="var(--line-3)" strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
        <path d="M13 6h17l6 6v30H13zM30 6v6h6" />
        <path d="M18 17h13" stroke="var(--seal)" />
        <path d="M18 23h13M18 28h13M18 33h8" />
      </svg>
      <h2>{title}</h2>
      <p>{text}</p>
      {children && <div className="empty-buttons">{children}</div>}
    </div>
  );
}
