import { useEffect, useState } from 'react';
import { AppError } from '#core/contract/failure.ts';
import type { Host } from '#core/contract/methods.ts';

const RETRY_MS = 2000;
const LOOK_MS = 10_000;

/** Whether the host answers. Looked at now and then, and every two seconds once it does not; `onReached` is told of each time that it does. */
export function useConnection(host: Host, onReached: () => void): boolean {
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      let reached = true;
      try {
        await host.call('app.info');
      } catch (error) {
        reached = !(error instanceof AppError && error.code === 'unreachable');
      }
      if (stopped) return;
      setConnected(reached);
      if (reached) onReached();
      timer = setTimeout(() => void look(), reached ? LOOK_MS : RETRY_MS);
    };
    timer = setTimeout(() => void look(), LOOK_MS);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [host, onReached]);
  return connected;
}
