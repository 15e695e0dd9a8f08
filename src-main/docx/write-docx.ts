import { strToU8, zipSync } from 'fflate';
import type { Zippable } from 'fflate';
import type { Node } from 'prosemirror-model';
import { sayNumbering } from '#core/document/said-numbering.ts';
import { fitStyles, STANDARD_FIT } from '#core/layout/fit.ts';
import type { Fit } from '#core/layout/fit.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { commentParts } from './document/comments.ts';
import { documentPart, hasLandscape } from './document/document-part.ts';
import { footnoteParts } from './document/footnotes.ts';
import { footerParts } from './document/page-numbers.ts';
import { createMedia } from './document/images.ts';
import { createWriting } from './document/writing.ts';
import { customProperties } from './package/custom-properties.ts';
import { appProperties, coreProperties } from './package/document-properties.ts';
import type { DocumentProperties } from './package/document-properties.ts';
import { fontTablePart } from './package/font-table-part.ts';
import { contentTypes, documentRelationships, packageRelationships } from './package/relationships.ts';
import type { Part } from './package/relationships.ts';
import { settingsPart } from './package/settings-part.ts';
import { stylesPart } from './styles/styles-part.ts';
import { serializePart } from './xml.ts';
import type { Xml } from './xml.ts';

/**
 * A document as a .docx file laid out to GB/T 9704—2012. `fit` is that of its pages (`layout.fit`): a word processor has no overflow
 * ladder (7.3.5.5) of its own, so line and character pitch are what the layout found, and `loose` (`layout.loose`) is not kept
 * together. The same input gives the same bytes. `images` are the bytes of its pictures by their sources.
 */
export async function writeDocx(doc: Node, usual: ResolvedStyles, properties: DocumentProperties, fit: Fit = STANDARD_FIT, images: ReadonlyMap<string, Uint8Array> = new Map(), loose: readonly number[] = []): Promise<Uint8Array> {
  const styles = fitStyles(usual, fit);
  const media = createMedia(images);
  const writing = createWriting(doc, styles, properties, media, new Set(loose));
  const parts: Part[] = [
    { id: 'rIdStyles', file: 'styles.xml', type: 'styles', root: stylesPart(styles) },
    { id: 'rIdSettings', file: 'settings.xml', type: 'settings', root: settingsPart(writing.hasNotes) },
    { id: 'rIdFonts', file: 'fontTable.xml', type: 'fontTable', root: fontTablePart() },
    ...footerParts(writing, hasLandscape(writing)),
    ...commentParts(doc),
  ];
  // Its notes and pictures are known when the document has been written.
  const document = documentPart(writing, fit.isImprintApart ?? false);
  parts.push(...footnoteParts(writing));
  const files: Record<string, Xml> = {
    '[Content_Types].xml': contentTypes(parts, media.parts()),
    '_rels/.rels': packageRelationships(),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': documentRelationships(parts, media.parts()),
    ...Object.fromEntries(parts.map((part) => [`word/${part.file}`, part.root])),
    'docProps/core.xml': coreProperties(properties),
    'docProps/app.xml': appProperties(),
    'docProps/custom.xml': customProperties(sayNumbering(doc, writing.numbering)),
  };
  const zippable: Zippable = {};
  for (const [name, root] of Object.entries(files)) zippable[name] = strToU8(serializePart(root));
  for (const { file, bytes } of media.parts()) zippable[`word/${file}`] = [bytes, { level: 0 }];
  return zipSync(zippable, { mtime: properties.created, level: 6 });
}
