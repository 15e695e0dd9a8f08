import type { Kept, KeptPhrase, Phrase } from '#core/office/office.ts';
import type { Query } from './query.ts';

/** 口径. Taken away is hidden, never deleted. */
export interface PhraseStore {
  /** The latest used first, then the newest. */
  list(): KeptPhrase[];
  /** All or nothing. */
  add(phrases: readonly Kept<Phrase>[], at: number): void;
  /** Undefined when there is no such phrase. */
  change(id: string, phrase: Phrase, at: number): KeptPhrase | undefined;
  used(id: string, at: number): void;
  setRemoved(ids: readonly string[], at: number | null): void;
}

interface Row {
  id: string; title: string; text: string; keywords: string; group_name: string; source: string; used_at: number | null;
}

export function createPhraseStore(query: Query): PhraseStore {
  const { from } = query;
  const kept = from.selectFrom('phrase').selectAll().where('removed_at', 'is', null);
  const read = ({ id, title, text, keywords, group_name, source, used_at }: Row): KeptPhrase => ({
    id, title, text, keywords, group: group_name, source, usedAt: used_at === null ? null : new Date(used_at).toISOString(),
  });
  const columns = ({ title, text, keywords, group, source }: Phrase) => ({ title, text, keywords, group_name: group, source });
  return {
    list: () => query.all(kept.orderBy('used_at', 'desc').orderBy('no', 'desc')).map(read),
    add(phrases, at) {
      query.commit(() => {
        for (const phrase of phrases) query.run(from.insertInto('phrase').values({ id: phrase.id, ...columns(phrase), changed_at: at, used_at: null, removed_at: null }));
      });
    },
    change(id, phrase, at) {
      query.run(from.updateTable('phrase').set({ ...columns(phrase), changed_at: at }).where('id', '=', id).where('removed_at', 'is', null));
      const changed = query.first(kept.where('id', '=', id));
      return changed && read(changed);
    },
    used: (id, at) => query.run(from.updateTable('phrase').set({ used_at: at }).where('id', '=', id)),
    setRemoved(ids, at) {
      query.commit(() => {
        for (const id of ids) query.run(from.updateTable('phrase').set({ removed_at: at }).where('id', '=', id));
      });
    },
  };
}
