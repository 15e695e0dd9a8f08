import type { Node } from '@tiptap/pm/model';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { Command } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { plainText } from '#core/document/plain-text.ts';
import { doc, h, p, para, table, title } from '../../../test/support/build.ts';
import { recognise } from '../behaviour/typed-numbers.ts';
import { backspace } from './backspace.ts';
import { changeElement } from './change-element.ts';
import { changeLevel } from './change-level.ts';
import { deleteForward } from './delete-forward.ts';
import { enter } from './enter.ts';
import { insertAttachment } from './insert-attachment.ts';
import { insertMarker, toggleRestart } from './insert-marker.ts';
import { insertTable } from './insert-table.ts';
import { setLevel, setRole } from './set-role.ts';
import { startAt } from './start-at.ts';
import { toggleContinued } from '../tables/table-commands.ts';

const article = (level: number, text: string, attrs: object = {}): Node => para('article', text, { level, ...attrs });

/** A state with the caret in the block at `index`, `offset` characters in (negative: from its end). */
function at(document: Node, index: number, offset: number): EditorState {
  let pos = 1;
  for (let i = 0; i < index; i++) pos += document.child(i).nodeSize;
  const size = document.child(index).content.size;
  const caret = pos + (offset < 0 ? size + 1 + offset : offset);
  return EditorState.create({ doc: document, selection: TextSelection.near(document.resolve(caret)) });
}

function run(state: EditorState, ...commands: Command[]): EditorState {
  for (const command of commands) command(state, (tr) => (state = state.apply(tr)));
  return state;
}

const type = (text: string): Command => (state, dispatch) => {
  dispatch?.(state.tr.insertText(text));
  return true;
};

/** 「角色:带编号的文字」 a paragraph, the caret as 「|」. */
function outline(state: EditorState): string[] {
  const lines = plainText(state.doc).split('\n');
  const names: string[] = [];
  state.doc.forEach((node) => names.push(node.type.name === 'para' ? `${node.attrs.role}${node.attrs.level || ''}${node.attrs.runIn ? '…' : ''}` : 'table'));
  return state.doc.childCount === lines.length ? lines.map((line, i) => `${names[i]}:${line}`) : names;
}

describe('回车', () => {
  test('标题末尾回车，转到主送机关', () => {
    const state = run(at(doc(title('关于工作的通知'), para('addressee', '各司局：'), p('正文')), 0, -1), enter, type('|'));
    expect(outline(state)).toEqual(['title:关于工作的通知', 'addressee:|各司局：', 'body:正文']);
  });
  test('没有主送机关的标题末尾回车，另起正文', () => {
    expect(outline(run(at(doc(title('会议纪要'), h(1, '议题')), 0, -1), enter, type('|')))).toEqual(['title:会议纪要', 'body:|', 'heading1:一、议题']);
  });
  test('标题中间回车只换行', () => {
    const state = run(at(doc(title('关于工作的通知'), p('')), 0, 4), enter);
    expect(state.doc.firstChild!.childCount).toBe(3);
    expect(state.doc.childCount).toBe(2);
  });
  test('主送机关之后是正文', () => {
    expect(outline(run(at(doc(para('addressee', '各司局：'), p('正文')), 0, -1), enter, type('|')))).toEqual(['addressee:各司局：', 'body:|', 'body:正文']);
  });
  test('层次标题末尾回车是正文，已有空段就用它', () => {
    expect(outline(run(at(doc(h(1, '总体要求'), p('')), 0, -1), enter, type('|')))).toEqual(['heading1:一、总体要求', 'body:|']);
    expect(outline(run(at(doc(h(2, '总体要求')), 0, -1), enter))).toEqual(['heading2:（一）总体要求', 'body:']);
  });
  test('层次标题中间回车，后半是正文', () => {
    expect(outline(run(at(doc(h(2, '统一尺度印发指南')), 0, 4), enter))).toEqual(['heading2:（一）统一尺度', 'body:印发指南']);
  });
  test('层次标题开头回车，上面空出一段，标题不变', () => {
    expect(outline(run(at(doc(p('前文'), h(1, '总体要求')), 1, 0), enter))).toEqual(['body:前文', 'body:', 'heading1:一、总体要求']);
  });
  test('空的层次标题回车变为正文', () => {
    expect(outline(run(at(doc(h(1, '甲'), h(1, '')), 1, 0), enter))).toEqual(['heading1:一、甲', 'body:']);
  });
  test('附件说明逐项续号，空项回车离开', () => {
    const one = run(at(doc(p('正文'), para('attachmentNote', '清单'), para('signature', '某局')), 1, -1), enter, type('分工表'));
    expect(outline(one)).toEqual(['body:正文', 'attachmentNote:附件：1.清单', 'attachmentNote:2.分工表', 'signature:某局']);
    expect(outline(run(one, enter, enter))).toEqual(['body:正文', 'attachmentNote:附件：1.清单', 'attachmentNote:2.分工表', 'body:', 'signature:某局']);
  });
  test('署名之后是成文日期，日期之后是附注', () => {
    expect(outline(run(at(doc(p('正文'), para('signature', '某局')), 1, -1), enter, type('2026年8月1日'), enter, type('（公开）')))).toEqual([
      'body:正文', 'signature:某局', 'date:2026年8月1日', 'note:（公开）']);
  });
  test('版头各要素之间回车只移动光标', () => {
    const before = doc(para('issuerMark', '某局'), para('documentNumber', '某函〔2026〕1号'), title('函'));
    expect(outline(run(at(before, 1, 3), enter, type('|')))).toEqual(['issuerMark:某局', 'documentNumber:某函〔2026〕1号', 'title:|函']);
  });
  test('新段不带走原段的位置记号', () => {
    const state = run(at(doc(p('前后', { slot: 'draft', commentIds: ['c1'] })), 0, 1), enter);
    expect(state.doc.child(0).attrs.slot).toBe('draft');
    expect(state.doc.child(1).attrs).toMatchObject({ slot: null, commentIds: null });
  });
  test('选中文字后回车，先删后分', () => {
    const document = doc(p('甲乙丙丁'));
    const state = EditorState.create({ doc: document, selection: TextSelection.create(document, 2, 4) });
    expect(outline(run(state, enter))).toEqual(['body:甲', 'body:丁']);
  });
});

describe('退格和删除', () => {
  test('层次标题开头退格变为正文，编号去掉，字不动', () => {
    expect(outline(run(at(doc(h(1, '甲'), h(1, '乙'), h(1, '丙')), 1, 0), backspace))).toEqual(['heading1:一、甲', 'body:乙', 'heading1:二、丙']);
  });
  test('正文开头退格并入上面的标题', () => {
    expect(outline(run(at(doc(h(2, '统一尺度。'), p('印发指南')), 1, 0), backspace))).toEqual(['heading2:（一）统一尺度。印发指南']);
  });
  test('空段退格删去，光标回到上一段末', () => {
    expect(outline(run(at(doc(p('甲'), p(''), p('乙')), 1, 0), backspace, type('|')))).toEqual(['body:甲|', 'body:乙']);
  });
  test('附件说明开头退格变为正文', () => {
    expect(outline(run(at(doc(p('甲'), para('attachmentNote', '清单')), 1, 0), backspace))).toEqual(['body:甲', 'body:清单']);
  });
  test('文稿开头退格什么也不做', () => {
    expect(outline(run(at(doc(title('通知')), 0, 0), backspace))).toEqual(['title:通知']);
  });
  test('表格下面的段落退格不碰表格', () => {
    const before = doc(table(['甲', '乙']), p('文'));
    const state = run(at(before, 1, 0), backspace);
    expect(state.doc.eq(before)).toBe(true);
    expect(state.selection.$from.depth).toBeGreaterThan(2);
  });
  test('单元格开头退格不出单元格', () => {
    const before = doc(table(['甲', '乙']));
    const state = EditorState.create({ doc: before, selection: TextSelection.create(before, 9) });
    expect(run(state, backspace).doc.eq(before)).toBe(true);
  });
  test('成文日期、主送机关不会被退格并掉', () => {
    const before = doc(title('通知'), para('addressee', '各司局：'), p('正文'), para('signature', '某局'), para('date', '2026年8月1日'));
    expect(run(at(before, 1, 0), backspace).doc.eq(before)).toBe(true);
    expect(run(at(before, 4, 0), backspace).doc.eq(before)).toBe(true);
    expect(run(at(before, 0, -1), deleteForward).doc.eq(before)).toBe(true);
    expect(run(at(before, 3, -1), deleteForward).doc.eq(before)).toBe(true);
  });
  test('正文不会被退格并进版头', () => {
    const before = doc(para('documentNumber', '某函〔2026〕1号'), p('正文'));
    expect(run(at(before, 1, 0), backspace).doc.eq(before)).toBe(true);
  });
  test('行末按删除键，接上下一段；下一段是空的就删去', () => {
    expect(outline(run(at(doc(p('甲'), p('乙')), 0, -1), deleteForward))).toEqual(['body:甲乙']);
    expect(outline(run(at(doc(h(1, '甲'), p(''), h(1, '乙')), 0, -1), deleteForward))).toEqual(['heading1:一、甲', 'heading1:二、乙']);
    expect(outline(run(at(doc(p(''), h(1, '乙')), 0, 0), deleteForward))).toEqual(['heading1:一、乙']);
  });
  test('表格前按删除键，光标进表格，表格还在', () => {
    const before = doc(p('文'), table(['甲', '乙']));
    expect(run(at(before, 0, -1), deleteForward).doc.eq(before)).toBe(true);
  });
  test('序号后面退格，序号变成可改的字', () => {
    const state = run(at(doc(p('要求：@抓落实；@抓督查。')), 0, 9), backspace);
    expect(outline(state)).toEqual(['body:要求：一是抓落实；二是抓督查。']);
    expect(state.doc.firstChild!.childCount).toBe(3);
  });
});

describe('层次', () => {
  test('Tab 降一级，到四级为止；Shift Tab 升一级，到一级为止', () => {
    const level = (from: 1 | 2 | 3 | 4, by: 1 | -1) => run(at(doc(h(from, '甲')), 0, 1), changeLevel(by)).doc.firstChild!.attrs.level as number;
    expect([level(1, 1), level(4, 1), level(3, -1), level(1, -1)]).toEqual([2, 4, 2, 1]);
  });
  test('正文开头按 Tab 成为上一标题的下级，没有标题时成为一级', () => {
    expect(outline(run(at(doc(h(1, '甲'), p('乙')), 1, 0), changeLevel(1)))).toEqual(['heading1:一、甲', 'heading2:（一）乙']);
    expect(outline(run(at(doc(p('乙')), 0, 0), changeLevel(1)))).toEqual(['heading1:一、乙']);
    expect(outline(run(at(doc(p('乙乙')), 0, 1), changeLevel(1)))).toEqual(['body:乙乙']);
  });
  test('改级后后面的编号跟着变', () => {
    expect(outline(run(at(doc(h(1, '甲'), h(1, '乙'), h(1, '丙')), 1, 1), setRole('heading', 2)))).toEqual(['heading1:一、甲', 'heading2:（一）乙', 'heading1:二、丙']);
  });
  test('句号后还有话的段落设为标题，就是段首接排', () => {
    expect(outline(run(at(doc(p('统一尺度。印发指南。')), 0, 1), setRole('heading', 2)))).toEqual(['heading2…:（一）统一尺度。印发指南。']);
    expect(outline(run(at(doc(p('统一尺度。')), 0, 1), setRole('heading', 2)))).toEqual(['heading2:（一）统一尺度。']);
  });
  test('起始编号', () => {
    expect(outline(run(at(doc(h(1, '甲'), h(1, '乙')), 0, 1), startAt(3)))).toEqual(['heading1:三、甲', 'heading1:四、乙']);
  });
});

describe('章节条', () => {
  const rules = doc(para('embedded', '办法'), article(1, '总则'), article(3, '为规范试点，制定本办法。'), article(3, ''));
  test('章后回车是条，条后回车是下一条，项后回车是下一项', () => {
    expect(outline(run(at(doc(article(1, '总则')), 0, -1), enter, type('目的。'), enter, type('条件：')))).toEqual(['article1:第一章　总则', 'article3:第一条　目的。', 'article3:第二条　条件：']);
    expect(outline(run(at(doc(article(4, '甲；')), 0, -1), enter))).toEqual(['article4:（一）甲；', 'article4:（二）']);
  });
  test('空的条回车成为款，空的项回车成为下一条', () => {
    expect(outline(run(at(rules, 3, 0), enter, type('前款')))[3]).toBe('body:前款');
    expect(outline(run(at(doc(article(3, '条件：'), article(4, '甲；'), article(4, '')), 2, 0), enter))[2]).toBe('article3:第二条　');
  });
  test('条的中间回车，后半成为下一条；开头回车，上面插进一条', () => {
    expect(outline(run(at(doc(article(3, '甲。乙。')), 0, 2), enter))).toEqual(['article3:第一条　甲。', 'article3:第二条　乙。']);
    expect(outline(run(at(doc(article(3, '甲。', { startAt: 8 })), 0, 0), enter))).toEqual(['article3:第八条　', 'article3:第九条　甲。']);
  });
  test('条的开头退格成为款，后面的条跟着改', () => {
    expect(outline(run(at(doc(article(3, '甲'), article(3, '乙'), article(3, '丙')), 1, 0), backspace))).toEqual(['article3:第一条　甲', 'body:乙', 'article3:第二条　丙']);
  });
  test('在章节条里，Alt 1 到 5 是章节条项目，Tab 跳过没有用到的节', () => {
    expect([1, 2, 3, 4, 5].map((level) => outline(run(at(rules, 3, 0), setLevel(level)))[3]!.split(':')[1])).toEqual(['第二章　', '第一节　', '第二条　', '（一）', '1.']);
    expect(run(at(rules, 1, 0), changeLevel(1)).doc.child(1).attrs.level).toBe(3);
    expect(run(at(rules, 2, 0), changeLevel(-1)).doc.child(2).attrs.level).toBe(1);
    expect(outline(run(at(doc(article(3, '条件：'), p('甲')), 1, 0), changeLevel(1)))[1]).toBe('article4:（一）甲');
  });
  test('两级编号的部分没有（一）：Alt 2 和 Tab 都给1.', () => {
    const two = doc(para('embedded', '要点', { numbering: 'twoLevel' }), h(1, '甲'), p('乙'));
    expect(outline(run(at(two, 2, 0), setLevel(2)))[2]).toBe('heading3:1.乙');
    expect(outline(run(at(two, 2, 0), changeLevel(1)))[2]).toBe('heading3:1.乙');
    expect(outline(run(at(two, 2, 0), changeLevel(1), changeLevel(-1)))[2]).toBe('heading1:二、乙');
  });
});

describe('键入的编号', () => {
  const typed = (text: string, before = doc(p(''))): string[] => {
    let state = at(before, before.childCount - 1, -1);
    for (const character of text) {
      const since = state.selection.from;
      state = run(state, type(character));
      const tr = recognise(state, since);
      if (tr) state = state.apply(tr);
    }
    return outline(state);
  };
  test.each([['一、总体要求', 'heading1:一、总体要求'], ['（三）总体要求', 'heading2:（一）总体要求'], ['(2)甲', 'heading4:（1）甲'], ['1.甲', 'heading3:1.甲']])('段首键入“%s”', (text, line) => {
    expect(typed(text)).toEqual([line]);
  });
  test.each(['1.5万人', '2026年', '一般', '一是一，二是二'.slice(2), '（一'])('“%s”不是编号', (text) => {
    expect(typed(text)).toEqual([`body:${text}`]);
  });
  test('输入法一次送来“一、加强领导”也认得', () => {
    const state = run(at(doc(p('')), 0, 0), type('一、加强领导'));
    expect(outline(state.apply(recognise(state, 1)!))).toEqual(['heading1:一、加强领导']);
  });
  test('句首键入“一是”“二是”成为自动序号', () => {
    expect(typed('一是抓落实；二是抓督查。', doc(p('要求：')))).toEqual(['body:要求：一是抓落实；二是抓督查。']);
    const state = run(at(doc(p('要求：')), 0, -1), type('一是'));
    expect(state.apply(recognise(state, 4)!).doc.firstChild!.lastChild!.type.name).toBe('marker');
  });
  test.each([
    ['第一章 总则', 'article1:第一章　总则'], ['第一条　为规范试点', 'article3:第一条　为规范试点'], ['第五条 为规范', 'article3:第五条　为规范'], ['①摸底', 'heading5:①摸底'],
    ['一百二十、甲', 'body:一百二十、甲'], ['②摸底', 'body:②摸底'], ['第一条规定', 'body:第一条规定'],
  ])('键入“%s”', (text, line) => {
    expect(typed(text)).toEqual([line]);
  });
  test('二十以后、九十九以后照样认得', () => {
    expect(typed('一百、甲', doc(h(1, '甲', { startAt: 99 }), p('')))[1]).toBe('heading1:一百、甲');
    expect(typed('第一百零二条 甲', doc(article(3, '甲', { startAt: 101 }), p('')))[1]).toBe('article3:第一百零二条　甲');
    expect(typed('第一百零三条 甲', doc(article(3, '甲', { startAt: 101 }), p('')))[1]).toBe('body:第一百零三条 甲');
    expect(typed('二十一是抓督查。', doc(p(`${'@甲；'.repeat(20)}`)))[0]).toContain('二十一是抓');
  });
  test('条之下键入（一）、1.，是项和目', () => {
    expect(typed('（一）有场地', doc(article(3, '条件：'), p('')))[1]).toBe('article4:（一）有场地');
    expect(typed('1.有人', doc(article(3, '条件：'), p('')))[1]).toBe('article5:1.有人');
  });
  test('前面已有一组，再键入“一是”另起一组；句中键入①、（1）也是', () => {
    expect(typed('一是丙；二是丁。', doc(p('@甲；@乙。')))).toEqual(['body:一是甲；二是乙。一是丙；二是丁。']);
    const markers = (text: string, before: Node): number => {
      let state = at(before, 0, -1);
      for (const character of text) {
        const since = state.selection.from;
        state = run(state, type(character));
        const tr = recognise(state, since);
        if (tr) state = state.apply(tr);
      }
      return state.doc.firstChild!.children.filter((node) => node.type.name === 'marker').length;
    };
    expect(markers('①甲；②乙。', doc(p('包括：')))).toBe(2);
    expect(markers('（1）甲；（2）乙。', doc(p('包括：')))).toBe(2);
    expect(markers('（3）甲', doc(p('包括：')))).toBe(0);
    expect(markers('一是丙', doc(p('@甲；@乙。')))).toBe(3);
  });
  test.each([
    ['要求：', '一是抓落实，二是抓督查，三是抓通报。', 3], ['要做到两点，', '一是抓落实；二是抓督查。', 2], ['要求：', '（一）甲，（二）乙。', 2], ['其中，', '一是一，二就是二。', 0], ['其中，', '二是乙。', 0], ['要求：', '一是甲，三是丙。', 1],
  ])('“%s”之后键入“%s”：逗号后接着数的是序号', (before, text, count) => {
    let state = at(doc(p(before)), 0, -1);
    for (const character of text) {
      const since = state.selection.from;
      state = run(state, type(character));
      const tr = recognise(state, since);
      if (tr) state = state.apply(tr);
    }
    expect(outline(state)).toEqual([`body:${before}${text}`]);
    expect(state.doc.firstChild!.children.filter((node) => node.type.name === 'marker')).toHaveLength(count);
  });
  test('号不对的、句中的“二是”照原样留着', () => {
    const state = run(at(doc(p('要求：')), 0, -1), type('三是'));
    expect(recognise(state, 4)).toBeNull();
    const inside = run(at(doc(p('其中')), 0, -1), type('一是'));
    expect(recognise(inside, 3)).toBeNull();
  });
  test('命令插入序号，可以从头编', () => {
    const state = run(at(doc(p('甲@乙')), 0, -1), insertMarker('shi'));
    expect(outline(state)).toEqual(['body:甲一是乙二是']);
    expect(outline(run(state, toggleRestart))).toEqual(['body:甲一是乙一是']);
  });
});

describe('表格和附件', () => {
  test('空段插入表格，占它的位置，下面留一段', () => {
    const state = run(at(doc(p('')), 0, 0), insertTable(3, 2));
    expect(outline(state)).toEqual(['table', 'body']);
    expect(state.doc.firstChild!.childCount).toBe(3);
    expect(state.doc.firstChild!.firstChild!.attrs.header).toBe(true);
    expect(run(state, insertTable(2, 2)).doc.eq(state.doc)).toBe(true);
  });
  test('光标在版头、主送、附件说明、落款、版记里，表格也插在正文里', () => {
    const before = doc(para('issuerMark', '某局文件'), title('通知'), para('addressee', '甲局：'), p('正文'), para('attachmentNote', '清单'), para('signature', '某局'), para('date', '2026年8月1日'), para('copyTo', '某部。'));
    const placeOf = (index: number): number => run(at(before, index, 0), insertTable(2, 2)).doc.children.findIndex((block) => block.type.name === 'table');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map(placeOf)).toEqual([3, 3, 3, 4, 4, 4, 4, 4]);
    const state = run(at(before, 5, 0), insertTable(2, 2));
    expect(state.selection.$from.node(1).type.name).toBe('table');
  });
  test('转页标“续表”，再按不标；光标不在表里不成', () => {
    const state = run(at(doc(p('')), 0, 0), insertTable(3, 2), toggleContinued);
    expect(state.doc.firstChild!.attrs.continued).toBe(true);
    expect(run(state, toggleContinued).doc.firstChild!.attrs.continued).toBe(false);
    expect(toggleContinued(at(doc(p('正文')), 0, 0))).toBe(false);
  });
  test('加附件：说明一行、附件一页，编号自动', () => {
    const before = doc(p('正文'), para('signature', '某局'), para('date', '2026年8月1日'), para('copyTo', '某部。'));
    expect(plainText(run(at(before, 0, 0), insertAttachment, insertAttachment).doc).split('\n')).toEqual([
      '正文', '附件：1.附件名称', '2.附件名称', '某局', '2026年8月1日', '附件1', '附件名称', '', '附件2', '附件名称', '', '抄送：某部。']);
  });
  test('要素面板改主送，只动不同的字；没有的要素按次序补上', () => {
    const before = doc(title('函'), para('addressee', '甲局：'), p('正文'), para('date', '2026年8月1日'));
    expect(outline(run(at(before, 0, 0), changeElement('addressee', '甲局、乙局：')))[1]).toBe('addressee:甲局、乙局：');
    expect(outline(run(at(before, 0, 0), changeElement('signature', '某局'), changeElement('documentNumber', '某函〔2026〕1号'), changeElement('copyTo', '某部。')))).toEqual([
      'documentNumber:某函〔2026〕1号', 'title:函', 'addressee:甲局：', 'body:正文', 'signature:某局', 'date:2026年8月1日', 'copyTo:抄送：某部。']);
  });
});
