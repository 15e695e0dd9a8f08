import type { Node } from 'prosemirror-model';
import { documentTitle, elementText, findOwn, findParagraphs, textOf } from '../document/elements.ts';
import type { LineFrame, PageFrame, RuleFrame } from '../layout/frames.ts';
import type { MetricsPack } from '../layout/metrics.ts';
import { fromMillimetres } from '../layout/unit.ts';
import type { WordsLook } from './set-words.ts';
import { emptyPage, rule, setLine, wrapWords } from './set-words.ts';

/** What the form says that is not in the document. */
export interface FormFacts {
  /** 拟稿人, as written: 周予安（二级主任科员）. */
  readonly drafter: string;
  readonly pages: number;
}

/** A box of the form; widths in 1/12 of its row. `text` is filled in, an empty one is left to the pen. */
interface Box {
  readonly label: string;
  readonly width: number;
  readonly text: string;
  /** At the foot of the box, at the right: where one signs. */
  readonly foot?: string;
}

interface Row {
  readonly boxes: readonly Box[];
  /** Least height in millimetres. */
  readonly height: number;
}

const LEFT = 25;
const WIDTH = 165;
const TOP = 38;
const BOTTOM = 280;
const LINE = 0.25;
const EDGE = 0.5;
const PAD = 2.5;
const PITCH = 7;
const LABEL: WordsLook = { face: 'hei', size: 24 };
const TEXT: WordsLook = { face: 'fang', size: 28 };
const DAY = '　　年　　月　　日';

/**
 * 发文稿纸: the form that accompanies a draft, its boxes in the order of GB 826—1989 (眉首、说明、标题), filled with what the document
 * says; opinions, names and days are left to the pen. Long names make their row higher, and go on to another page where they must.
 */
export function draftForm(doc: Node, metrics: MetricsPack, facts: FormFacts): PageFrame[] {
  const pages: { lines: LineFrame[]; rules: RuleFrame[] }[] = [];
  let y = 0;
  const begin = (): void => {
    pages.push({ lines: [setLine(metrics, `${issuerOf(doc)}发文稿纸`, { face: 'biao', size: 44, spacing: 20 }, { x: fromMillimetres(LEFT), baseline: fromMillimetres(30), width: fromMillimetres(WIDTH), align: 'center' })], rules: [rule(LEFT, TOP, WIDTH, EDGE)] });
    y = TOP;
  };
  const end = (): void => {
    pages.at(-1)!.rules.push(rule(LEFT, y - EDGE / 2, WIDTH, EDGE), rule(LEFT, TOP, EDGE, y - TOP), rule(LEFT + WIDTH - EDGE, TOP, EDGE, y - TOP));
  };
  begin();
  for (const row of rowsOf(doc, facts)) {
    let left = row.boxes.map((box) => wrapWords(metrics, box.text, TEXT, fromMillimetres((WIDTH * box.width) / 12 - labelWidth(box) - 2 * PAD)));
    let least = row.height;
    do {
      // A row begins where it has its least height; what does not fit goes on in the same row of the next page.
      if (y > TOP && y + least > BOTTOM) {
        end();
        begin();
      }
      const room = Math.floor((BOTTOM - y - 2 * PAD) / PITCH);
      const lines = Math.min(room, Math.max(1, ...left.map((each) => each.length)));
      const height = Math.max(least, lines * PITCH + 2 * PAD);
      putRow(pages.at(-1)!, metrics, row, left.map((each) => each.slice(0, lines)), y, height);
      left = left.map((each) => each.slice(lines));
      y += height;
      least = PITCH + 2 * PAD;
    } while (left.some((each) => each.length > 0));
  }
  end();
  pages.at(-1)!.lines.push(setLine(metrics, `正文附后，共 ${facts.pages} 页。签批用签字笔或钢笔，墨水须能长期保存。`, { face: 'fang', size: 21 }, { x: fromMillimetres(LEFT), baseline: fromMillimetres(y + 6) }));
  return pages.map((page, index) => ({ ...emptyPage(index + 1), ...page }));
}

/** The office whose form it is: the first that signs, else the one in the head. */
function issuerOf(doc: Node): string {
  const [signature] = findOwn(doc, 'signature');
  const [mark] = findParagraphs(doc, 'issuerMark');
  return (signature ? textOf(signature.node) : '') || (mark ? textOf(mark.node).replace(/文件$/u, '') : '');
}

function rowsOf(doc: Node, { drafter }: FormFacts): Row[] {
  const box = (label: string, width: number, text = '', foot = ''): Box => ({ label, width, text, foot });
  const marks = findParagraphs(doc, 'issuerMark').map(({ node }) => textOf(node)).filter((name) => !/^文件$/u.test(name));
  const partners = marks.slice(1).map((name) => name.replace(/文件$/u, ''));
  const attachments = findParagraphs(doc, 'attachmentNote').map(({ node }) => textOf(node)).filter((name) => name !== '');
  const note = elementText(doc, 'note', '').replace(/^[（(]|[）)]$/gu, '');
  const signatories = findParagraphs(doc, 'signatory').map(({ node }) => textOf(node)).join('\n');
  return [
    { height: 12, boxes: [box('密级', 4, elementText(doc, 'secrecy')), box('缓急', 4, elementText(doc, 'urgency')), box('公开属性', 4, /公开/u.test(note) ? note : '')] },
    { height: 58, boxes: [box('签发', 6, signatories, DAY), box('会签', 6, partners.join('\n'), DAY)] },
    { height: 44, boxes: [box('核稿', 6, '', DAY), box('部门负责人', 6, '', DAY)] },
    { height: 12, boxes: [box('拟稿', 6, drafter), box('电话', 6)] },
    { height: 24, boxes: [box('标题', 12, documentTitle(doc))] },
    { height: 22, boxes: [box('主送', 12, elementText(doc, 'addressee', '、').replace(/[：:]$/u, ''))] },
    { height: 18, boxes: [box('抄送', 12, elementText(doc, 'copyTo', '、').replace(/。$/u, ''))] },
    { height: 22, boxes: [box('附件', 12, attachments.length > 1 ? attachments.map((name, index) => `${index + 1}.${name}`).join('\n') : attachments.join(''))] },
    { height: 12, boxes: [box('发文字号', 6, elementText(doc, 'documentNumber')), box('成文日期', 6, elementText(doc, 'date'))] },
    { height: 12, boxes: [box('打字', 3), box('校对', 3), box('印数', 3, elementText(doc, 'printRun').replace(/[（()）共印]/gu, '')), box('监印', 3)] },
  ];
}

/** Labels of two characters stand above one another's width; longer ones have their own. */
const labelWidth = ({ label }: Box): number => [...label].length * 4.3 + PAD;

function putRow(page: { readonly lines: LineFrame[]; readonly rules: RuleFrame[] }, metrics: MetricsPack, row: Row, texts: readonly string[][], y: number, height: number): void {
  let x = LEFT;
  row.boxes.forEach((box, index) => {
    const width = (WIDTH * box.width) / 12;
    const at = (line: number): number => fromMillimetres(y + PAD + line * PITCH + 5);
    page.lines.push(setLine(metrics, box.label, LABEL, { x: fromMillimetres(x + PAD), baseline: at(0) }));
    page.lines.push(...texts[index]!.map((text, line) => setLine(metrics, text, TEXT, { x: fromMillimetres(x + PAD + labelWidth(box)), baseline: at(line) })));
    if (box.foot) page.lines.push(setLine(metrics, box.foot, { face: 'fang', size: 24 }, { x: fromMillimetres(x), baseline: fromMillimetres(y + height - 3), width: fromMillimetres(width - PAD), align: 'right' }));
    if (index > 0) page.rules.push(rule(x - LINE / 2, y, LINE, height));
    x += width;
  });
  page.rules.push(rule(LEFT, y + height - LINE / 2, WIDTH, LINE));
}
