import type { Host } from '#core/contract/methods.ts';

interface Flushable {
  flush(): Promise<void>;
  readonly isSaved: boolean;
}

const open = new Map<Host, Set<Flushable>>();

/**
 * When the host says it is about to close, every open draft sends what it holds, and the host is told once, after the last.
 * A draft that could not be saved keeps silent: the window then stays, with its banner. Returns the function that lets go.
 */
export function flushOnClosing(host: Host, draft: Flushable): () => void {
  const drafts = open.get(host) ?? new Set<Flushable>();
  if (!open.has(host)) {
    open.set(host, drafts);
    host.on('app.closing', () => {
      // Without drafts the window answers.
      if (drafts.size > 0) void flushAll(host, drafts);
    });
  }
  drafts.add(draft);
  return () => void drafts.delete(draft);
}

async function flushAll(host: Host, drafts: ReadonlySet<Flushable>): Promise<void> {
  await Promise.all([...drafts].map((draft) => draft.flush()));
  if ([...drafts].every((draft) => draft.isSaved)) await host.call('app.flushed');
}
