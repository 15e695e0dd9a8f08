import { expect } from 'vitest';
import { programPlaces } from '#main/app/places.ts';
import { fontFile } from '../support/font-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { Behaviour } from './world.ts';

const folders = () => ({ folders: { data: temporaryFolder(), resources: programPlaces.resources, templates: programPlaces.templates, fonts: [] } });

export const fontBehaviours: readonly Behaviour[] = [
  {
    name: '自己的字体：添加、使用、读取、改回自带的；不收的说得出为什么',
    ports: folders,
    async run({ call, refused, heard }) {
      expect(await call('font.inUse')).toEqual({ files: {}, roles: {}, more: [], inner: [] });
      const bytes = new Uint8Array(await fontFile({ family: '仿宋_GB2312', characters: '通知' }));
      await heard('fonts.changed', () => call('font.add', { name: '仿宋.ttf', bytes }));
      const { roles } = await call('font.inUse');
      expect(await call('font.read', { id: roles.fang! })).toEqual(bytes);
      expect(await refused('font.read', { id: 'own-0000000000000000' })).toMatchObject({ code: 'not-found' });
      expect(await refused('font.add', { name: '坏.ttf', bytes: bytes.slice(0, 900) })).toEqual({ code: 'not-a-font', details: { name: '坏.ttf' } });
      expect(await refused('font.choose', { face: 'arial', wish: '' })).toMatchObject({ code: 'invalid-input' });
      expect((await call('font.choose', { face: 'fang', wish: 'bundled' })).roles.find(({ face }) => face === 'fang')).toEqual({ face: 'fang', wish: 'bundled', used: null });
      expect((await call('font.choose', { face: 'fang', wish: '' })).faces).toMatchObject([{ name: '仿宋_GB2312', isAdded: true, problem: null }]);
      expect((await call('font.search')).damaged).toEqual([]);
      const { file } = (await call('font.list')).added[0]!;
      expect((await call('font.remove', { file })).faces).toEqual([]);
      expect(await refused('font.remove', { file })).toMatchObject({ code: 'not-found' });
      expect((await call('font.restore', { file })).roles.find(({ face }) => face === 'fang')).toMatchObject({ used: roles.fang });
      expect(await call('font.refuse', { id: roles.fang! })).toBeNull();
      expect((await call('font.list')).faces).toMatchObject([{ problem: 'damaged' }]);
    },
  },
];
