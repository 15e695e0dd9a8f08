import { expect, test } from 'vitest';
import { judgeVersions } from './check-versions.ts';

const good = { 'node_modules/prosemirror-model': { version: '1.25.0' }, 'node_modules/@tiptap/core': { version: '3.1.0' }, 'node_modules/@tiptap/pm': { version: '3.1.0' } };

test('one prosemirror-model and one tiptap version are in order', () => {
  expect(judgeVersions({ packages: good })).toEqual([]);
});

test('a nested prosemirror-model is found', () => {
  expect(judgeVersions({ packages: { ...good, 'node_modules/@tiptap/pm/node_modules/prosemirror-model': { version: '1.20.0' } } })).toEqual([
    'prosemirror-model must be installed exactly once, but is at: node_modules/prosemirror-model, node_modules/@tiptap/pm/node_modules/prosemirror-model',
  ]);
});

test('tiptap packages out of step are found', () => {
  expect(judgeVersions({ packages: { ...good, 'node_modules/@tiptap/react': { version: '3.2.0' } } })).toHaveLength(1);
});
