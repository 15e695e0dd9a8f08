import type { Handlers } from '#core/contract/methods.ts';
import type { AppContext } from './context.ts';

type Method = Extract<keyof Handlers, `font.${string}`>;

/** The person's own fonts: which are used where, and their files for the window. */
export function fontHandlers({ fonts }: AppContext): Pick<Handlers, Method> {
  return {
    'font.list': () => fonts.list(),
    'font.inUse': async () => {
      const inUse = await fonts.inUse();
      const { faces } = await fonts.list();
      return { ...inUse, inner: faces.filter(({ id, isInner }) => isInner && id in inUse.files).map(({ id, postscriptName }) => ({ id, postscriptName })) };
    },
    'font.read': ({ id }) => fonts.read(id),
    'font.choose': async ({ face, wish }) => {
      await fonts.choose(face, wish);
      return fonts.list();
    },
    'font.search': async () => {
      await fonts.search();
      return fonts.list();
    },
    'font.add': async ({ name, bytes }) => {
      await fonts.add(name, bytes);
      return fonts.list();
    },
    'font.remove': async ({ file }) => {
      await fonts.remove(file);
      return fonts.list();
    },
    'font.restore': async ({ file }) => {
      await fonts.restore(file);
      return fonts.list();
    },
    'font.refuse': async ({ id }) => {
      await fonts.refuse(id);
      return null;
    },
  };
}
