import type { ReactNode } from 'react';
import { CloseIcon } from './icons.tsx';

interface ToastProps {
  readonly text: string;
  readonly action?: { readonly label: string; readonly icon?: ReactNode; readonly run: () => void };
  /** Beside an action: puts the message away without it. */
  readonly close?: () => void;
}

/** The inside of a message at the foot of the window: a sentence and at most one thing to do. */
export function Toast({ text, action, close }: ToastProps) {
  return (
    <span className="toast">
      <span>{text}</span>
      {action && (
        <button type="button" className="toast-action" onClick={action.run} aria-label={action.label}>
          {action.icon ?? action.label}
        </button>
      )}
      {close && <button type="button" className="toast-action" onClick={close} aria-label="关闭"><CloseIcon size="tiny" /></button>}
    </span>
  );
}
