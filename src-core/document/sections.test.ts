import type { Node } from 'prosemirror-model';
import { Transform } from 'prosemirror-transform';
import { describe, expect, test } from 'vitest';
import { doc, h, p, para, table, title } from '../../test/support/build.ts';
import { plainText } from './plain-text.ts';
import { moveSection, sectionAt, sectionPlaces } from './sections.ts';

const sample = doc(
  title('通知'), p('开头'), h(1, '甲'), h(2, '甲一'), p('甲一文'), table(['序号', '事项'], ['1', '摸底']), h(2, '甲二'), h(1, '乙'), p('乙文'), h(2, '乙一'),
  para('attachmentNote', '清单'), para('attachmentNote', '样表'), para('signature', '某局'), para('annex', '清单'), p('清单文'), para('annex', '样表'), p('样表文'), para('printer', '某办'),
);
const lines = (document: Node): string[] => plainText(document).split('\n');
function moved(document: Node, start: number, before: number): string[] {
  const tr = new Transform(document);
  moveSection(tr, start, before);
  return lines(tr.doc);
}

describe('一节：标题和它下面的一切', () => {
  test('到同级或更高级标题为止，表格算在内，落款和附件不算', () => {
    expect(sectionAt(sample, 2)).toEqual({ start: 2, end: 7 });
    expect(sectionAt(sample, 3)).toEqual({ start: 3, end: 6 });
    expect(sectionAt(sample, 7)).toEqual({ start: 7, end: 10 });
    expect(sectionAt(sample, 13)).toEqual({ start: 13, end: 15 });
    expect(sectionAt(sample, 1)).toBeNull();
  });

  test('一节只到不拆散别人正文的地方去', () => {
    expect(sectionPlaces(sample, 7)).toEqual([2, 7, 10, 15, 17]);
    // 二级标题不到第一个一级标题前面去：那里还没有它的上级。
    expect(sectionPlaces(sample, 6)).toEqual([3, 6, 7, 9, 10, 15, 17]);
    expect(sectionPlaces(sample, 13)).toEqual([13, 15, 17]);
  });

  test('整节移动，编号跟着重排', () => {
    expect(moved(sample, 7, 2).slice(2, 9)).toEqual(['一、乙', '乙文', '（一）乙一', '二、甲', '（一）甲一', '甲一文', '序号\t事项']);
    expect(moved(sample, 3, 10).slice(2, 9)).toEqual(['一、甲', '（一）甲二', '二、乙', '乙文', '（一）乙一', '（二）甲一', '甲一文']);
  });

  test('附件换次序，附件说明里的次序跟着换', () => {
    const after = moved(sample, 15, 13);
    expect(after.join('|')).toContain('附件：1.样表|2.清单|某局|附件1|样表|样表文|附件2|清单|清单文');
    expect(moved(sample, 13, 17)).toEqual(after);
  });

  test('移到自己原来的位置，什么也不发生；节里最后是表，移到文末仍有下笔的一行', () => {
    const tr = new Transform(sample);
    expect(moveSection(tr, 7, 10)).toBeNull();
    expect(tr.steps).toHaveLength(0);
    const bare = doc(h(1, '甲'), table(['表']), h(1, '乙'));
    const moving = new Transform(bare);
    moveSection(moving, 0, 3);
    expect(moving.doc.lastChild!.type.name).toBe('para');
  });
});
