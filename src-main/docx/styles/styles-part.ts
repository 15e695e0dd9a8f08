import { STYLE_KEYS } from '#core/template/styles.ts';
import type { ParagraphStyle, ResolvedStyles, StyleKey } from '#core/template/styles.ts';
import { paragraphProperties, runProperties } from '../properties.ts';
import type { ParagraphProperties, RunProperties } from '../properties.ts';
import { value, xml } from '../xml.ts';
import type { Xml } from '../xml.ts';
import { CONTINUED_TABLE_STYLE, PARAGRAPH_STYLE_NAMES, PLACE_STYLE, RUN_IN_STYLE_NAMES, RUN_STYLES, TABLE_STYLE } from './style-names.ts';
import type { StyleName } from './style-names.ts';

/**
 * word/styles.xml: 三号仿宋, 28 characters to a line and 22 lines to a page (GB/T 9704—2012 5.2.2, 5.2.3), as the document default and
 * as Normal, then a real style for every element, so that people go on in Word by choosing styles.
 */
export function stylesPart(styles: ResolvedStyles): Xml {
  const body = styles.paragraph.body;
  return xml('w:styles', {},
    xml('w:docDefaults', {},
      xml('w:rPrDefault', {}, defaultRun(body)),
      xml('w:pPrDefault', {}, paragraphProperties(GRID))),
    xml('w:style', { 'w:type': 'paragraph', 'w:default': 1, 'w:styleId': 'Normal' },
      value('w:name', 'Normal'), xml('w:qFormat'), paragraphProperties({ ...GRID, line: body.line, align: 'justify' }), runProperties({ face: body.face, spacing: body.spacing, size: body.size })),
    xml('w:style', { 'w:type': 'character', 'w:default': 1, 'w:styleId': 'DefaultParagraphFont' },
      value('w:name', 'Default Paragraph Font'), value('w:uiPriority', 1), xml('w:semiHidden'), xml('w:unhideWhenUsed')),
    xml('w:style', { 'w:type': 'table', 'w:default': 1, 'w:styleId': 'TableNormal' },
      value('w:name', 'Normal Table'), value('w:uiPriority', 99), xml('w:semiHidden'), xml('w:unhideWhenUsed'), xml('w:tblPr', {}, xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), cellMargins(0))),
    STYLE_KEYS.map((key) => elementStyle(key, styles.paragraph[key])),
    RUN_IN_STYLE_NAMES.map((name, index) => runInStyle(name, index + 1, index === 0 && styles.clause.face !== styles.paragraph.heading1.face ? { face: styles.clause.face } : undefined)),
    paragraphStyle(PLACE_STYLE, { basedOn: 'Normal', paragraph: { line: 20, align: 'left' } }),
    runStyle(RUN_STYLES.label, {}),
    runStyle(RUN_STYLES.marker, {}),
    runStyle(RUN_STYLES.titleBreak, {}),
    runStyle(RUN_STYLES.runOn, { face: body.face, bold: body.bold }),
    runStyle(RUN_STYLES.footnoteMark, { position: 'superscript' }),
    runStyle(RUN_STYLES.signatoryName, { face: 'kai' }), // 7.2.6
    runStyle(RUN_STYLES.numberBeside, { face: styles.paragraph.documentNumber.face }),
    tableStyle(),
    continuedTableStyle(CONTINUED_TABLE_STYLE));
}

const GRID: ParagraphProperties = { gridSwitches: true, before: 0, after: 0 };

function defaultRun(body: ParagraphStyle): Xml {
  const run = runProperties({ face: body.face, spacing: body.spacing, size: body.size, eastAsian: true })!;
  return { ...run, children: [...run.children, xml('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' })] };
}

/** What a style says beyond Normal, on which all are based; headings go on with body text. */
function elementStyle(key: StyleKey, style: ParagraphStyle): Xml {
  return paragraphStyle(PARAGRAPH_STYLE_NAMES[key], {
    basedOn: 'Normal',
    next: NEXT[key],
    quick: true,
    paragraph: {
      keepNext: style.keepWithNext || undefined,
      before: style.before, after: style.after, line: style.line,
      left: style.left, right: style.right, firstLine: style.firstLine, align: style.align, outline: style.outline,
    },
    run: { face: style.face, wholeFace: WHOLE_FACE.has(key), bold: style.bold, color: style.color === 'red' ? RED : undefined, spacing: style.spacing, size: style.size },
  });
}

/** Marks the standard wants in 三号黑体, digits included: 机密★1年, 附件1. */
const WHOLE_FACE = new Set<StyleKey>(['secrecy', 'urgency', 'annexMark']);

/** Printing red (6.2) as screens and colour printers take it. */
export const RED = 'FF0000';

const NEXT: Partial<Record<StyleKey, StyleKey>> = {
  title: 'addressee', addressee: 'body', heading1: 'body', heading2: 'body', heading3: 'body', heading4: 'body', heading5: 'body', article1: 'article3', article2: 'article3',
  signature: 'date', annexMark: 'annex', annex: 'body', embedded: 'body',
};

/** Run-in headings look like their level, whose outline they keep; the text after the lead sentence is a run style. */
const runInStyle = (name: StyleName, level: number, run: RunProperties | undefined): Xml =>
  paragraphStyle(name, { basedOn: PARAGRAPH_STYLE_NAMES[`heading${level}` as StyleKey].id, quick: true, paragraph: { keepNext: false }, ...(run ? { run } : {}) });

interface StyleContent {
  readonly basedOn: string;
  readonly next?: StyleKey | undefined;
  readonly quick?: boolean;
  readonly paragraph: ParagraphProperties;
  readonly run?: RunProperties;
}

function paragraphStyle({ id, name, isBuiltIn }: StyleName, content: StyleContent): Xml {
  return xml('w:style', { 'w:type': 'paragraph', 'w:customStyle': isBuiltIn ? undefined : 1, 'w:styleId': id },
    value('w:name', name),
    value('w:basedOn', content.basedOn),
    content.next ? value('w:next', PARAGRAPH_STYLE_NAMES[content.next].id) : null,
    content.quick ? xml('w:qFormat') : null,
    paragraphProperties(content.paragraph),
    content.run ? runProperties(content.run) : null);
}

function runStyle({ id, name, isBuiltIn }: StyleName, run: RunProperties): Xml {
  return xml('w:style', { 'w:type': 'character', 'w:customStyle': isBuiltIn ? undefined : 1, 'w:styleId': id }, value('w:name', name), value('w:basedOn', 'DefaultParagraphFont'), xml('w:qFormat'), runProperties(run));
}

function tableStyle(): Xml {
  const edge = (side: string): Xml => xml(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': '000000' });
  return xml('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': TABLE_STYLE.id },
    value('w:name', TABLE_STYLE.name), value('w:basedOn', 'TableNormal'), xml('w:qFormat'),
    xml('w:tblPr', {}, xml('w:tblBorders', {}, ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge)), cellMargins(85)));
}

function continuedTableStyle({ id, name }: StyleName): Xml {
  return xml('w:style', { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id }, value('w:name', name), value('w:basedOn', TABLE_STYLE.id), xml('w:qFormat'));
}

const cellMargins = (side: number): Xml =>
  xml('w:tblCellMar', {}, ['top', 'left', 'bottom', 'right'].map((edge) => xml(`w:${edge}`, { 'w:w': edge === 'left' || edge === 'right' ? side : 0, 'w:type': 'dxa' })));
