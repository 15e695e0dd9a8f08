import { AppError } from '#core/contract/failure.ts';
import type { Handlers } from '#core/contract/methods.ts';
import type { Person, Settings } from '#core/contract/model.ts';
import type { Store } from '../store/open-store.ts';
import type { AppContext } from './context.ts';

type Method = Extract<keyof Handlers, `person.${string}` | `settings.${string}`>;

/** Who is at work on this machine, and how they like the window. */
export function peopleAndSettingsHandlers({ ports, store }: AppContext): Pick<Handlers, Method> {
  return {
    'settings.get': () => readSettings(store),
    'settings.set': async (changed) => {
      await store.settings.set(changed);
      return readSettings(store);
    },
    'person.current': async () => (await findPersonAtWork(store)) ?? null,
    'person.list': () => store.people.list(),
    'person.set': async (input) => {
      const name = input.name.trim();
      if (name === '') throw new AppError('invalid-input', { path: 'input.name' });
      const person = await store.people.enter(ports.newId(), name, input.post.trim(), ports.now().getTime());
      await store.settings.set({ [AT_WORK]: person.id });
      return person;
    },
  };
}

/** The person whose name a change bears. Throws `no-person` before the first one is named. */
export async function personAtWork(store: Store): Promise<Person> {
  const person = await findPersonAtWork(store);
  if (!person) throw new AppError('no-person');
  return person;
}

/** Undefined before the first person is named. */
export async function findPersonAtWork(store: Store): Promise<Person | undefined> {
  const id = (await store.settings.all())[AT_WORK];
  return typeof id === 'string' ? store.people.find(id) : undefined;
}

/** Kept among the settings, but not one of them. */
const AT_WORK = 'personAtWork';

const DEFAULTS: Settings = { theme: 'light', zoom: 100, showOutline: true, showPanel: true, showPages: false, recentSymbols: [], print: { printer: '', printers: {} } };

async function readSettings(store: Store): Promise<Settings> {
  const stored = await store.settings.all();
  const known = Object.keys(DEFAULTS).filter((key) => Object.hasOwn(stored, key));
  return { ...DEFAULTS, ...Object.fromEntries(known.map((key) => [key, stored[key]])) };
}
