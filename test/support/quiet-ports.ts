import { tmpdir } from 'node:os';
import { programPlaces } from '#main/app/places.ts';
import type { Ports } from '#main/app/ports.ts';

export interface Logged {
  readonly level: 'info' | 'warn' | 'error';
  readonly message: string;
  readonly details?: object;
}

/** Ports of an app in memory with a fixed clock, counted ids, and a log that can be read. */
export function quietPorts(more: Partial<Ports> = {}): Ports & { readonly logged: readonly Logged[] } {
  const logged: Logged[] = [];
  const note = (level: Logged['level']) => (message: string, details?: object): void => void logged.push({ level, message, ...(details ? { details } : {}) });
  let ids = 0;
  return {
    databaseFile: ':memory:',
    folders: { data: tmpdir(), resources: programPlaces.resources, templates: programPlaces.templates, fonts: [] },
    host: 'direct',
    now: () => new Date(Date.UTC(2026, 7, 1)),
    newId: () => `id-${String(++ids).padStart(5, '0')}`,
    log: { info: note('info'), warn: note('warn'), error: note('error') },
    ...more,
    logged,
  };
}
