import type { SaidNumbering } from '#core/document/said-numbering.ts';
import { isNumberingScheme } from '#core/template/template.ts';
import { attribute, elements, textContent } from '../read/dom.ts';
import type { Element } from '../read/parse-xml.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';

/** Custom properties of ours begin with this; word processors keep them. One for each part of the document: a value has 255 characters at most. */
const NUMBERING = 'niwen.numbering.';
const OWN = '-';
const NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties';

/** docProps/custom.xml: the 编号方式 of each part, which labels alone cannot tell. */
export const customProperties = (parts: readonly SaidNumbering[]): Xml =>
  xml('Properties', { xmlns: NAMESPACE }, parts.map(({ scheme, mark }, index) =>
    // The id of user-defined properties, and their numbers from 2 on (ECMA-376 part 1, 22.3).
    xml('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name: `${NUMBERING}${index}` }, xml('vt:lpwstr', {}, `${scheme ?? OWN} ${mark}`))));

/** The same read back; empty for a file that is not ours or says it otherwise. */
export function readCustomProperties(root: Element | undefined): SaidNumbering[] {
  const said: SaidNumbering[] = [];
  for (const property of root ? elements(root, 'property') : []) {
    const [scheme, mark] = textContent(property).trim().split(' ');
    if (attribute(property, 'name') !== `${NUMBERING}${said.length}` || mark === undefined || (scheme !== OWN && !isNumberingScheme(scheme))) continue;
    said.push({ scheme: isNumberingScheme(scheme) ? scheme : null, mark });
  }
  return said;
}
