import fc from 'fast-check';
import { Fragment } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { officialText } from '../../test/support/arbitrary-document.ts';
import { arbitraryNotedDocument as arbitraryDocument, noteText } from '../../test/support/arbitrary-notes.ts';
import { createEngine, inkOf } from '../../test/support/layout.ts';
import { runs } from '../../test/support/runs.ts';
import { numberDocument } from '../document/numbering.ts';
import { schema } from '../document/schema.ts';
import { resolveStyles } from '../template/styles.ts';
import { CLOSINGS, FORMATS } from '../template/template.ts';
import { findPage } from './find-place.ts';
import type { Layout, LayoutEngine } from './layout-document.ts';

const look = fc.record({ format: fc.constantFrom(...FORMATS), closing: fc.constantFrom(...CLOSINGS) });
const profile = fc.constantFrom('gb' as const, 'lo' as const);
const lay = (engine: LayoutEngine, doc: Node, { format, closing }: { format: (typeof FORMATS)[number]; closing: (typeof CLOSINGS)[number] }, name: 'gb' | 'lo' = 'gb'): Layout =>
  engine.layout(doc, resolveStyles({ format, closing }), { profile: name });

const frames = (layout: Layout): unknown[] => layout.pages.map((_, index) => layout.frame(index));

const IMAGE = '\ufffc';

/** Every typed character and every image of a document by its position. */
function charactersOf(doc: Node): Map<number, string> {
  const characters = new Map<number, string>();
  doc.descendants((node, pos) => {
    if (node.type.name === 'image') characters.set(pos, IMAGE);
    if (node.isText) for (let at = 0; at < node.text!.length; ) {
      const character = String.fromCodePoint(node.text!.codePointAt(at)!);
      characters.set(pos + at, character);
      at += character.length;
    }
  });
  return characters;
}

const notesIn = (doc: Node): number[] => {
  const found: number[] = [];
  doc.descendants((node, pos) => void (node.type.name === 'footnote' && found.push(pos)));
  return found;
};

describe('排版的性质', () => {
  test('每个字都在、只在一处，按文稿的次序', () => {
    fc.assert(fc.property(arbitraryDocument, look, profile, (doc, wish, name) => {
      const layout = lay(createEngine(), doc, wish, name);
      const seen = new Map<number, string>();
      for (let page = 0; page < layout.pages.length; page++) {
        let last = -1;
        for (const line of layout.frame(page).lines) {
          if (line.paragraph === null || line.isRepeated) continue;
          expect(line.from).toBeGreaterThanOrEqual(last);
          last = line.from;
          for (const run of line.runs) {
            if (run.isComputed) continue;
            [...(run.image ? IMAGE : run.text)].forEach((character, index) => {
              expect(seen.has(run.positions[index]!)).toBe(false);
              seen.set(run.positions[index]!, character);
            });
          }
        }
      }
      expect([...seen].sort(([a], [b]) => a - b)).toEqual([...charactersOf(doc)]);
    }), runs(60));
  });

  test('每条脚注从注号所在的一面开始，一个字不少，接排到后面几面的按次序，注号每面从①起，与正文不相叠', () => {
    fc.assert(fc.property(arbitraryDocument, look, profile, (doc, wish, name) => {
      const layout = lay(createEngine(), doc, wish, name);
      const said = new Map<number, string>();
      const begun = new Map<number, number>();
      layout.pages.forEach((_, page) => {
        const { lines, textBlock, rules } = layout.frame(page);
        const notes = lines.filter((line) => line.note !== null);
        expect(rules.filter(({ kind }) => kind === 'note')).toHaveLength(notes.length > 0 ? 1 : 0);
        const top = Math.min(...notes.map((line) => line.y));
        const isImprint = (role: string): boolean => ['copyTo', 'printer', 'printDate', 'printRun'].includes(role);
        for (const line of lines) {
          if (line.paragraph === null || line.y >= textBlock.y + textBlock.height || isImprint(line.role)) continue;
          if (notes.length > 0) expect(line.y + line.height).toBeLessThanOrEqual(top);
        }
        for (const line of notes) {
          expect(line.y + line.height).toBeLessThanOrEqual(textBlock.y + textBlock.height);
          if (!begun.has(line.note!)) begun.set(line.note!, page);
          said.set(line.note!, (said.get(line.note!) ?? '') + line.runs.map((run) => run.text).join(''));
        }
      });
      doc.descendants((node, pos) => {
        if (node.type.name !== 'footnote') return;
        const words = said.get(pos)!;
        expect(words.replace(/^(?:[①-⑳]|\d+) /, '')).toBe((node.attrs.text as string).replaceAll('\n', ''));
      });
      expect([...said.keys()]).toHaveLength(notesIn(doc).length);
      for (const [index] of layout.pages.entries()) {
        const marks = layout.frame(index).lines.filter((line) => line.paragraph !== null && !line.isRepeated).flatMap((line) => line.runs.flatMap((run) => run.positions.filter((pos) => run.isComputed && doc.nodeAt(pos)?.type.name === 'footnote').map((pos) => ({ pos, role: line.role, text: run.text }))));
        for (const { pos, role } of marks) {
          if (role.startsWith('table')) continue;
          // What no page has room for begins on the next one, or where those before it end when they fill pages of their own.
          const first = begun.get(pos)!;
          expect(first).toBeGreaterThanOrEqual(index);
          for (let between = index + 1; between < first; between++) {
            const before = layout.frame(between).lines.filter((line) => line.note !== null);
            expect(before.length).toBeGreaterThan(0);
            expect(before.every((line) => line.note! < pos)).toBe(true);
          }
        }
      }
    }), runs(60));
  });

  test('没有字在版心之外，只有悬挂的标点和信函、办理结果的固定位置例外', () => {
    fc.assert(fc.property(arbitraryDocument, look, (doc, wish) => {
      const layout = lay(createEngine(), doc, wish);
      for (let page = 0; page < layout.pages.length; page++) {
        const { textBlock, lines } = layout.frame(page);
        for (const line of lines) {
          if (line.paragraph === null || line.runs.length === 0) continue;
          const isFixed = page === 0 && (line.role === 'issuerMark' || line.role === 'resultMark');
          if (!isFixed) expect(line.y).toBeGreaterThanOrEqual(textBlock.y);
          expect(line.y + line.height).toBeLessThanOrEqual(textBlock.y + textBlock.height);
          const { left } = inkOf(line);
          expect(left).toBeGreaterThanOrEqual(textBlock.x - 1);
          for (const { image, xs } of line.runs) {
            if (!image) continue;
            expect(line.baseline - image.height).toBeGreaterThanOrEqual(line.y);
            expect(xs[0]! + image.width).toBeLessThanOrEqual(Math.max(line.x + line.width, line.x + 22_000));
          }
          const words = line.runs.map((run) => run.text).join('').trimEnd();
          const hanging = /[，。、；：！？]$/.test(words) ? 16_000 : 0;
          const end = line.runs.flatMap(({ xs, advances, text }) => [...text].map((character, index) => (/\s/.test(character) ? 0 : xs[index]! + advances[index]!)));
          expect(Math.max(0, ...end), `${line.role} ${words}`).toBeLessThanOrEqual(Math.max(line.x + line.width, line.x + 22_000) + hanging);
        }
      }
    }), runs(60));
  });

  test('没有两行字叠在一处', () => {
    fc.assert(fc.property(arbitraryDocument, look, profile, (doc, wish, name) => {
      const layout = lay(createEngine(), doc, wish, name);
      for (let page = 0; page < layout.pages.length; page++) {
        const lines = layout.frame(page).lines.filter((line) => line.turn === null).flatMap((line) => {
          const ink = line.runs.flatMap(({ text, xs, advances }) => [...text].flatMap((character, index) => (advances[index]! > 0 && !/[\s，。、；：！？]/.test(character) ? [{ left: xs[index]!, right: xs[index]! + advances[index]! }] : [])));
          const size = Math.min(...line.runs.map((run) => run.size));
          return ink.length === 0 ? [] : [{ line, size, left: Math.min(...ink.map(({ left }) => left)), right: Math.max(...ink.map(({ right }) => right)) }];
        }).toSorted((one, other) => one.line.baseline - other.line.baseline);
        lines.forEach((upper, index) => {
          for (const lower of lines.slice(index + 1)) {
            if (lower.line.baseline - upper.line.baseline >= Math.min(upper.size, lower.size) * 0.8) break;
            const shared = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
            expect(shared, [upper, lower].map(({ line }) => `${line.role} ${line.runs.map((run) => run.text).join('')}`).join(' × ')).toBeLessThan(1000);
          }
        });
      }
    }), runs(60));
  });

  test('改动以后重排，和从头排的一样', () => {
    const edit = fc.record({ at: fc.nat(), kind: fc.constantFrom('insert', 'delete', 'split', 'note'), text: officialText(1), note: noteText });
    fc.assert(fc.property(arbitraryDocument, look, fc.array(edit, { minLength: 1, maxLength: 5 }), (doc, wish, edits) => {
      const engine = createEngine();
      lay(engine, doc, wish);
      let now = doc;
      for (const { at, kind, text, note } of edits) {
        const places: number[] = [];
        now.descendants((node, pos) => void (node.isTextblock && places.push(pos + 1 + (at % (node.content.size + 1)))));
        const place = places[at % places.length]!;
        const tr = new Transform(now);
        if (kind === 'insert') tr.insert(place, schema.text(text));
        else if (kind === 'note') tr.insert(place, schema.nodes.footnote.create({ text: note }));
        else if (kind === 'split') tr.split(place);
        else tr.delete(place, Math.min(place + 3, now.resolve(place).end()));
        now = tr.doc;
        expect(frames(lay(engine, now, wish))).toEqual(frames(lay(createEngine(), now, wish)));
      }
    }), runs(25));
  });

  test('许多面的公文，一处一处改，接着排的和从头排的一样：每一面、每一处诊断、每一个页码', () => {
    const edit = fc.record({ at: fc.nat(), place: fc.nat(), kind: fc.constantFrom('insert', 'delete', 'split', 'remove', 'double', 'grow', 'note', 'note'), text: officialText(1), note: noteText });
    const length = fc.integer({ min: 1, max: 150 });
    fc.assert(fc.property(arbitraryDocument, look, profile, fc.array(length, { minLength: 20, maxLength: 90 }), fc.boolean(), fc.array(edit, { minLength: 3, maxLength: 12 }), (middle, wish, name, lengths, isImprintEven, edits) => {
      const fill = lengths.map((each, index) => schema.nodes.para.create(index % 7 === 3 ? { role: 'heading', level: 1 + (index % 4) } : { role: 'body' }, schema.text('照护服务'.repeat(each))));
      const half = fill.length >> 1;
      let now = middle.copy(Fragment.from([...fill.slice(0, half), ...middle.children, ...fill.slice(half)]));
      const styles = resolveStyles(wish);
      const options = { profile: name, isImprintEven };
      const engine = createEngine();
      engine.layout(now, styles, options);
      for (const { at, place, kind, text, note } of edits) {
        const places: number[] = [];
        now.descendants((node, pos) => void (node.isTextblock && places.push(pos + 1 + (at % (node.content.size + 1)))));
        const pos = places[place % places.length]!;
        const $pos = now.resolve(pos);
        const tr = new Transform(now);
        if (kind === 'insert') tr.insert(pos, schema.text(text));
        else if (kind === 'grow') tr.insert(pos, schema.text('照'.repeat(28 * (1 + (at % 3)))));
        else if (kind === 'note') tr.insert(pos, schema.nodes.footnote.create({ text: note }));
        else if (kind === 'split') tr.split(pos);
        else if (kind === 'delete') tr.delete(pos, Math.min(pos + 3, $pos.end()));
        else if (kind === 'remove' && now.childCount > 1) tr.delete($pos.before(1), $pos.after(1));
        else if (kind === 'double') tr.insert($pos.after(1), $pos.node(1));
        now = tr.doc;
        const [again, anew] = [engine.layout(now, styles, options), createEngine().layout(now, styles, options)];
        // Compared as text: thousands of frames as objects take a minute.
        expect(JSON.stringify(frames(again)) === JSON.stringify(frames(anew))).toBe(true);
        expect(again.diagnostics).toEqual(anew.diagnostics);
        expect(again.fit).toEqual(anew.fit);
        for (const each of [1, now.content.size >> 2, now.content.size >> 1, now.content.size - 2]) expect(findPage(again, each)).toBe(findPage(anew, each));
      }
    }), runs(8));
  });

  test('所有长度都是整数，给了序号和自己算的一样', () => {
    fc.assert(fc.property(arbitraryDocument, look, (doc, wish) => {
      const layout = lay(createEngine(), doc, wish);
      JSON.stringify(frames(layout), (_, value: unknown) => {
        if (typeof value === 'number') expect(Number.isSafeInteger(value)).toBe(true);
        return value;
      });
      const given = createEngine().layout(doc, resolveStyles(wish), { numbering: numberDocument(doc) });
      expect(frames(given)).toEqual(frames(layout));
    }), runs(25));
  });
});
