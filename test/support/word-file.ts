import { strToU8, zipSync } from 'fflate';

const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
  + 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
  + 'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
  + 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"';

/** Parts a word/document.xml may refer to, each with its root element. */
const ROOTS: Readonly<Record<string, string>> = {
  styles: 'styles', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes', comments: 'comments', commentsExtended: 'commentsEx', header: 'hdr', footer: 'ftr', settings: 'settings',
};

/**
 * A Word file made by hand: the inside of its body, and of other parts by the name of their kind (`header1`: relationship rIdheader1).
 * Good enough for a word processor to open.
 */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const kindOf = (name: string): string => name.replace(/\d+$/, '');
  const root = (name: string, inside: string): string => {
    const prefix = kindOf(name) === 'commentsExtended' ? 'w15' : 'w';
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><${prefix}:${ROOTS[kindOf(name)]} ${NAMESPACES}>${inside}</${prefix}:${ROOTS[kindOf(name)]}>`;
  };
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const type = (name: string): string => (kindOf(name) === 'commentsExtended' ? 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended' : `${office}/${kindOf(name)}`);
  const names = Object.keys(parts);
  const files: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${names.map((name) => `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${kindOf(name)}+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map((name) => `<Relationship Id="rId${name}" Type="${type(name)}" Target="${name}.xml"/>`).join('')}</Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    ...Object.fromEntries(names.map((name) => [`word/${name}.xml`, root(name, parts[name]!)])),
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

/** `<w:r>` with text; `properties` is the inside of its w:rPr. */
export const wordRun = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
/** `<w:p>`; `properties` is the inside of its w:pPr. */
export const wordPara = (inside: string, properties = ''): string => `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inside}</w:p>`;
