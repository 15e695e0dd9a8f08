import { useCallback, useEffect, useState } from 'react';
import type { AddedFont, FontList } from '#core/contract/model.ts';
import type { Face } from '#core/template/styles.ts';
import { useWorkplace } from '../workplace.tsx';

/** The fonts of this machine and what can be done with them; `list` is null until they are known, `isBusy` while they are looked for. */
export interface Fonts {
  readonly list: FontList | null;
  readonly isBusy: boolean;
  choose(face: Face, wish: string): Promise<void>;
  add(name: string, bytes: Uint8Array): Promise<void>;
  search(): Promise<void>;
  remove(font: AddedFont): Promise<void>;
}

export function useFonts(): Fonts {
  const { host, report, tell } = useWorkplace();
  const [list, setList] = useState<FontList | null>(null);
  const [isBusy, setBusy] = useState(false);
  const tried = useCallback(async (work: () => Promise<FontList>): Promise<FontList | null> => {
    setBusy(true);
    try {
      const found = await work();
      setList(found);
      return found;
    } catch (error) {
      report(error);
      return null;
    } finally {
      setBusy(false);
    }
  }, [report]);
  useEffect(() => void tried(() => host.call('font.list')), [host, tried]);
  // A window could not load one of them.
  useEffect(() => host.on('fonts.changed', () => void host.call('font.list').then(setList, () => undefined)), [host]);
  return {
    list, isBusy,
    choose: async (face, wish) => void (await tried(() => host.call('font.choose', { face, wish }))),
    async add(name, bytes) {
      const before = new Set(list?.faces.map(({ id }) => id));
      const found = await tried(() => host.call('font.add', { name, bytes }));
      const added = found?.faces.find(({ id, isAdded }) => isAdded && !before.has(id));
      if (found) tell(added ? `已添加“${added.name}”` : '这个字体已经添加过');
    },
    async remove({ file, names }) {
      if (await tried(() => host.call('font.remove', { file }))) tell(`已删去“${names[0] ?? file}”`, () => void tried(() => host.call('font.restore', { file })));
    },
    async search() {
      const before = list?.faces.length ?? 0;
      const found = await tried(() => host.call('font.search'));
      if (found) tell(found.faces.length > before ? `又找到 ${found.faces.length - before} 种中文字体` : '没有找到别的中文字体');
    },
  };
}
