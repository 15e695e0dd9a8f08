import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const EXTENDED_COMMENTS = 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended';

/** A part of the package that a document refers to. */
export interface Part {
  /** Also the relationship id. */
  readonly id: string;
  readonly file: string;
  readonly type: 'styles' | 'settings' | 'fontTable' | 'footer' | 'comments' | 'commentsExtended' | 'footnotes';
  readonly root: Xml;
}

/** word/_rels/document.xml.rels. */
export const documentRelationships = (parts: readonly Part[], media: readonly { readonly id: string; readonly file: string }[]): Xml =>
  relationships([...parts.map((part) => ({ id: part.id, type: part.type === 'commentsExtended' ? EXTENDED_COMMENTS : `${OFFICE}/${part.type}`, target: part.file })), ...media.map(({ id, file }) => ({ id, type: `${OFFICE}/image`, target: file }))]);

/** _rels/.rels. */
export const packageRelationships = (): Xml => relationships([
  { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'word/document.xml' },
  { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
  { id: 'rId3', type: `${OFFICE}/extended-properties`, target: 'docProps/app.xml' },
  { id: 'rId4', type: `${OFFICE}/custom-properties`, target: 'docProps/custom.xml' },
]);

/** [Content_Types].xml. */
export function contentTypes(parts: readonly Part[], media: readonly { readonly file: string }[]): Xml {
  const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const override = (file: string, type: string): Xml => xml('Override', { PartName: file, ContentType: type });
  return xml('Types', { xmlns: `${PACKAGE}/content-types` },
    xml('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
    xml('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    [['png', 'image/png'], ['jpg', 'image/jpeg']].map(([ending, type]) => (media.some(({ file }) => file.endsWith(`.${ending}`)) ? xml('Default', { Extension: ending, ContentType: type }) : null)),
    override('/word/document.xml', `${word}.document.main+xml`),
    parts.map((part) => override(`/word/${part.file}`, `${word}.${part.type}+xml`)),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    override('/docProps/custom.xml', 'application/vnd.openxmlformats-officedocument.custom-properties+xml'));
}

function relationships(list: readonly { id: string; type: string; target: string }[]): Xml {
  return xml('Relationships', { xmlns: `${PACKAGE}/relationships` }, list.map(({ id, type, target }) => xml('Relationship', { Id: id, Type: type, Target: target })));
}
