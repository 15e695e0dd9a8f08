import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';

/** What a file says about itself beside its text. */
export interface DocumentProperties {
  readonly title: string;
  readonly author: string;
  readonly created: Date;
}

/** docProps/core.xml: title, author, time. */
export function coreProperties({ title, author, created }: DocumentProperties): Xml {
  const time = w3cTime(created);
  return xml('cp:coreProperties', {},
    xml('dc:title', {}, title), xml('dc:creator', {}, author), xml('cp:lastModifiedBy', {}, author),
    xml('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, time), xml('dcterms:modified', { 'xsi:type': 'dcterms:W3CDTF' }, time),
    xml('dc:language', {}, 'zh-CN'));
}

/** docProps/app.xml. */
export const appProperties = (): Xml =>
  xml('Properties', { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' }, xml('Application', {}, '拟文'));

/** Whole seconds, as Word writes them. */
export const w3cTime = (time: Date): string => time.toISOString().replace(/\.\d+Z$/, 'Z');
