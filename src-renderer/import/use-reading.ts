import { useCallback, useEffect, useRef, useState } from 'react';
import type { Imported, OpenedFile } from '#core/contract/model.ts';
import type { Correction } from '#core/intake/correct.ts';
import type { Known } from '#core/intake/source.ts';
import { useWorkplace } from '../library/workplace.tsx';

/** A source as it was read, and how it was asked for. */
export interface Reading {
  readonly file: OpenedFile;
  readonly imported: Imported;
  /** Asked for by a person, null for none; undefined leaves the choice to the reading. */
  readonly template: string | null | undefined;
}

export interface ReadingActions {
  readonly reading: Reading | null;
  readonly isRefused: boolean;
  readonly isBusy: boolean;
  readonly setTemplate: (template: string | null) => void;
  /** Reads again with one word of a person; resolves with how many places alike went with it. */
  readonly correct: (correction: Correction) => Promise<number | null>;
  /** Takes the last word back; false when there is none. */
  readonly undo: () => boolean;
  /** Begins with another file, or with none. */
  readonly open: (file: OpenedFile | null) => void;
  readonly file: OpenedFile | null;
}

/** Reads a source through the host, again with each thing a person says of it. Answers that come late are dropped. */
export function useReading(first: OpenedFile | null, onRead: (reading: Reading) => void): ReadingActions {
  const { host, report } = useWorkplace();
  const [file, setFile] = useState(first);
  const [reading, setReading] = useState<Reading | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const past = useRef<(readonly Known[])[]>([]);
  const latest = useRef(0);
  const told = useRef(onRead);
  useEffect(() => {
    told.current = onRead;
  });

  const read = useCallback(async (wanted: OpenedFile, template: string | null | undefined, known: readonly Known[], correction?: Correction): Promise<Imported | null> => {
    const turn = ++latest.current;
    setBusy(true);
    try {
      const input = { ...wanted, known: [...known], ...(template === undefined ? {} : { template }), ...(correction ? { correction } : {}) };
      const imported = await host.call('import.read', input);
      if (turn !== latest.current) return null;
      const next = { file: wanted, imported, template };
      setReading(next);
      told.current(next);
      return imported;
    } catch (error) {
      if (turn !== latest.current) return null;
      report(error);
      setRefused(true);
      return null;
    } finally {
      if (turn === latest.current) setBusy(false);
    }
  }, [host, report]);

  useEffect(() => {
    if (file) void read(file, undefined, []);
  }, [file, read]);

  const known = reading?.imported.recognition.known ?? [];
  return {
    reading, isRefused: isRefused && !reading, isBusy, file,
    setTemplate: (template) => {
      if (reading) void read(reading.file, template, known);
    },
    correct: async (correction) => {
      if (!reading) return null;
      const imported = await read(reading.file, reading.template, known, correction);
      if (imported) past.current.push(known);
      return imported?.changed ?? null;
    },
    undo: () => {
      const before = past.current.pop();
      if (!before || !reading) return false;
      void read(reading.file, reading.template, before);
      return true;
    },
    open: (next) => {
      latest.current++;
      past.current = [];
      setBusy(false);
      setRefused(false);
      setReading(null);
      setFile(next);
    },
  };
}
