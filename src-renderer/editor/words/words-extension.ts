import { Extension } from '@tiptap/core';
import { wordMenu } from './word-menu.ts';

/** Before all other keys: while the list of words is open, Enter and the arrows are its. */
export const Words = Extension.create({
  name: 'words',
  priority: 1100,
  addProseMirrorPlugins: () => [wordMenu()],
});
