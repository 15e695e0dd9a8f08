import { DOMParser } from '@xmldom/xmldom';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { schema } from '#core/document/schema.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { arbitraryDocument } from '../../test/support/arbitrary-document.ts';
import { doc, p } from '../../test/support/build.ts';
import { childOrder } from '../../test/support/ooxml-order.ts';
import { runs } from '../../test/support/runs.ts';
import { attribute, elements, textContent } from './read/dom.ts';
import { parseXml } from './read/parse-xml.ts';
import type { Element } from './read/parse-xml.ts';
import { writeDocx } from './write-docx.ts';

const properties = { title: '标题 <&>', author: '张三', created: new Date('2026-08-01T08:00:00Z') };

async function partsOf(document: Parameters<typeof writeDocx>[0], format: 'document' | 'letter'): Promise<Map<string, Element>> {
  const files = unzipSync(await writeDocx(document, resolveStyles({ format }), properties));
  return new Map(Object.entries(files).map(([name, bytes]) => {
    // A parser that is not ours says whether it is XML at all.
    new DOMParser().parseFromString(strFromU8(bytes), 'text/xml');
    return [name, parseXml(strFromU8(bytes))];
  }));
}

function misplaced(element: Element, where: string): string[] {
  const order = childOrder[element.localName];
  const children = elements(element);
  const faults = children.flatMap((each) => misplaced(each, `${where}/${each.localName}`));
  if (!order || order.length === 0) return faults;
  let last = 0;
  for (const each of children) {
    const index = order.indexOf(each.localName);
    if (index < 0) faults.push(`${where}: ${each.localName} does not belong here`);
    else if (index < last) faults.push(`${where}: ${each.localName} after ${order[last]}`);
    last = Math.max(last, index);
  }
  return faults;
}

const all = (root: Element): Element[] => elements(root).flatMap((each) => [each, ...all(each)]);

async function faultsOf(document: Parameters<typeof writeDocx>[0], format: 'document' | 'letter'): Promise<string[]> {
  const parts = await partsOf(document, format);
  const faults = [...parts].flatMap(([name, root]) => misplaced(root, name));
  const body = elements(parts.get('word/document.xml')!)[0]!;
  const inside = [...parts].filter(([name]) => name.startsWith('word/') && !name.includes('_rels')).flatMap(([, root]) => all(root));
  const styles = new Set(elements(parts.get('word/styles.xml')!, 'style').map((style) => attribute(style, 'styleId')));
  const relationships = new Set(elements(parts.get('word/_rels/document.xml.rels')!).map((each) => attribute(each, 'Id')));
  for (const each of inside) {
    if (['pStyle', 'rStyle', 'tblStyle', 'basedOn', 'next'].includes(each.localName) && !styles.has(attribute(each, 'val'))) faults.push(`no style ${attribute(each, 'val')}`);
    if (each.localName === 'footerReference' && !relationships.has(attribute(each, 'id'))) faults.push(`no part ${attribute(each, 'id')}`);
    if (['tc', 'txbxContent', 'ftr'].includes(each.localName) && elements(each).at(-1)?.localName !== 'p') faults.push(`${each.localName} must end with a paragraph`);
    if (each.localName === 'tr' && elements(each, 'tc').length === 0) faults.push('a row without cells');
  }
  const ids = inside.filter((each) => ['docPr', 'ins', 'del'].includes(each.localName)).map((each) => attribute(each, 'id'));
  if (new Set(ids).size !== ids.length) faults.push('an id twice');
  if (elements(body).at(-1)?.localName !== 'sectPr' || elements(body).at(-2)?.localName !== 'p') faults.push('the body must end with a paragraph and its section');
  return faults;
}

test('任何公文导出后，各部件的元素次序都合 ISO/IEC 29500', async () => {
  await fc.assert(fc.asyncProperty(arbitraryDocument, fc.constantFrom('document' as const, 'letter' as const), async (document, format) => {
    expect(await faultsOf(document, format)).toEqual([]);
  }), runs(25));
});

test('XML 写不了的字符不会写坏文件', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (text) => {
    expect(await faultsOf(doc(p(text)), 'document')).toEqual([]);
  }), runs(25));
  expect(await faultsOf(doc(p('\u0000\u0008\ud800￿]]>')), 'document')).toEqual([]);
});

test('修订的插入和删除写成修订，不会丢', async () => {
  const text = (content: string, ...marks: string[]) => schema.text(content, marks.map((name) => schema.mark(name, { rev: 'r1' })));
  const document = doc(schema.nodes.para.create(null, [text('原文'), text('增加', 'ins'), text('删去', 'del'), text('增而又删', 'ins', 'del')]));
  expect(await faultsOf(document, 'document')).toEqual([]);
  const body = (await partsOf(document, 'document')).get('word/document.xml')!;
  const named = (name: string): string[] => all(body).filter((each) => each.localName === name).map(textContent);
  expect(named('ins')).toEqual(['增加', '增而又删']);
  expect(named('delText')).toEqual(['删去', '增而又删']);
  expect(all(body).filter((each) => each.localName === 'del').map((each) => attribute(each, 'author'))).toEqual(['张三', '张三']);
});
