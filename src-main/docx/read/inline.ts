import type { Element } from './parse-xml.ts';
import type { ParagraphChange } from '#core/document/revisions.ts';
import type { SourceImage, SourceMark, SourceShape } from '#core/intake/source.ts';
import type { Account } from './account.ts';
import { attribute, child, elements, isOn, textContent, valueOf } from './dom.ts';
import { createFields } from './fields.ts';
import { LIMITS } from './limits.ts';
import { createBookmarks, linkOf } from './references.ts';
import type { Link } from './references.ts';
import { sizeOfDrawing, sizeOfShape } from './pictures.ts';
import type { PictureSize } from './pictures.ts';
import { PLAIN_LOOK, readLook } from './look.ts';
import type { Look } from './look.ts';
import type { StyleSheet } from './style-sheet.ts';
import { symbol, symbolsIn } from './symbols.ts';
import { isWatermark } from './word-art.ts';

/** A stretch of text of one look; struck when a revision has deleted it; `end` where a deleted paragraph end stands (text ''). */
export interface Piece extends Look {
  readonly text: string;
  readonly struck?: boolean;
  /** The paragraph it begins is pointed to by this. */
  readonly anchor?: string;
  /** The reference it is the text, or a stretch of the text, of: one object for all of them. */
  readonly link?: Link;
  /** On the number of an 附件说明, whose text is left out: the anchor of its annex. */
  readonly annex?: string;
  /** A footnote or endnote stands here (text ''): its key in the file, then the words read for it. */
  readonly noteKey?: string;
  readonly note?: string;
  /** A picture (text ''). */
  readonly image?: SourceImage;
  readonly end?: { readonly shape: SourceShape; readonly tc: ParagraphChange; readonly commentIds: readonly string[] };
}

export interface Inline {
  readonly pieces: readonly Piece[];
  /** Contents of the text boxes anchored here (w:txbxContent), each once. */
  readonly boxes: readonly Element[];
  /** Comments that stand here without a text they are about. */
  readonly commentIds: readonly string[];
}

/** Reads paragraphs of one file in order: fields and comments run on from one to the next. */
export interface InlineReader {
  read(paragraph: Element): Inline;
  /** Ends of bookmarks and of comments' ranges between paragraphs. */
  mark(element: Element): void;
}

/** What a file has besides its text that inline elements point to. */
export interface Pointers {
  /** The id a document gives to the comment of this w:id; undefined for one that is not there. */
  comment(id: string): string | undefined;
  /** Whether a footnote or endnote is in the file. */
  hasNote(key: string): boolean;
  /** The picture a relationship leads to; null where it cannot be carried, told in the account. */
  picture(relation: string | undefined, size: PictureSize, account: Account): SourceImage | null;
}

/** Where a piece stands: within which changes. */
interface Context {
  readonly look: Look;
  readonly ins: SourceMark | null;
  readonly del: SourceMark | null;
  readonly link?: Link | undefined;
}

export function createInlineReader(styles: StyleSheet, account: Account, pointers: Pointers): InlineReader {
  const fields = createFields(account);
  const bookmarks = createBookmarks();
  const openComments = new Set<string>();
  const anchored = new Set<string>();
  let pieces: Piece[] = [];
  let boxes: Element[] = [];
  let commentIds: string[] = [];
  // What the author wrote of a picture for those who cannot see it.
  let described = '';
  // How large it is shown.
  let size: PictureSize | null = null;
  // The style of the paragraph hides it: 窗体顶端 of a copied web page.
  let hidden = false;
  let acrossPage = false;

  const commentsHere = (): SourceMark[] => {
    for (const id of openComments) anchored.add(id);
    return [...openComments].map((id): SourceMark => ({ mark: 'comment', attrs: { id } }));
  };
  const put = (text: string, { look, ins, del, link = fields.link() }: Context, image: SourceImage | null = null): void => {
    if (text === '' && !image) return;
    if (!fields.shows()) {
      fields.drop(text);
      return;
    }
    if (text === PAGE_BREAK) {
      // What a bookmark or a change begins with is the text behind it.
      pieces.push({ text, style: '', marks: [] });
      return;
    }
    if (!ins) account.pause('ins');
    if (!del) account.pause('del');
    const comments = commentsHere();
    const anchor = bookmarks.take();
    pieces.push({ text, ...(image ? { image } : {}), style: look.style, marks: [...look.marks, ...(ins ? [ins] : []), ...(del ? [del] : []), ...comments], ...(del ? { struck: true } : {}), ...(anchor ? { anchor } : {}), ...(link ? { link } : {}) });
  };
  const mark = (element: Element): boolean => {
    if (bookmarks.mark(element)) return true;
    const id = pointers.comment(attribute(element, 'id') ?? '');
    switch (element.localName) {
      case 'commentRangeStart':
        if (id !== undefined && openComments.size < LIMITS.openComments) openComments.add(id);
        return true;
      case 'commentRangeEnd':
        if (id !== undefined) openComments.delete(id);
        return true;
      case 'commentReference':
        if (id !== undefined && !anchored.has(id)) commentIds.push(id);
        return true;
      default:
        return false;
    }
  };
  const note = (kind: 'footnote' | 'endnote', element: Element, { ins, del }: Context): void => {
    const key = `${kind} ${attribute(element, 'id') ?? ''}`;
    if (pointers.hasNote(key)) pieces.push({ text: '', style: '', marks: [...(ins ? [ins] : []), ...(del ? [del] : []), ...commentsHere()], noteKey: key });
  };
  const walk = (parent: Element, context: Context): void => {
    for (const element of elements(parent)) {
      const text = textOf(element, account);
      if (text !== undefined) put(context.look.symbols === undefined ? text : symbolsIn(text, context.look.symbols, account), context);
      else if (!mark(element)) enter(element, context);
    }
  };
  const enter = (element: Element, context: Context): void => {
    const name = element.localName;
    switch (name) {
      case 'r': {
        const properties = child(element, 'rPr');
        const look = readLook(properties, styles, account);
        if (!look || (hidden && isOn(properties, 'vanish') !== false)) {
          account.note('hiddenText', shownText(element));
          return;
        }
        if (!context.del && (isOn(properties, 'strike') ?? isOn(properties, 'dstrike')) && shownText(element).trim() !== '') account.note('strike', shownText(element));
        walk(element, { ...context, look });
        return;
      }
      case 'ins':
      case 'moveTo':
        walk(element, { ...context, ins: { mark: 'ins', attrs: { rev: account.rev('ins', element) } } });
        return;
      case 'del':
      case 'moveFrom':
        if (name === 'moveFrom') account.note('move', shownText(element));
        walk(element, { ...context, del: { mark: 'del', attrs: { rev: account.rev('del', element) } } });
        return;
      case 'fldChar':
        put(fields.mark(element), context);
        return;
      case 'instrText':
      case 'delInstrText':
        fields.say(textContent(element));
        return;
      case 'fldSimple':
        if (fields.keeps(attribute(element, 'instr') ?? '')) walk(element, context);
        return;
      case 'hyperlink':
        walk(element, { ...context, link: linkOf(element) });
        return;
      case 'footnoteReference':
        return note('footnote', element, context);
      case 'endnoteReference':
        return note('endnote', element, context);
      case 'AlternateContent': {
        const chosen = child(element, 'Choice') ?? child(element, 'Fallback');
        if (chosen) walk(chosen, context);
        return;
      }
      case 'txbxContent':
        boxes.push(element);
        return;
      case 'sdt':
        if (isOn(child(element, 'sdtPr'), 'showingPlcHdr')) account.note('placeholder', shownText(element));
        else walk(element, context);
        return;
      case 'inline':
      case 'anchor':
        described = attribute(child(element, 'docPr'), 'descr') ?? '';
        size = sizeOfDrawing(element);
        walk(element, context);
        described = '';
        size = null;
        return;
      case 'shape':
      case 'rect':
        acrossPage = isWatermark(element);
        size ??= sizeOfShape(element);
        walk(element, context);
        if (size && !size.isDrawing) size = null;
        return;
      case 'blip':
      case 'imagedata': {
        const alt = attribute(element, 'title') || described;
        const picture = pointers.picture(attribute(element, name === 'blip' ? 'embed' : 'id'), { ...size, alt }, account);
        if (!picture) return;
        if (size?.isFloating) account.note('floatingImage', alt);
        put('', context, picture);
        return;
      }
      case 'textpath': {
        // 艺术字: its words are an attribute. Offices set the red head so, and watermarks.
        const words = attribute(element, 'string') ?? '';
        if (acrossPage) account.note('watermark', words);
        else put(words, context);
        return;
      }
      case 'chart':
      case 'relIds':
        account.note('chart', described);
        return;
      case 'subDoc':
        account.note('insertedFile');
        return;
      case 'object':
        account.note('object');
        return;
      case 'oMath':
        account.note('formula', textContent(element));
        walk(element, context);
        return;
      case 'rt':
        account.note('ruby', textContent(element));
        return;
      default:
        if (!SILENT.has(name)) walk(element, context);
    }
  };
  return {
    read(paragraph) {
      pieces = [];
      boxes = [];
      commentIds = [];
      hidden = styles.hides(valueOf(paragraph, 'pPr', 'pStyle'));
      walk(paragraph, { look: PLAIN_LOOK, ins: null, del: null });
      return { pieces, boxes, commentIds };
    },
    mark: (element) => void mark(element),
  };
}

/** Where a new page or column begins: a piece by itself, no text of any line. */
export const PAGE_BREAK = '\f';

/** Elements without text of their own to be read. */
const SILENT = new Set(['pPr', 'rPr', 'sdtPr', 'sdtEndPr', 'footnoteRef', 'endnoteRef', 'annotationRef', 'binData', 'docPr', 'ctrlPr']);

/** The text of an element for the account, whatever stands around it. */
const shownText = (element: Element): string => {
  let text = '';
  const visit = (parent: Element): void => {
    for (const each of elements(parent)) {
      if (['t', 'delText'].includes(each.localName)) text += textContent(each);
      else visit(each);
    }
  };
  visit(element);
  return text;
};

function textOf(element: Element, account: Account): string | undefined {
  switch (element.localName) {
    case 't':
    case 'delText':
      return textContent(element);
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
      return ['page', 'column'].includes(attribute(element, 'type') ?? '') ? PAGE_BREAK : '\n';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '-';
    case 'softHyphen':
    case 'lastRenderedPageBreak':
      return '';
    case 'sym':
      return symbol(attribute(element, 'font') ?? '', attribute(element, 'char'), account);
    default:
      return undefined;
  }
}
