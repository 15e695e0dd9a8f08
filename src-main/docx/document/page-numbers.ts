import { landscapePage } from '#core/document/divide.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { SMALL_CELL, twipsFromMillimetres } from '#core/units/length.ts';
import type { Part } from '../package/relationships.ts';
import { PARAGRAPH_STYLE_NAMES } from '../styles/style-names.ts';
import { xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { textBox } from './drawing.ts';
import { paragraph, placeParagraph } from './paragraph.ts';
import { run, textRun } from './runs.ts';
import type { Writing } from './writing.ts';

/** The footers (GB/T 9704—2012 7.5): — 1 — one character from the right edge on odd pages, from the left on even ones. */
export function footerParts(writing: Writing, hasLandscape: boolean): Part[] {
  const footer = (id: string, file: string, content: Xml): Part => ({ id, file, type: 'footer', root: xml('w:ftr', {}, content) });
  return [
    footer('rIdOdd', 'footer1.xml', upright('odd')),
    footer('rIdEven', 'footer2.xml', upright('even')),
    footer('rIdUnnumbered', 'footer3.xml', paragraph({ style: STYLE })),
    ...(hasLandscape ? [footer('rIdLandscapeOdd', 'footer4.xml', sideways(writing, 'odd')), footer('rIdLandscapeEven', 'footer5.xml', sideways(writing, 'even'))] : []),
  ];
}

const STYLE = PARAGRAPH_STYLE_NAMES.pageNumber.id;
type Side = 'odd' | 'even';

const upright = (side: Side): Xml => paragraph(side === 'odd' ? { style: STYLE, align: 'right', right: SMALL_CELL } : { style: STYLE, align: 'left', left: SMALL_CELL }, numberRuns());

/** On a landscape page the number stays where the upright paper has it (8): at the left, turned a quarter. */
function sideways(writing: Writing, side: Side): Xml {
  const { x, y, width, height } = sidewaysPlace(writing.styles);
  return placeParagraph(20, textBox(writing, '页码', { x, y, width, height }, [upright(side)], 'turned'));
}

function sidewaysPlace(styles: ResolvedStyles): { x: number; y: number; width: number; height: number } {
  const page = landscapePage(styles.page);
  const width = styles.paragraph.pageNumber.line;
  return { x: page.left - twipsFromMillimetres(7) - Math.round(width * 0.8), y: page.top, width, height: page.height - page.top - page.bottom };
}

function numberRuns(): Xml[] {
  const field = (type: string): Xml => run({}, [xml('w:fldChar', { 'w:fldCharType': type })]);
  return [textRun('— '), field('begin'), run({}, [xml('w:instrText', { 'xml:space': 'preserve' }, ' PAGE ')]), field('separate'), textRun('1'), field('end'), textRun(' —')];
}
