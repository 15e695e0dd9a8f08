import { expect, test } from 'vitest';
import { compareTree, readTree } from './check-tree.ts';

const drawing = ['# Title', '```text', 'src-core/            Pure.', '  document/          What a document is.', '    upgrade/         Steps.', '  readme.ts          a file', 'templates/  Data.', '  <id>/     One kind.', '```', '```text', 'other/', '```'].join('\n');
const disk = ['src-core', 'src-core/document', 'src-core/document/upgrade', 'templates', 'templates/tongzhi', 'templates/han'];

test('indentation is depth, files and later blocks are passed over', () => {
  expect(readTree(drawing)).toEqual([
    { path: 'src-core', line: 3 },
    { path: 'src-core/document', line: 4 },
    { path: 'src-core/document/upgrade', line: 5 },
    { path: 'templates', line: 7 },
    { path: 'templates/<id>', line: 8 },
  ]);
});

test('a tree that is the disk has no problem', () => {
  expect(compareTree(readTree(drawing), disk)).toEqual([]);
});

test('a folder on one side only is named, with its line when drawn', () => {
  expect(compareTree(readTree(drawing), [...disk.filter((folder) => !folder.endsWith('upgrade')), 'src-core/review'])).toEqual([
    'ARCHITECTURE.md:5 draws src-core/document/upgrade/, which is not on disk',
    'src-core/review/ is on disk, but ARCHITECTURE.md does not draw it',
  ]);
});
