import { App } from 'antd';
import { useCallback, useMemo } from 'react';
import { AppError } from '#core/contract/failure.ts';
import { FAILURES } from '#core/wording/failures.ts';
import { CloseIcon, ErrorIcon } from '../ui/icons.tsx';
import { Toast } from '../ui/Toast.tsx';

/** The sentence for whatever a call was refused with. */
export function sentenceFor(error: unknown): string {
  return error instanceof AppError ? FAILURES[error.code](error.details) : FAILURES.internal({});
}

/** Toasts: `report` stays until put away, by hand or by `putAway` once its trouble is over; `tell` goes after four seconds and may offer to take the step back; what it answers puts it away before. */
export function useToasts(): { report: (error: unknown) => void; putAway: (error: AppError) => void; tell: (text: string, undo?: () => void) => () => void } {
  const { message } = App.useApp();
  const report = useCallback(
    (error: unknown) => {
      const text = sentenceFor(error);
      // The same sentence twice is one trouble: the key keeps it single.
      const close = (): void => message.destroy(text);
      void message.open({
        key: text, duration: 0, type: 'error', icon: <ErrorIcon />,
        content: <Toast text={text} action={{ label: '关闭', icon: <CloseIcon size="tiny" />, run: close }} />,
      });
    },
    [message],
  );
  const putAway = useCallback((error: AppError) => message.destroy(sentenceFor(error)), [message]);
  const tell = useCallback(
    (text: string, undo?: () => void) => {
      const key = `${text}${Date.now()}`;
      const take = undo && { label: '撤回', run: () => { message.destroy(key); undo(); } };
      void message.open({ key, duration: undo ? 8 : 4, content: <Toast text={text} {...(take ? { action: take } : {})} /> });
      return () => message.destroy(key);
    },
    [message],
  );
  return useMemo(() => ({ report, putAway, tell }), [report, putAway, tell]);
}
