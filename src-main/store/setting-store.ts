import type { Query } from './query.ts';

/** Values by key, each any JSON. */
export interface SettingStore {
  all(): Record<string, unknown>;
  set(values: Readonly<Record<string, unknown>>): void;
}

export function createSettingStore(query: Query): SettingStore {
  const { from } = query;
  return {
    all: () => Object.fromEntries(query.all(from.selectFrom('setting').selectAll()).map(({ key, value }) => [key, JSON.parse(value) as unknown])),
    set(values) {
      query.commit(() => {
        for (const [key, value] of Object.entries(values)) query.run(from.replaceInto('setting').values({ key, value: JSON.stringify(value) }));
      });
    },
  };
}
