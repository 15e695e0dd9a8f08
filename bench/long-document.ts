import type { Node } from 'prosemirror-model';
import { schema } from '#core/document/schema.ts';
import { numberDocument } from '#core/document/numbering.ts';

/** A paragraph as a plain editor has it: its text with every number written out. */
export interface PlainParagraph {
  /** 1–4 for a heading, else 0. */
  readonly level: number;
  readonly text: string;
}

const SENTENCES = [
  '各镇街、各部门要把这项工作摆上重要位置，主要负责同志亲自过问，分管负责同志靠前指挥。',
  '对排查出的问题建立台账，逐项明确责任单位、责任人和完成时限，整改一项、销号一项。',
  '要坚持从实际出发，不搞层层加码，不增加基层填表报数的负担。',
  '工作进展情况于每月5日前报送，遇有重大情况随时报告。',
  '财政部门要保障必要经费，审计部门要加强对资金使用的监督。',
  '要注意总结好的做法，及时推广，让群众看得见变化、得到实惠。',
  '涉及多个单位的事项，由牵头单位主动协调，配合单位在3个工作日内答复。',
];
const PARAGRAPHS_A_SECTION = 24;

const para = (role: string, content: string | Node[], attrs: object = {}): Node =>
  schema.nodes.para.create({ role, ...attrs }, typeof content === 'string' ? schema.text(content) : content);

/** A 方案 of about so many characters: headings of four levels, some run-in, inline numbers, a task table a section, closing elements. */
export function longDocument(characters: number): Node {
  const blocks: Node[] = [para('title', '关于印发全市重点工作落实方案的通知'), para('addressee', '各镇街，市直各部门：')];
  let written = 0;
  let nth = 0;
  const sentences = (count: number): string => Array.from({ length: count }, () => SENTENCES[nth++ % SENTENCES.length]!).join('');
  const add = (block: Node): void => {
    blocks.push(block);
    written += block.textContent.length;
  };
  for (let index = 0; written < characters; index++) {
    const inSection = index % PARAGRAPHS_A_SECTION;
    if (inSection === 0) add(para('heading', '扎实推进重点领域工作', { level: 1 }));
    else if (inSection === 12) add(taskTable(5, sentences));
    else if (inSection % 6 === 1) add(para('heading', `压实工作责任。${sentences(2)}`, { level: 2, runIn: true }));
    else if (inSection % 6 === 3) add(para('heading', '健全工作机制', { level: inSection % 4 === 3 ? 3 : 4 }));
    else if (inSection % 6 === 4) add(para('body', [1, 2, 3].flatMap(() => [schema.nodes.marker.create(), schema.text(sentences(1))])));
    else add(para('body', sentences(3 + (index % 4))));
  }
  blocks.push(para('attachmentNote', '任务分工表'), para('signature', '某某市人民政府办公室'), para('date', '2026年3月2日'));
  blocks.push(para('copyTo', '市委办公室，市人大常委会办公室，市政协办公室。'), para('printer', '某某市人民政府办公室'), para('printDate', '2026年3月2日印发'));
  return schema.nodes.doc.create({ template: 'notice' }, blocks);
}

function taskTable(rows: number, sentences: (count: number) => string): Node {
  const row = (texts: readonly string[], header: boolean): Node =>
    schema.nodes.tableRow.create({ header }, texts.map((text) => schema.nodes.tableCell.create(null, para('body', text))));
  return schema.nodes.table.create(null, [
    row(['序号', '工作任务', '责任单位', '进度要求'], true),
    ...Array.from({ length: rows }, (_, index) => row([String(index + 1), sentences(1), '市发展改革局', `${index + 3}月底前`], false)),
  ]);
}

/** The same text for an editor that knows nothing of 公文. */
export function plainParagraphs(doc: Node): PlainParagraph[] {
  const { paragraphs, markers } = numberDocument(doc);
  const all: PlainParagraph[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    let text = paragraphs.get(pos)?.text ?? '';
    node.forEach((child, offset) => (text += child.text ?? markers.get(pos + 1 + offset)?.text ?? ''));
    all.push({ level: node.attrs.role === 'heading' ? (node.attrs.level as number) : 0, text });
    return false;
  });
  return all;
}
