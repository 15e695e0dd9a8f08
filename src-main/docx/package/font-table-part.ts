import type { Face } from '#core/template/styles.ts';
import { FONT_ALTERNATIVES, FONT_NAMES, LATIN_FONT } from '../fonts.ts';
import { value, xml } from '../xml.ts';
import type { Xml } from '../xml.ts';

/** word/fontTable.xml: for a machine without 仿宋_GB2312 or 方正小标宋简体, the name of the nearest it is likely to have. */
export function fontTablePart(): Xml {
  const faces = Object.keys(FONT_NAMES) as Face[];
  return xml('w:fonts', {},
    faces.map((face) => xml('w:font', { 'w:name': FONT_NAMES[face] },
      value('w:altName', FONT_ALTERNATIVES[face]), value('w:charset', '86'), value('w:family', face === 'fang' || face === 'hei' || face === 'kai' ? 'modern' : 'roman'), value('w:pitch', 'default'))),
    xml('w:font', { 'w:name': LATIN_FONT }, value('w:charset', '00'), value('w:family', 'roman'), value('w:pitch', 'variable')));
}
