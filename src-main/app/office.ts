import { AppError } from '#core/contract/failure.ts';
import type { Handlers } from '#core/contract/methods.ts';
import type { Added } from '#core/contract/model.ts';
import { entryKey } from '#core/office/office.ts';
import type { Kept, KeptPhrase, OfficeEntry, Phrase } from '#core/office/office.ts';
import type { AppContext } from './context.ts';
import { readOfficeFile, writeOfficeFile, writeOfficeTable } from './office-file.ts';

type Method = Extract<keyof Handlers, `office.${string}` | `phrase.${string}`>;

/** What the office keeps for its drafts, and its phrases (口径). */
export function officeHandlers({ ports, store, emit }: AppContext): Pick<Handlers, Method> {
  const now = (): number => ports.now().getTime();
  const changed = <T>(output: T): T => {
    emit('office.changed', {});
    return output;
  };
  const addEntries = async (entries: readonly OfficeEntry[]): Promise<Added<Kept<OfficeEntry>>> => {
    const added = unknownOf(entries, await store.office.list(), entryKey).map((entry) => ({ ...entry, id: ports.newId() }));
    await store.office.add(added, now());
    return { added, known: entries.length - added.length };
  };
  const addPhrases = async (phrases: readonly Phrase[]): Promise<Added<KeptPhrase>> => {
    const added = unknownOf(phrases, await store.phrases.list(), ({ text }) => text).map((phrase) => ({ ...phrase, id: ports.newId() }));
    await store.phrases.add(added, now());
    return { added: added.map((phrase) => ({ ...phrase, usedAt: null })), known: phrases.length - added.length };
  };
  return {
    'office.list': () => store.office.list(),
    'office.add': async ({ entries }) => changed(await addEntries(entries)),
    'office.change': async ({ id, entry }) => {
      if (!(await store.office.change(id, entry, now()))) throw new AppError('entry-gone');
      return changed({ ...entry, id });
    },
    'office.lead': async ({ id }) => {
      if (!(await store.office.lead(id, now()))) throw new AppError('entry-gone');
      return changed(null);
    },
    'office.remove': async ({ ids }) => changed((await store.office.setRemoved(ids, now()), null)),
    'office.restore': async ({ ids }) => changed((await store.office.setRemoved(ids, null), null)),
    'office.import': async ({ name, bytes, as }) => {
      const file = readOfficeFile(name, bytes, as);
      const entries = await addEntries(file.entries);
      const phrases = await addPhrases(file.phrases).catch(async (error: unknown) => {
        // Half a file is worse than none.
        await store.office.setRemoved(entries.added.map(({ id }) => id), now());
        throw error;
      });
      return changed({ entries: entries.added.map(({ id }) => id), phrases: phrases.added.map(({ id }) => id), known: entries.known + phrases.known, unread: file.unread });
    },
    'office.export': async ({ as }) => {
      const [entries, phrases] = [await store.office.list(), await store.phrases.list()];
      return as ? writeOfficeTable(as, entries, phrases) : writeOfficeFile(entries, phrases);
    },
    'phrase.list': () => store.phrases.list(),
    'phrase.add': async ({ phrases }) => changed(await addPhrases(phrases)),
    'phrase.change': async ({ id, phrase }) => {
      const kept = await store.phrases.change(id, phrase, now());
      if (!kept) throw new AppError('entry-gone');
      return changed(kept);
    },
    'phrase.used': async ({ id }) => changed((await store.phrases.used(id, now()), null)),
    'phrase.remove': async ({ ids }) => changed((await store.phrases.setRemoved(ids, now()), null)),
    'phrase.restore': async ({ ids }) => changed((await store.phrases.setRemoved(ids, null), null)),
  };
}

/** Those not there yet, each once. */
function unknownOf<T>(wanted: readonly T[], there: readonly T[], keyOf: (each: T) => string): T[] {
  const known = new Set(there.map(keyOf));
  return wanted.filter((each) => {
    const key = keyOf(each);
    return !known.has(key) && known.add(key);
  });
}
