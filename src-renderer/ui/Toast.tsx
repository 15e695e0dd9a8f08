import type { ReactNode } from 'react';

/** The inside of a message at the foot of the window: a sentence and at most one thing to do. */
export function Toast({ text, action }: { readonly text: string; readonly action?: { readonly label: string; readonly icon?: ReactNode; readonly run: () => void } }) {
  return (
    <span className="toast">
      <span>{text}</span>
      {action && (
        <button type="button" className="toast-action" onClick={action.run} aria-label={action.label}>
          {action.icon ?? action.label}
        </button>
      )}
    </span>
  );
}
