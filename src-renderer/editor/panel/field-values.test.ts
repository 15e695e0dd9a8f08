import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { findParagraphs, textOf } from '#core/document/elements.ts';
import { createDocument } from '#core/document/fill.ts';
import type { Role } from '#core/document/roles.ts';
import { schema } from '#core/document/schema.ts';
import type { Template } from '#core/template/template.ts';
import { changeElement } from '../commands/change-element.ts';
import { currentValues, setFields, syncFields } from './field-values.ts';
import { followPanelGroups, panelGroups, placesOf, rowAt } from './panel-rows.ts';

const template = JSON.parse(readFileSync(resolve('templates/npc-reply/template.json'), 'utf8')) as Template;
const start = (fields = {}): EditorState => EditorState.create({ doc: createDocument(template, { issuer: '某局', number: '0412', proposers: ['张三'], ...fields }) });
const text = (state: EditorState, role: Role): string => findParagraphs(state.doc, role).map(({ node }) => textOf(node)).join('|');
const rowOf = (state: EditorState, key: string) => panelGroups(state.doc, template).flatMap((group) => group.rows).find((row) => row.key === key)!;

test('改一个要素，标题、称谓、开头、结尾一起变', () => {
  let state = start();
  state = state.apply(setFields(state.tr, template, { number: '0999', proposers: ['李四', '王五'] }));
  expect(text(state, 'title')).toContain('第0999号');
  expect(text(state, 'addressee')).toBe('李四、王五代表：');
  expect(text(state, 'body')).toContain('你们提出的');
});

test('纸面上直接写的文号、日期，要素随之更新，再改要素仍能带动', () => {
  let state = start();
  changeElement('documentNumber', '某函〔2026〕9号')(state, (tr) => (state = state.apply(tr)));
  changeElement('date', '2026年8月1日')(state, (tr) => (state = state.apply(tr)));
  expect(currentValues(state.doc, template)).toMatchObject({ documentNumber: '某函〔2026〕9号', date: '2026-08-01' });
  expect(rowOf(state, 'field:documentNumber')).toMatchObject({ isRewritten: false, isMissing: false, value: '某函〔2026〕9号' });
  state = state.apply(syncFields(state.tr, template));
  expect(state.doc.attrs.fields).toMatchObject({ documentNumber: '某函〔2026〕9号' });
  state = state.apply(setFields(state.tr, template, { documentNumber: '某函〔2026〕10号' }));
  expect(text(state, 'documentNumber')).toBe('某函〔2026〕10号');
});

test('人改写过的称谓不被要素盖掉，面板给出纸面上的样子', () => {
  let state = start();
  changeElement('addressee', '尊敬的张三代表：')(state, (tr) => (state = state.apply(tr)));
  state = state.apply(setFields(state.tr, template, { proposers: ['李四'] }));
  expect(text(state, 'addressee')).toBe('尊敬的张三代表：');
  expect(rowOf(state, 'element:addressee')).toMatchObject({ kind: 'element', text: '尊敬的张三代表：' });
});

test('缺的必填要素逐项标出、分部计数', () => {
  const groups = panelGroups(start().doc, template);
  expect(groups.map((group) => [group.name, group.missing])).toEqual([['版头', 1], ['主体', 2], ['版记', 0]]);
  expect(groups[0]!.rows.find((row) => row.key === 'field:documentNumber')).toMatchObject({ isMissing: true });
});

test('要素指到纸面上它填的那几个字，光标在那里时指回要素', () => {
  const state = start({ documentNumber: '某函〔2026〕9号' });
  const [place] = placesOf(state.doc, template, rowOf(state, 'field:number'));
  expect(state.doc.textBetween(place!.from, place!.to)).toBe('0412');
  expect(rowAt(state.doc, template, panelGroups(state.doc, template), place!.from + 1)).toBe('field:number');
});

test('没有模板的文稿，要素就是纸面上的段落', () => {
  const state = start();
  const keys = panelGroups(state.doc, null).flatMap((group) => group.rows.map((row) => row.key));
  expect(keys).toContain('element:title');
  expect(keys).toContain('element:copyTo');
});

test('在正文里打字，要素面板一样也不重算；动了要素、模板的段落、别处插进一段要素，立即跟上', () => {
  let state = start();
  const groupsOf = followPanelGroups(template);
  const follow = (): boolean => {
    const before = groupsOf(state.doc);
    state = state.apply(tr);
    expect(groupsOf(state.doc)).toEqual(panelGroups(state.doc, template));
    return groupsOf(state.doc) === before;
  };
  const body = schema.nodes.para.create(null, schema.text('正文'));
  let tr = state.tr.insert(findParagraphs(state.doc, 'signature')[0]!.pos, body);
  expect(follow()).toBe(true);
  const own = findParagraphs(state.doc, 'body').find(({ node }) => node.textContent === '正文')!;
  tr = state.tr.insertText('一', own.pos + 1);
  expect(follow()).toBe(true);
  tr = state.tr.insertText('又', findParagraphs(state.doc, 'title')[0]!.pos + 1);
  expect(follow()).toBe(false);
  tr = state.tr.insertText('又', findParagraphs(state.doc, 'body').find(({ node }) => node.attrs.slot !== null)!.pos + 1);
  expect(follow()).toBe(false);
  tr = state.tr.setNodeMarkup(findParagraphs(state.doc, 'body').find(({ node }) => node.textContent === '一正文')!.pos, undefined, { role: 'copyTo' });
  expect(follow()).toBe(false);
  tr = setFields(state.tr, template, { number: '0999' });
  expect(follow()).toBe(false);
});
