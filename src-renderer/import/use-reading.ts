import { useCallback, useEffect, useRef, useState } from 'react';
import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import type { Imported, OpenedFile } from '#core/contract/model.ts';
import { readDocumentInSteps } from '#core/document/document-file.ts';
import type { Correction } from '#core/intake/correct.ts';
import type { WordFix } from '#core/intake/fix-words.ts';
import type { Known } from '#core/intake/source.ts';
import { useWorkplace } from '../library/workplace.tsx';
import { lookAtImages } from '../page/images.ts';
import { inSlices } from '../ui/in-slices.ts';

/** A source as it was read, and how it was asked for. */
export interface Reading {
  readonly file: OpenedFile;
  readonly imported: Imported;
  /** What it becomes, checked; null where the host's answer is no document. */
  readonly doc: Node | null;
  /** Asked for by a person, null for none; undefined leaves the choice to the reading. */
  readonly template: string | null | undefined;
  readonly words: readonly WordFix[];
}

export interface ReadingActions {
  readonly reading: Reading | null;
  readonly isRefused: boolean;
  /** The file is locked: its password is asked for, again where one was wrong. */
  readonly lock: 'encrypted-docx' | 'wrong-password' | null;
  readonly unlock: (password: string) => void;
  readonly isBusy: boolean;
  readonly setTemplate: (template: string | null) => void;
  /** Reads again with one word of a person; resolves with how many places alike went with it. */
  readonly correct: (correction: Correction) => Promise<number | null>;
  /** Reads again with a misread word set right. */
  readonly fixWord: (fix: WordFix) => Promise<boolean>;
  /** Takes the last thing said back; false when there is none. */
  readonly undo: () => boolean;
  /** Begins with another file, or with none. */
  readonly open: (file: OpenedFile | null) => void;
  readonly file: OpenedFile | null;
}

/** What a person has said of a source. */
interface Said {
  readonly known: readonly Known[];
  readonly words: readonly WordFix[];
}

/** Reads a source through the host, again with each thing a person says of it. Answers that come late are dropped. */
export function useReading(first: OpenedFile | null, onRead: (reading: Reading) => void): ReadingActions {
  const { host, report } = useWorkplace();
  const [file, setFile] = useState(first);
  const [reading, setReading] = useState<Reading | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [lock, setLock] = useState<ReadingActions['lock']>(null);
  const password = useRef<string | undefined>(undefined);
  const past = useRef<Said[]>([]);
  const latest = useRef(0);
  /** The name of the request that is on its way. */
  const underway = useRef<string | null>(null);
  const told = useRef(onRead);
  useEffect(() => {
    told.current = onRead;
  });

  /** Nobody waits for it any more: its answer is not taken, and a thread that reads for it ends. */
  const leave = useCallback((): void => {
    latest.current++;
    const reading = underway.current;
    underway.current = null;
    if (reading !== null) void host.call('import.stop', { reading }).catch(() => undefined);
  }, [host]);
  useEffect(() => leave, [leave]);

  const read = useCallback(async (wanted: OpenedFile, template: string | null | undefined, { known, words }: Said, correction?: Correction): Promise<Imported | null> => {
    leave();
    const turn = latest.current;
    const reading = (underway.current = crypto.randomUUID());
    setBusy(true);
    try {
      const input = { ...wanted, reading, known: [...known], words: [...words], ...(template === undefined ? {} : { template }), ...(correction ? { correction } : {}), ...(password.current === undefined ? {} : { password: password.current }) };
      const imported = await host.call('import.read', input);
      const made = await inSlices(readDocumentInSteps(imported.file));
      if (turn !== latest.current) return null;
      setLock(null);
      if (made.ok) lookAtImages(made.images);
      const next = { file: wanted, imported, doc: made.ok ? made.doc : null, template, words };
      setReading(next);
      told.current(next);
      return imported;
    } catch (error) {
      if (turn !== latest.current) return null;
      if (error instanceof AppError && (error.code === 'encrypted-docx' || error.code === 'wrong-password')) {
        setLock(error.code);
        return null;
      }
      report(error);
      setRefused(true);
      return null;
    } finally {
      if (turn === latest.current) {
        underway.current = null;
        setBusy(false);
      }
    }
  }, [host, report, leave]);

  useEffect(() => {
    if (file) void read(file, undefined, { known: [], words: [] });
  }, [file, read]);

  const said: Said = { known: reading?.imported.recognition.known ?? [], words: reading?.words ?? [] };
  return {
    reading, isRefused: isRefused && !reading, isBusy, file, lock,
    unlock: (given) => {
      password.current = given;
      if (file) void read(file, undefined, { known: [], words: [] });
    },
    setTemplate: (template) => {
      if (reading) void read(reading.file, template, said);
    },
    correct: async (correction) => {
      if (!reading) return null;
      const imported = await read(reading.file, reading.template, said, correction);
      if (imported) past.current.push(said);
      return imported?.changed ?? null;
    },
    fixWord: async (fix) => {
      if (!reading || !(await read(reading.file, reading.template, { ...said, words: [...said.words, fix] }))) return false;
      past.current.push(said);
      return true;
    },
    undo: () => {
      const before = past.current.pop();
      if (!before || !reading) return false;
      void read(reading.file, reading.template, before);
      return true;
    },
    open: (next) => {
      leave();
      past.current = [];
      password.current = undefined;
      setLock(null);
      setBusy(false);
      setRefused(false);
      setReading(null);
      setFile(next);
    },
  };
}
