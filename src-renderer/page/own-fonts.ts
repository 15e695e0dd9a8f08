import { useSyncExternalStore } from 'react';
import type { Host, Output } from '#core/contract/methods.ts';
import { NO_OWN_FONTS } from '#core/layout/metrics.ts';
import type { OwnFontFile, OwnFontId, OwnFonts } from '#core/layout/metrics.ts';

let current: OwnFonts = NO_OWN_FONTS;
const listeners = new Set<() => void>();
const registered = new Map<string, FontFace>();

/** The person's own fonts as far as pages are set in them. */
export const useOwnFonts = (): OwnFonts => useSyncExternalStore(subscribe, () => current);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the host which fonts pages are set in, and makes them known to the window: each is loaded when the first character of it is painted. */
export async function readOwnFonts(host: Host): Promise<void> {
  const { inner, ...own } = await host.call('font.inUse');
  for (const [id, face] of registered) {
    if (Object.hasOwn(own.files, id)) continue;
    document.fonts.delete(face);
    registered.delete(id);
  }
  for (const [id, file] of Object.entries(own.files)) if (!registered.has(id)) registered.set(id, register(host, id as OwnFontId, file, inner));
  const list = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ');
  const { style } = document.documentElement;
  for (const role of ['fang', 'kai', 'hei', 'song', 'biao'] as const) {
    const id = own.roles[role];
    if (id === undefined) style.removeProperty(`--own-${role}`);
    else style.setProperty(`--own-${role}`, list([id]));
  }
  if (own.more.length === 0) style.removeProperty('--own-more');
  else style.setProperty('--own-more', list(own.more));
  current = own;
  for (const listener of listeners) listener();
}

function register(host: Host, id: OwnFontId, file: OwnFontFile, inner: Output<'font.inUse'>['inner']): FontFace {
  const byName = inner.find((each) => each.id === id)?.postscriptName;
  const face = new FontFace(id, byName === undefined ? `url(/fonts/own/${id})` : `local(${JSON.stringify(byName)})`, { display: 'block', unicodeRange: rangesWithout(file.narrow) });
  document.fonts.add(face);
  // A font that Chromium does not take is not to be on paper either.
  face.loaded.catch(() => registered.get(id) === face && host.call('font.refuse', { id }).catch(() => undefined));
  return face;
}

/** All characters but these, as CSS has it: marks narrower than their cell come from the bundled face, as on pages. */
export function rangesWithout(codes: readonly number[]): string {
  const ranges: string[] = [];
  let from = 0;
  for (const code of [...codes, 0x110000]) {
    if (code > from) ranges.push(`U+${from.toString(16)}-${(code - 1).toString(16)}`);
    from = code + 1;
  }
  return ranges.join(', ');
}
