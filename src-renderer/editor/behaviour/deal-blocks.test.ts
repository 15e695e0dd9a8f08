import fc from 'fast-check';
import type { Node } from '@tiptap/pm/model';
import { describe, expect, test } from 'vitest';
import { schema } from '#core/document/schema.ts';
import { h, p, para } from '../../../test/support/build.ts';
import { runs } from '../../../test/support/runs.ts';
import { cutLargeGroups, dealBlocks, onlyChangedGroup, rowsReached } from './deal-blocks.ts';

const block = fc.oneof(
  { weight: 12, arbitrary: fc.constant('body') }, { weight: 2, arbitrary: fc.constant('heading') }, { weight: 1, arbitrary: fc.constantFrom('attachmentNote', 'annex', 'copyTo') },
).map((role): Node => (role === 'body' ? p('正文') : role === 'heading' ? h(1, '标题') : para(role, '要素')));
const change = fc.record({ at: fc.nat(300), cut: fc.oneof(fc.nat(3), fc.nat(200)), put: fc.oneof(fc.array(block, { maxLength: 3 }), fc.array(block, { maxLength: 150 })), held: fc.option(fc.nat(8), { nil: -1 }) });

const PLAIN = ['body', 'heading', 'article'];

describe('blocks dealt out to groups', () => {
  test('whatever changes, the groups hold all blocks in order, part only between plain ones, and keep what did not change', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 300 }), fc.array(change, { maxLength: 8 }), (start, changes) => {
      let blocks = start;
      let groups = dealBlocks([], blocks).map((deal) => deal.blocks);
      for (const { at, cut, put, held } of changes) {
        blocks = blocks.toSpliced(Math.min(at, blocks.length - 1), cut, ...put);
        if (blocks.length === 0) blocks = [p('')];
        const deals = dealBlocks(groups, blocks, held < groups.length ? held : -1);
        expect(deals.flatMap((deal) => deal.blocks)).toEqual(blocks);
        const kept = deals.flatMap(({ from }) => (from === null ? [] : [from]));
        expect(new Set(kept).size).toBe(kept.length);
        expect(kept.toSorted((a, b) => a - b)).toEqual(kept);
        for (const [index, deal] of deals.entries()) {
          expect(deal.blocks.length).toBeGreaterThan(0);
          const above = deals[index - 1]?.blocks.at(-1);
          if (above) expect([above, deal.blocks[0]!].every((each) => PLAIN.includes(each.attrs.role as string))).toBe(true);
        }
        groups = deals.map((deal) => deal.blocks);
      }
    }), runs(300));
  });

  test('a key changes one group of a long document, a new paragraph also', () => {
    const blocks = Array.from({ length: 400 }, (_, index) => p(`第${index}段`));
    const groups = dealBlocks([], blocks).map((deal) => deal.blocks);
    expect(groups.length).toBeGreaterThan(8);
    for (const changed of [blocks.with(200, p('改')), blocks.toSpliced(200, 0, p('新')), blocks.toSpliced(200, 1), [...blocks, p('末')], [p('首'), ...blocks]]) {
      const deals = dealBlocks(groups, changed);
      expect(deals.map((deal) => deal.from)).toEqual(groups.map((_, index) => index));
      expect(deals.filter((deal, index) => deal.blocks !== groups[index])).toHaveLength(1);
    }
  });

  test('asked for the one group a key changes, it says what dealing out would: others stay as they are, or there is more to do', () => {
    fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 120 }), fc.array(fc.record({ at: fc.nat(120), cut: fc.nat(2), put: fc.array(block, { maxLength: 2 }) }), { maxLength: 2 }), (blocks, edits) => {
      const groups = dealBlocks([], blocks).map((deal) => deal.blocks);
      const changed = edits.reduce((now, { at, cut, put }) => now.toSpliced(Math.min(at, now.length), cut, ...put), blocks);
      if (changed.length === 0) return;
      const only = onlyChangedGroup(groups.map((each) => ({ blocks: each })), changed);
      const deals = dealBlocks(groups, changed);
      const others = deals.flatMap((deal, index) => (deal.from === index && deal.blocks === groups[index] ? [] : [index]));
      if (only === null) return;
      expect(deals.map((deal) => deal.blocks.length)).toEqual(groups.map((group) => group.length));
      expect(others).toEqual(only < 0 ? [] : [only]);
    }), runs(300));
    const blocks = Array.from({ length: 60 }, (_, index) => p(`第${index}段`));
    const groups = dealBlocks([], blocks).map((deal) => ({ blocks: deal.blocks }));
    expect([blocks, blocks.with(30, p('改')), blocks.with(30, p('改')).with(3, p('改')), blocks.with(0, para('title', '题')), blocks.slice(1)].map((each) => onlyChangedGroup(groups, each))).toEqual([-1, 5, null, null, null]);
  });

  test('no group of rows ends under a cell that reaches further, whatever row comes or goes', () => {
    const rowOf = (rowspan: number): Node => schema.nodes.tableRow.create(null, [schema.nodes.tableCell.create({ rowspan }, p('')), schema.nodes.tableCell.create(null, p(''))]);
    const row = fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 40 }) }).map(rowOf);
    const edit = fc.record({ at: fc.nat(300), cut: fc.nat(4), put: fc.array(row, { maxLength: 4 }) });
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 300 }), fc.array(edit, { maxLength: 6 }), (start, edits) => {
      let rows = start;
      let groups = dealBlocks([], rows).map((deal) => deal.blocks);
      for (const { at, cut, put } of [{ at: 0, cut: 0, put: [] }, ...edits]) {
        rows = rows.toSpliced(Math.min(at, rows.length - 1), cut, ...put);
        if (rows.length === 0) rows = [rowOf(1)];
        groups = dealBlocks(groups, rows).map((deal) => deal.blocks);
        expect(groups.flat()).toEqual(rows);
        let end = 0;
        for (const group of groups.slice(0, -1)) {
          end += group.length;
          rows.slice(0, end).forEach((each, index) => expect(index + rowsReached(each)).toBeLessThanOrEqual(end));
        }
      }
    }), runs(100));
    // The same rows again are the same groups, also those too large to be cut.
    const rows = [rowOf(40), ...Array.from({ length: 60 }, () => rowOf(1))];
    const groups = dealBlocks([], rows).map((deal) => deal.blocks);
    expect(groups[0]).toHaveLength(40);
    const typed = dealBlocks(groups, rows.with(50, rowOf(1)));
    expect(typed.filter((deal, index) => deal.blocks !== groups[index])).toHaveLength(1);
  });

  test('a group grown too large is cut when the hand rests, and what the caret stands in stays; one far too large at once, but not under an input method', () => {
    const grown = (count: number): Node[][] => [[p('上')], Array.from({ length: count }, (_, index) => p(`第${index}段`)), [p('下')]];
    const large = grown(60);
    const written = [...large[0]!, ...large[1]!, p('新'), ...large[2]!];
    expect(dealBlocks(large, written)).toHaveLength(3);
    const cut = cutLargeGroups(large, 1 + 31)!;
    expect(cut.flatMap(({ blocks }) => blocks)).toEqual(large.flat());
    expect(Math.max(...cut.map(({ blocks }) => blocks.length))).toBeLessThanOrEqual(9);
    expect(cut.find(({ from }) => from === 1)!.blocks).toContain(large[1]![31]);
    expect(cutLargeGroups(cut.map(({ blocks }) => blocks), 0)).toBe(null);

    const huge = grown(150);
    const pasted = [...huge[0]!, ...huge[1]!, p('新'), ...huge[2]!];
    expect(dealBlocks(huge, pasted, 1)).toHaveLength(3);
    expect(dealBlocks(huge, pasted).length).toBeGreaterThan(20);
  });
});
