import type { Element } from './parse-xml.ts';
import type { SourceBlock } from '#core/intake/source.ts';
import { PARAGRAPH_STYLE_NAMES } from '../styles/style-names.ts';
import type { Account } from './account.ts';
import type { ReadBlocks } from './body.ts';
import { attribute, child, elements, isOn, valueOf } from './dom.ts';
import type { Package } from './open-package.ts';
import { readPlain } from './plain.ts';
import { wordArtIn } from './word-art.ts';

/** What of headers and footers is text of the document: offices put the 版头 into the one and the 版记 into the other. */
export interface Margins {
  readonly header: readonly SourceBlock[];
  readonly footer: readonly SourceBlock[];
}

/** Reads them; what stands on every page and is no element of the document goes into the account. */
export function readMargins(file: Package, body: Element, read: ReadBlocks, account: Account): Margins {
  const sections = sectionsOf(body);
  const first = sections[0] ?? body;
  const firstHeader = usedParts(file, first, 'header')[0];
  const header = firstHeader ? read(firstHeader).filter(isText) : [];
  const headerIsElement = header.some((block) => MASTHEAD.test(textOf(block)));
  const seen = new Set<string>(headerIsElement ? [squeeze(header.map(textOf).join(''))] : []);
  if (firstHeader) {
    // Its watermark has been told of by reading it, and so have those of the other pages.
    tell('header', firstHeader, seen, account, false);
    for (const text of [wordArtIn(firstHeader, true), readPlain(firstHeader) + wordArtIn(firstHeader, true)]) seen.add(squeeze(text));
  }
  for (const section of sections) for (const part of usedParts(file, section, 'header')) tell('header', part, seen, account);
  const footer: SourceBlock[] = [];
  for (const section of sections) {
    for (const part of usedParts(file, section, 'footer')) {
      const text = squeeze(readPlain(part));
      if (!seen.has(text) && IMPRINT.test(text)) {
        seen.add(text);
        footer.push(...read(part).filter((block) => isText(block) && !isPageNumber(textOf(block))));
      } else tell('footer', part, seen, account);
    }
  }
  account.place('');
  return { header: headerIsElement ? header : [], footer };
}

/** An element of the 版头: 文件, 〔2026〕, 密级, 紧急程度, 签发人, an order or minutes, the name of an office alone. */
const MASTHEAD = /文\s*件\s*$|令\s*$|纪\s*要\s*$|[〔\[［（【]\s*(?:19|20)\d{2}\s*[〕\]］）】]|[密急★]|签发人|^[\u4e00-\u9fff\s]{2,30}(?:局|厅|部|委|委员会|办公室|政府|党组|党委|协会|中心|院|大学|学校|公司)\s*$/;
const IMPRINT = /抄\s*送|印\s*发|主题词/;

function tell(what: 'header' | 'footer', part: Element, seen: Set<string>, account: Account, watermarks = true): void {
  const text = squeeze(readPlain(part) + wordArtIn(part, watermarks));
  const own = elements(part, 'p').every((para) => valueOf(para, 'pPr', 'pStyle') === PARAGRAPH_STYLE_NAMES.pageNumber.id);
  if (seen.has(text) || own) return;
  seen.add(text);
  if (isPageNumber(text)) {
    if (text !== '' && !seen.has('#')) account.note('pageNumber', text);
    if (text !== '') seen.add('#');
  } else account.note(what, text);
}

const isPageNumber = (text: string): boolean => /^[—\-–―~·.\s\d第页共\/ⅠⅤⅩivxIVX]*$/.test(text);
const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textOf = (block: SourceBlock): string => (block.kind === 'line' ? block.text : block.rows.flat().flatMap((cell) => cell.paragraphs).join(''));
const isText = (block: SourceBlock): boolean => block.kind === 'table' || block.text.trim() !== '' || block.deleted !== undefined;

/** The parts of a kind a section shows: that of its first page only where it has one of its own, that of even pages likewise. */
function usedParts(file: Package, section: Element, kind: 'header' | 'footer'): Element[] {
  const references = elements(section, `${kind}Reference`);
  const types = isOn(section, 'titlePg') ? ['first', 'default', 'even'] : ['default', 'even'];
  return types.flatMap((type) => {
    const reference = references.find((each) => attribute(each, 'type') === type);
    const part = reference && file.related(attribute(reference, 'id') ?? '');
    return part ? [part] : [];
  });
}

function sectionsOf(body: Element): Element[] {
  return elements(body).flatMap((element) => {
    const section = element.localName === 'sectPr' ? element : child(element, 'pPr', 'sectPr');
    return section ? [section] : [];
  });
}
