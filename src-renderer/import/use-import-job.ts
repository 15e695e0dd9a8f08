import { useCallback, useEffect, useRef, useState } from 'react';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import type { ImportedFile } from '#core/contract/model.ts';
import { useWorkplace } from '../library/workplace.tsx';
import type { NamedFile } from '../library/workplace.tsx';

/** Files handed over at a time: the threads behind are never idle, and no more than these lie in memory. */
const LANES = 3;
/** The list follows at most this often. */
const SHOW_MS = 250;

export interface ImportJobState {
  readonly phase: 'running' | 'stopped' | 'done';
  /** What is through, in the order in which it came. */
  readonly results: readonly ImportedFile[];
  readonly stop: () => void;
  /** Goes on where it was stopped. */
  readonly goOn: () => void;
}

/** Hands the files to the host one after the other and gathers what became of each; `job` is one that was cut off before. */
export function useImportJob(name: string, files: readonly NamedFile[], job: string | undefined): ImportJobState {
  const { host, report } = useWorkplace();
  const [phase, setPhase] = useState<ImportJobState['phase']>('running');
  const [results, setResults] = useState<readonly ImportedFile[]>([]);
  const through = useRef(new Map<string, ImportedFile>());
  const running = useRef<{ job: string | undefined; isStopped: boolean }>({ job, isStopped: false });
  const shown = useRef<ReturnType<typeof setTimeout>>(undefined);

  const show = useCallback(() => {
    shown.current ??= setTimeout(() => {
      shown.current = undefined;
      setResults([...through.current.values()]);
    }, SHOW_MS);
  }, []);

  const run = useCallback(async () => {
    const task = { job: running.current.job, isStopped: false };
    running.current = task;
    setPhase('running');
    try {
      const begun = await host.call('import.begin', { name: name.slice(0, 300), total: files.length, ...(task.job === undefined ? {} : { job: task.job }) });
      task.job = begun.id;
      for (const file of begun.files) through.current.set(file.name, file);
      show();
      const waiting = files.filter((file) => !through.current.get(file.name)?.document);
      const lane = async (): Promise<void> => {
        for (let next = waiting.shift(); next && !task.isStopped; next = waiting.shift()) {
          const result = await addFile(host, begun.id, next);
          if (result === null) return;
          through.current.set(result.name, result);
          show();
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    } catch (error) {
      task.isStopped = true;
      report(error);
    }
    if (running.current !== task) return;
    setResults([...through.current.values()]);
    setPhase(task.isStopped ? 'stopped' : 'done');
  }, [host, report, name, files, show]);

  const stop = useCallback(() => {
    const { current } = running;
    current.isStopped = true;
    if (current.job !== undefined) void host.call('import.cancel', { job: current.job }).catch(report);
    setPhase('stopped');
  }, [host, report]);

  useEffect(() => {
    const start = setTimeout(() => void run());
    return () => {
      clearTimeout(start);
      clearTimeout(shown.current);
      const { current } = running;
      if (current.isStopped || current.job === undefined) return;
      current.isStopped = true;
      // Closing the tab leaves what waits; what is through stays.
      void host.call('import.cancel', { job: current.job }).catch(() => undefined);
    };
  }, [host, run]);

  return { phase, results, stop, goOn: () => void run() };
}

/** Null once the job is cancelled. A file the browser cannot read is a result too. */
async function addFile(host: ReturnType<typeof useWorkplace>['host'], job: string, { name, file }: NamedFile): Promise<ImportedFile | null> {
  const failed = (code: AppError['code'], details: AppError['details']): ImportedFile => ({ name, size: file.size, document: null, title: null, doubts: 0, failure: { code, details } });
  if (file.size > LARGEST_FILE) return failed('file-too-large', { name, limit: LARGEST_FILE / 1024 / 1024 });
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return failed('unreadable-file', { name });
  }
  try {
    return await host.call('import.add', { job, name, bytes });
  } catch (error) {
    if (error instanceof AppError && error.code === 'cancelled') return null;
    throw error;
  }
}
