import { isImageSource } from '#core/document/image.ts';
import { isDot } from '../image/pasted-pictures.ts';
import { cleanTable, countCells, MOST_CELLS } from './clean-table.ts';
import { deepListNotice, numberLists } from './lists.ts';
import { isHidden } from './place-cells.ts';
import { takeWordNotes } from './word-notes.ts';

/** HTML of this program's own paper. */
export const isOwnHtml = (html: string): boolean => html.includes('data-pm-slice') && (html.includes('data-role') || html.includes('data-image'));

/** What no reader sees and no page prints: control characters, soft hyphens, zero-width spaces, marks that turn the direction of a line. */
const UNSEEN = /[\u{0}-\u{8}\u{E}-\u{1F}\u{7F}\u{AD}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/gu;

/** One line of text as typed: no indents, no blanks around, no non-breaking spaces, nothing unseen. */
export const tidyText = (text: string): string => text.replace(UNSEEN, '').replace(/[\u{A0}\t]/gu, ' ').replace(/^[\s\u{3000}]+|[\s\u{3000}]+$/gu, '');

/**
 * HTML from Word, WPS or the web cut down to paragraphs, tables, pictures that have been kept (image/paste-pictures.ts) and the formats
 * a document knows. Fonts, spans, lists' boxes go, deleted text of tracked changes goes, empty paragraphs go; words never do.
 */
export function cleanHtml(html: string, isOwn: boolean): CleanHtml {
  const source = new DOMParser().parseFromString(html, 'text/html');
  source.querySelectorAll('del, style, script, head, meta, link, title, xml, [data-computed]').forEach((element) => element.remove());
  const cells = countCells(source);
  if (cells > MOST_CELLS) return { html: '', table: null, notice: tooManyCells(cells) };
  if (isOwn) return { html: source.body.innerHTML, table: null, notice: null };
  const isWord = /mso-|urn:schemas-microsoft-com|kingsoft/i.test(html);
  if (isWord) takeWordNotes(source.body);
  const target = document.implementation.createHTMLDocument('').body;
  const { depth } = isWord ? { depth: 0 } : numberLists(source.body);
  const account: Account = { rows: 0, columns: 0, texts: 0, nested: 0, layouts: 0 };
  new Cleaner(target, isWord, account).readBlocks(source.body);
  const table = target.childElementCount === 1 && target.firstElementChild instanceof HTMLTableElement ? target.firstElementChild : null;
  const notices = [deepListNotice(depth), ...sayAccount(account), pictureNotice(source, target.childElementCount === 0)].filter((each) => each !== null);
  return { html: table ? '' : target.innerHTML, table, notice: notices.length === 0 ? null : notices.join('') };
}

export const tooManyCells = (cells: number): string => `没有粘贴：这张表有 ${cells.toLocaleString('zh-CN')} 格，一次最多 ${MOST_CELLS.toLocaleString('zh-CN')} 格。请分几次复制，文稿没有动。`;

/** Where a picture that is to be carried stands among copied words, and why one is not: set by image/paste-pictures.ts. */
const isKept = (image: HTMLElement): boolean => isImageSource(image.dataset.image);

/** What a person is told of pictures that stay behind: they lie on another machine, or where the window may not read, or are of no use. Nothing is ever fetched. */
function pictureNotice(source: Document, isAll: boolean): string | null {
  const left = [...source.querySelectorAll<HTMLImageElement>('img[src], img[data-left]')].filter((image) => !isKept(image) && !isDot(image));
  if (left.length === 0) return null;
  const unfit = left.filter((image) => image.dataset.left !== undefined);
  const [far, kept] = [left.length - unfit.length, source.querySelectorAll('img[data-image]').length];
  const causes = unfit.length === 0 ? '' : `${far > 0 ? '另外 ' : '里面的 '}${unfit.length} 张图片${[...new Set(unfit.map((image) => LEFT_WORDS[image.dataset.left!] ?? LEFT_WORDS.unsaved!))].join('或')}，没有贴进来，请另存为 PNG 再用“插入图片”。`;
  if (far === 0) return isAll ? `没有粘贴：${causes}` : causes;
  const begin = isAll ? `没有粘贴：复制的只是 ${far} 张图片的地址，` : `${kept > 0 ? `${kept} 张图片贴进来了` : '文字贴进来了'}，${kept > 0 ? '另外' : '里面的'} ${far} 张图片没有：它们`;
  return `${begin}${isAll ? '图片' : ''}存在网上或别的程序里，这里读不到。请逐张复制图片再粘贴，或用“插入图片”；整份 Word 文件请用“打开文件”导入，图片会一起带来。${causes}`;
}

const LEFT_WORDS: Readonly<Record<string, string>> = { 'image-too-large': '太大（超过 20 MB 或 5000 万像素）', 'unknown-image-type': '是带不进文稿的格式', 'not-an-image': '已损坏或不是图片', unsaved: '没有存下' };

/** What is left of pasted HTML, and what the person is to be told; empty HTML with a notice and no table is a paste refused. */
export interface CleanHtml {
  readonly html: string;
  /** The table, where nothing else is pasted: it is not written out and read again. */
  readonly table: HTMLTableElement | null;
  readonly notice: string | null;
}

const BLOCKS = new Set([
  'P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'LI', 'UL', 'OL', 'DL', 'DT', 'DD', 'BLOCKQUOTE', 'PRE', 'SECTION', 'ARTICLE', 'HEADER', 'FOOTER', 'MAIN', 'ASIDE',
  'NAV', 'FIGURE', 'FIGCAPTION', 'FORM', 'FIELDSET', 'ADDRESS', 'CENTER', 'HR', 'TABLE', 'THEAD', 'TBODY', 'TFOOT', 'TR', 'TD', 'TH', 'CAPTION',
]);
const FORMATS: Readonly<Record<string, string>> = { B: 'b', STRONG: 'b', U: 'u', SUP: 'sup', SUB: 'sub' };

/** A stretch of a line in some formats, or what stands there as one character: the mark of a footnote, a picture. */
interface LinePiece {
  text: string;
  readonly formats: readonly string[];
  readonly leaf?: HTMLElement;
}

/** What stands in a line in the place of a leaf. */
const MARK = '\u{FFFC}';

/** What did not come, or otherwise than it stood there. */
interface Account {
  /** Rows and columns of tables that the source hides, and of a text document the stretches of words. */
  rows: number;
  columns: number;
  texts: number;
  /** Tables in cells of a text document. */
  nested: number;
  /** Tables of a page with tables in them. */
  layouts: number;
}

function sayAccount({ rows, columns, texts, nested, layouts }: Account): string[] {
  const hidden = [[rows, '行'], [columns, '列'], [texts, '处文字']].flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]));
  return [
    ...(hidden.length > 0 ? [`原文里隐藏的 ${hidden.join('、')}没有贴进来；要它们，请先在原处取消隐藏再复制。`] : []),
    ...(nested > 0 ? [`格子里套着的 ${nested} 张表只贴了文字，一行成一段。`] : []),
    ...(layouts > 0 ? ['套着表格的网页表格按段落贴进来，里面的表格还是表格。'] : []),
  ];
}

/** Reads one flow of blocks into paragraphs of `target`. */
class Cleaner {
  private readonly target: HTMLElement;
  private readonly isWord: boolean;
  private readonly account: Account;
  private line: LinePiece[] = [];
  private level = 0;

  constructor(target: HTMLElement, isWord: boolean, account: Account) {
    this.target = target;
    this.isWord = isWord;
    this.account = account;
  }

  readBlocks(parent: Element): void {
    this.read(parent, []);
    this.endLine();
  }

  private read(parent: globalThis.Node, formats: readonly string[]): void {
    for (const child of parent.childNodes) {
      if (child.nodeType === 3) this.readText(child.nodeValue ?? '', parent, formats);
      else if (child instanceof HTMLElement || child.nodeType === 1) this.readElement(child as HTMLElement, formats);
    }
  }

  private readText(text: string, parent: globalThis.Node, formats: readonly string[]): void {
    if (!parent.parentElement?.closest('pre') && parent.nodeName !== 'PRE') return void this.line.push({ text: flatten(text), formats });
    // Here a line end is one.
    for (const [index, line] of withoutUnseen(text).split(/\r\n?|\n/).entries()) {
      if (index > 0) this.endLine();
      this.line.push({ text: line, formats });
    }
  }

  private readElement(element: HTMLElement, formats: readonly string[]): void {
    const name = element.nodeName.toUpperCase();
    if (isHidden(element)) {
      // Pages hide many things nobody has written; in a text document somebody has.
      if (this.isWord && element.textContent.trim() !== '') this.account.texts++;
      return;
    }
    const note = element.dataset?.footnote;
    if (note !== undefined) return void this.line.push({ text: MARK, formats, leaf: markOf(this.target.ownerDocument, note) });
    if (name === 'IMG') return isKept(element) ? void this.line.push({ text: MARK, formats, leaf: pictureOf(this.target.ownerDocument, element) }) : undefined;
    if (name === 'BR') return this.endLine();
    if (name === 'TABLE') return this.readTable(element as HTMLTableElement);
    const format = FORMATS[name];
    if (!BLOCKS.has(name)) return this.read(element, format && element.style.fontWeight !== 'normal' ? [...formats, format] : formats);
    this.endLine();
    this.level = this.isWord && /^H[1-4]$/.test(name) ? Number(name[1]) : this.level;
    this.read(element, formats);
    this.endLine();
    this.level = 0;
  }

  private readTable(table: HTMLTableElement): void {
    this.endLine();
    const cells = [...table.rows].flatMap((row) => [...row.cells]);
    const isLayout = !this.isWord && cells.some((cell) => cell.querySelector('table') !== null);
    if (table.caption) this.readBlocks(table.caption);
    // A table of one cell is a frame around text, one around tables places things on a page; neither is a table.
    if (cells.length <= 1 || isLayout) {
      if (cells.length > 1) this.account.layouts++;
      return cells.forEach((cell) => isHidden(cell) || this.readBlocks(cell));
    }
    const made = this.target.ownerDocument.createElement('table');
    const hidden = cleanTable(table, made, (cell, into) => {
      for (const inner of cell.querySelectorAll('table')) {
        this.account.nested++;
        inner.replaceWith(...[...inner.rows].map(paragraphOf));
      }
      if (!isHidden(cell)) new Cleaner(into, this.isWord, this.account).readBlocks(cell);
      if (into.childElementCount === 0) into.append(into.ownerDocument.createElement('p'));
    });
    this.account.rows += hidden.rows;
    this.account.columns += hidden.columns;
    if (made.rows.length > 0) this.target.append(made);
  }

  private endLine(): void {
    const pieces = trimLine(this.line);
    this.line = [];
    if (pieces.length === 0) return;
    const paragraph = this.target.ownerDocument.createElement('p');
    if (this.level > 0) Object.assign(paragraph.dataset, { role: 'heading', level: String(this.level) });
    // A paragraph bold from end to end is a look its style had, not a word the writer stressed.
    const allBold = pieces.every((piece) => piece.leaf !== undefined || piece.formats.includes('b'));
    for (const { text, formats, leaf } of pieces) {
      if (leaf !== undefined) {
        paragraph.append(leaf);
        continue;
      }
      let node: globalThis.Node = paragraph.ownerDocument.createTextNode(text);
      for (const format of formats) {
        if (format === 'b' && allBold) continue;
        const wrapper = paragraph.ownerDocument.createElement(format);
        wrapper.append(node);
        node = wrapper;
      }
      paragraph.append(node);
    }
    this.target.append(paragraph);
  }
}

function markOf(target: Document, note: string): HTMLElement {
  const mark = target.createElement('span');
  mark.dataset.footnote = note;
  return mark;
}

/** As the schema reads one; nothing else of the source. */
function pictureOf(target: Document, picture: HTMLElement): HTMLElement {
  const made = target.createElement('img');
  for (const name of ['data-image', 'data-type', 'data-width', 'data-height', 'alt']) made.setAttribute(name, picture.getAttribute(name) ?? '');
  return made;
}

/** A row of a table within a cell: a paragraph of its words, its pictures after them. */
function paragraphOf(row: HTMLTableRowElement): HTMLElement {
  const paragraph = row.ownerDocument.createElement('p');
  paragraph.textContent = [...row.cells].map((cell) => cell.textContent).join('　');
  paragraph.append(...row.querySelectorAll('img'));
  return paragraph;
}

/** White space as browsers show it; a line end in the source of Chinese text is no space. */
const flatten = (text: string): string => withoutUnseen(text).replace(/([^\x00-\x7F])[ \t]*[\r\n]+[ \t]*(?=[^\x00-\x7F])/g, '$1').replace(/[ \t\r\n]+/g, ' ');

const withoutUnseen = (text: string): string => text.replace(UNSEEN, '').replace(/\u{A0}/gu, ' ');

function trimLine(line: readonly LinePiece[]): LinePiece[] {
  const pieces = line.filter((piece) => piece.text !== '').map((piece) => ({ ...piece }));
  while (pieces.length > 0 && (pieces[0]!.text = pieces[0]!.text.replace(/^[\s\u{3000}]+/u, '')) === '') pieces.shift();
  while (pieces.length > 0 && (pieces.at(-1)!.text = pieces.at(-1)!.text.replace(/[\s\u{3000}]+$/u, '')) === '') pieces.pop();
  return pieces;
}
