import fc from 'fast-check';
import type { Node } from 'prosemirror-model';
import { describe, expect, test } from 'vitest';
import { arbitraryIllustrated } from '../../test/support/arbitrary-images.ts';
import { doc, p, title } from '../../test/support/build.ts';
import { createEngine, layOut, linesOn, mm, wordsOn } from '../../test/support/layout.ts';
import { image, pngFile } from '../../test/support/pictures.ts';
import { runs } from '../../test/support/runs.ts';
import { schema } from '../document/schema.ts';
import { resolveStyles } from '../template/styles.ts';
import { FORMATS } from '../template/template.ts';
import { baselineIn } from './baseline.ts';
import type { Layout } from './layout-document.ts';
import { fromTwips } from './unit.ts';

const png = pngFile(1, 1);
const PITCH = fromTwips(579);
const picture = (width: number, height: number, attrs: object = {}): Node => schema.nodes.para.create(attrs, image(png, width, height));
const imagesOn = (layout: Layout, page: number) => linesOn(layout, page).flatMap((line) => line.runs.flatMap(({ image: each, xs }) => (each ? [{ ...each, x: xs[0]!, y: line.baseline - each.height, line }] : [])));

describe('图片在版面上', () => {
  test('独占一段的图片居中、不缩进，占整行，后面的字还在行格上', () => {
    const layout = layOut(doc(p('甲'), picture(2000, 1500), p('乙')));
    const [before, line, after] = linesOn(layout);
    const [{ x, y, width, height }] = imagesOn(layout, 0) as [ReturnType<typeof imagesOn>[number]];
    const { textBlock } = layout.frame(0);
    expect([width, height]).toEqual([fromTwips(2000), fromTwips(1500)]);
    expect(Math.abs(x - textBlock.x - (textBlock.x + textBlock.width - x - width))).toBeLessThanOrEqual(1);
    expect(line!.height).toBe(3 * PITCH);
    expect(after!.y - before!.y).toBe(4 * PITCH);
    expect(y).toBeGreaterThanOrEqual(line!.y);
    expect(linesOn(layOut(doc(picture(2000, 1500, { align: 'left' }))))[0]!.runs[0]!.xs[0]).toBe(textBlock.x);
  });

  test('比版心宽的、比一面高的，按原来的长宽比缩到放得下', () => {
    const wide = imagesOn(layOut(doc(picture(20_000, 5000))), 0)[0]!;
    expect(mm(wide.width)).toBeCloseTo(156, 1);
    expect(Math.round(wide.width / wide.height)).toBe(4);
    const layout = layOut(doc(p('甲'), picture(2000, 20_000)));
    expect(layout.pages).toHaveLength(2);
    const high = imagesOn(layout, 1)[0]!;
    const { textBlock } = layout.frame(1);
    expect(high.y).toBeGreaterThanOrEqual(textBlock.y);
    expect(high.line.y + high.line.height).toBeLessThanOrEqual(textBlock.y + textBlock.height);
    expect(Math.abs(high.height / high.width - 10)).toBeLessThan(0.01);
  });

  test('这一面放不下，整张到下一面；字里的小图不加高那一行', () => {
    const text = Array.from({ length: 19 }, () => p('甲'));
    const layout = layOut(doc(...text, picture(4000, 3000), p('乙')));
    expect(imagesOn(layout, 0)).toEqual([]);
    expect(wordsOn(layout, 1)).toEqual(['', '乙']);
    const small = layOut(doc(schema.nodes.para.create(null, [schema.text('见'), image(png, 300, 300), schema.text('处')])));
    expect(linesOn(small)[0]).toMatchObject({ height: PITCH });
    expect(linesOn(small)[0]!.baseline - linesOn(small)[0]!.y).toBe(baselineIn(PITCH));
  });

  test('字里的高图把那一行撑到刚好放下，同 Word 一样，不取整行', () => {
    const high = fromTwips(1200);
    const layout = layOut(doc(p('甲'), schema.nodes.para.create(null, [schema.text('见'), image(png, 300, 1200), schema.text('处')]), p('乙')));
    const [before, line, after] = linesOn(layout);
    expect(line!.height).toBe(high + PITCH - baselineIn(PITCH));
    expect(line!.baseline - high).toBe(line!.y);
    expect(after!.y - before!.y).toBe(PITCH + line!.height);
  });

  test('格里的图片不宽过格子，行随它高', () => {
    const table = schema.nodes.table.create(null, schema.nodes.tableRow.create(null, [schema.nodes.tableCell.create(null, p('东门')), schema.nodes.tableCell.create(null, picture(9000, 6000))]));
    const layout = layOut(doc(title('关于照片的通知'), table));
    const { width, height, y } = imagesOn(layout, 0)[0]!;
    const cell = layout.frame(0).cells[1]!;
    expect(width).toBeLessThan(cell.width);
    expect([y > cell.y, y + height < cell.y + cell.height]).toEqual([true, true]);
  });

  test('表头里的图片连着下面的行、这一面放不下：整张表从下一面起，表头只有一次，不在它自己前面重复', () => {
    const { table, tableRow, tableCell } = schema.nodes;
    const beside = (text: string): Node => tableCell.create(null, p(text));
    const pictured = table.create(null, [
      tableRow.create({ header: true }, [tableCell.create({ rowspan: 3 }, picture(2000, 3 * 579)), beside('单位')]),
      tableRow.create(null, beside('东门街道')),
      tableRow.create(null, beside('西门街道')),
    ]);
    for (let lines = 14; lines < 22; lines++) {
      const layout = layOut(doc(...Array.from({ length: lines }, () => p('甲')), pictured));
      const cells = layout.pages.flatMap((_, page) => layout.frame(page).cells);
      expect(cells).toHaveLength(4);
      expect(layout.pages.map((_, page) => imagesOn(layout, page).length).filter(Boolean)).toEqual([1]);
    }
  });

  test('任何公文里每张图片恰在一处，整张在版心里；改一处接着排，和从头排的一样', () => {
    fc.assert(fc.property(arbitraryIllustrated, fc.constantFrom(...FORMATS), (node, format) => {
      const styles = resolveStyles({ format, closing: 'sealed' });
      const engine = createEngine();
      const layout = engine.layout(node, styles);
      const seen: number[] = [];
      layout.pages.forEach((_, page) => {
        const { textBlock, lines } = layout.frame(page);
        for (const line of lines) for (const { image: each, xs, positions } of line.runs) {
          if (!each || line.isRepeated) continue;
          seen.push(positions[0]!);
          expect(xs[0]! + each.width).toBeLessThanOrEqual(Math.max(line.x + line.width, line.x + 22_000));
          expect(line.baseline - each.height).toBeGreaterThanOrEqual(line.y);
          if (line.role !== 'issuerMark' && line.role !== 'resultMark') expect(line.y + line.height).toBeLessThanOrEqual(textBlock.y + textBlock.height);
        }
      });
      const wanted: number[] = [];
      node.descendants((each, pos) => void (each.type.name === 'image' && wanted.push(pos)));
      expect(seen.sort((a, b) => a - b)).toEqual(wanted);
      const edited = node.copy(node.content.addToEnd(p('完')));
      const frames = (each: Layout): string => JSON.stringify(each.pages.map((_, index) => each.frame(index)));
      expect(frames(engine.layout(edited, styles)) === frames(createEngine().layout(edited, styles))).toBe(true);
    }), { ...runs(40), endOnFailure: true });
  });
});
