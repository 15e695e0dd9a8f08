import { useMemo } from 'react';
import type { Kept, OfficeEntry, Phrase } from '#core/contract/model.ts';
import type { OfficeTable } from '#core/office/office-table.ts';
import { download } from '../../ui/download.ts';
import { useWorkplace } from '../workplace.tsx';

/** What can be done to the office's data; each says what it did and offers the way back. False when it was refused. */
export interface OfficeChanges {
  add(entries: readonly OfficeEntry[]): Promise<boolean>;
  change(entry: Kept<OfficeEntry>): Promise<boolean>;
  lead(id: string): Promise<boolean>;
  remove(entry: Kept<OfficeEntry>, name: string): Promise<boolean>;
  addPhrases(phrases: readonly Phrase[]): Promise<boolean>;
  changePhrase(id: string, phrase: Phrase): Promise<boolean>;
  removePhrase(id: string): Promise<boolean>;
  importFile(name: string, bytes: Uint8Array, as?: OfficeTable): Promise<boolean>;
  /** Everything as a file for the colleagues, or one kind as a table for Excel. */
  exportFile(as?: OfficeTable): Promise<boolean>;
}

export function useOfficeChanges(): OfficeChanges {
  const { host, info, report, tell } = useWorkplace();
  return useMemo(() => {
    const tried = async (work: () => Promise<void>): Promise<boolean> => {
      try {
        await work();
        return true;
      } catch (error) {
        report(error);
        return false;
      }
    };
    const call = (request: Promise<unknown>): void => void request.catch(report);
    return {
      add: (entries) => tried(async () => {
        const { added, known } = await host.call('office.add', { entries: [...entries] });
        if (known > 0 || added.length > 1) tell(sayAdded(added.length, known), added.length > 0 ? () => call(host.call('office.remove', { ids: added.map(({ id }) => id) })) : undefined);
      }),
      change: ({ id, ...entry }) => tried(async () => void (await host.call('office.change', { id, entry }))),
      lead: (id) => tried(async () => void (await host.call('office.lead', { id }))),
      remove: ({ id }, name) => tried(async () => {
        await host.call('office.remove', { ids: [id] });
        tell(`已删去“${name}”`, () => call(host.call('office.restore', { ids: [id] })));
      }),
      addPhrases: (phrases) => tried(async () => {
        const { added, known } = await host.call('phrase.add', { phrases: [...phrases] });
        if (known > 0 || added.length > 1) tell(sayAdded(added.length, known), added.length > 0 ? () => call(host.call('phrase.remove', { ids: added.map(({ id }) => id) })) : undefined);
      }),
      changePhrase: (id, phrase) => tried(async () => void (await host.call('phrase.change', { id, phrase }))),
      removePhrase: (id) => tried(async () => {
        await host.call('phrase.remove', { ids: [id] });
        tell('已从口径库删去一条', () => call(host.call('phrase.restore', { ids: [id] })));
      }),
      importFile: (name, bytes, as) => tried(async () => {
        const { entries, phrases, known, unread } = await host.call('office.import', { name, bytes, ...(as ? { as } : {}) });
        const takeBack = (): void => {
          if (entries.length > 0) call(host.call('office.remove', { ids: [...entries] }));
          if (phrases.length > 0) call(host.call('phrase.remove', { ids: [...phrases] }));
        };
        tell(`${sayAdded(entries.length + phrases.length, known)}${sayUnread(unread)}`, entries.length + phrases.length > 0 ? takeBack : undefined);
      }),
      exportFile: (as) => tried(async () => {
        const { name, bytes } = await host.call('office.export', as ? { as } : {});
        if (!info.nativeDialogs) download(name, bytes);
        const path = info.nativeDialogs ? (await host.call('shell.save', { name, bytes }))?.path : name;
        if (path !== undefined) tell(info.nativeDialogs ? `已导出：${path}` : `已导出，在下载里：${name}`);
      }),
    };
  }, [host, info, report, tell]);
}

/** 加了 12 条；3 条原来就有，没有动. */
export function sayAdded(added: number, known: number): string {
  if (added === 0) return known === 0 ? '没有可加的内容' : `${known} 条原来都有，没有动`;
  return known === 0 ? `加了 ${added} 条` : `加了 ${added} 条；${known} 条原来就有，没有动`;
}

/** ；“备注”一栏没有地方放，没有收. */
const sayUnread = (heads: readonly string[]): string => (heads.length === 0 ? '' : `；${heads.map((head) => `“${head}”`).join('')}一栏没有地方放，没有收`);
