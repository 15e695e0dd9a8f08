import type { LaidImage } from '#core/layout/fit-image.ts';
import type { CellFrame, LineFrame, PageFrame, RuleFrame, RunFrame, SealFrame } from '#core/layout/frames.ts';
import type { FontId } from '#core/layout/metrics.ts';
import type { PdfFont } from './pdf-font.ts';

/** Letters without a bold cut are drawn with an edge, in 1/1000 of their size. */
const BOLD_EDGE = 30;
/** The underline: from the baseline down to its middle, and how thick, in 1/1000 of the size. */
const UNDERLINE = { below: 140, thickness: 50 };
/** The circle of a seal, 1/1000 pt; broken, for it is a place and not a seal. */
const SEAL_LINE = 600;
/** The frame in the place of an image that is missing. */
const IMAGE_FRAME = 500;
const SEAL_DASH = '[4 3] 0 d';

/** Colours of the file are sRGB, as its output intent says (PDF/A-1b): red is #FF0000. */
const COLORS = { black: '0 0 0', red: '1 0 0' } as const;

/** How text is turned and where it stands: a page's content runs downwards, letters upwards. */
type Placing = (x: number, baseline: number) => string;

/** A part of a page's content stream: what stands of a paragraph on it, or what belongs to none (position null): rules, folios, repeated heads. */
export interface PaintedPart {
  readonly paragraph: number | null;
  /** A footnote: `paragraph` is the position of its mark. */
  readonly isNote: boolean;
  readonly content: string;
}

/**
 * The content stream of a page, in points from its upper left corner downwards as pdfkit sets a page up. Frames are integers of 1/1000 pt,
 * so what is written is exactly what was laid out.
 */
export function paintPage(frame: PageFrame, fontOf: (id: FontId) => PdfFont, imageOf: (source: string) => string | undefined): PaintedPart[] {
  const parts: { paragraph: number | null; isNote: boolean; content: string[] }[] = [{ paragraph: null, isNote: false, content: [...frame.rules.map(paintRule), ...frame.cells.map(paintCell)] }];
  const add = (paragraph: number | null, content: readonly string[], isNote = false): void => {
    if (parts.at(-1)!.paragraph !== paragraph) parts.push({ paragraph, isNote, content: [] });
    parts.at(-1)!.content.push(...content);
  };
  const paintLine = (line: LineFrame): string[] =>
    line.runs.flatMap((run, index) => (run.image ? [paintImage(run.image, run.xs[0]!, line.baseline, imageOf(run.image.source))] : paintRun(run, line.runs[index + 1], line, fontOf(run.font))));
  for (const line of frame.lines) add(line.isRepeated ? null : line.note ?? line.paragraph, paintLine(line), line.note !== null);
  add(null, frame.seals.map(paintSeal));
  return parts.flatMap(({ paragraph, isNote, content }) => (content.length === 0 ? [] : [{ paragraph, isNote, content: content.join('\n') }]));
}

const pt = (length: number): string => String(Math.round(length) / 1000);

const paintRule = ({ x, y, width, height, color }: RuleFrame): string => `${COLORS[color]} rg ${pt(x)} ${pt(y)} ${pt(width)} ${pt(height)} re f`;

const paintCell = ({ x, y, width, height, stroke }: CellFrame): string => `${COLORS.black} RG ${pt(stroke)} w ${pt(x)} ${pt(y)} ${pt(width)} ${pt(height)} re S`;

/** An image stands on the baseline; an empty frame where its bytes are missing. */
function paintImage({ width, height }: LaidImage, x: number, baseline: number, label: string | undefined): string {
  if (label === undefined) return `${COLORS.black} RG ${pt(IMAGE_FRAME)} w ${pt(x)} ${pt(baseline - height)} ${pt(width)} ${pt(height)} re S`;
  return `q ${pt(width)} 0 0 ${pt(-height)} ${pt(x)} ${pt(baseline)} cm /${label} Do Q`;
}

/** Four curves make a circle; a 签名章 is a box. */
function paintSeal({ x, y, radius, box }: SealFrame): string {
  if (box !== null) return `${COLORS.red} RG ${pt(SEAL_LINE)} w ${SEAL_DASH} ${pt(x - radius)} ${pt(y - box / 2)} ${pt(2 * radius)} ${pt(box)} re s [] 0 d`;
  const bend = radius * 0.552285;
  const curve = (...places: number[]): string => `${places.map(pt).join(' ')} c`;
  return [
    `${COLORS.red} RG ${pt(SEAL_LINE)} w ${SEAL_DASH}`, `${pt(x + radius)} ${pt(y)} m`,
    curve(x + radius, y + bend, x + bend, y + radius, x, y + radius), curve(x - bend, y + radius, x - radius, y + bend, x - radius, y),
    curve(x - radius, y - bend, x - bend, y - radius, x, y - radius), curve(x + bend, y - radius, x + radius, y - bend, x + radius, y), 's [] 0 d',
  ].join(' ');
}

function paintRun(run: RunFrame, next: RunFrame | undefined, line: LineFrame, font: PdfFont): string[] {
  const shown = charactersOf(run);
  if (shown.length === 0) return [];
  const color = COLORS[run.color];
  const { turn } = line;
  const place: Placing = turn ? (x, y) => `0 1 1 0 ${pt(turn.x - y)} ${pt(turn.y + x)}` : (x, y) => `1 0 0 -1 ${pt(x)} ${pt(y)}`;
  const baseline = line.baseline - run.rise;
  const edge = run.isEmboldened ? `${color} RG ${pt((run.size * BOLD_EDGE) / 1000)} w 2 Tr ` : '';
  const painted = [`BT /${font.id} ${pt(run.size)} Tf ${color} rg ${edge}${place(shown[0]!.x, baseline)} Tm [${spell(shown, run.size, font)}] TJ${edge && ' 0 Tr'} ET`];
  if (run.isUnderlined) {
    const last = shown.at(-1)!;
    // One line under all of it, the space that justifies the line included.
    const end = next?.isUnderlined ? next.xs[0]! : last.x + last.advance;
    const top = baseline + ((UNDERLINE.below - UNDERLINE.thickness / 2) * run.size) / 1000;
    painted.push(`${color} rg ${pt(shown[0]!.x)} ${pt(top)} ${pt(end - shown[0]!.x)} ${pt((UNDERLINE.thickness * run.size) / 1000)} re f`);
  }
  return painted;
}

interface Shown {
  readonly code: number;
  readonly x: number;
  readonly advance: number;
}

/** What has a width; controls, joiners and selectors are not painted. */
function charactersOf({ text, xs, advances }: RunFrame): Shown[] {
  const shown: Shown[] = [];
  let index = 0;
  for (const character of text) {
    const advance = advances[index]!;
    if (advance > 0) shown.push({ code: character.codePointAt(0)!, x: xs[index]!, advance });
    index++;
  }
  return shown;
}

/** Codes, and between them how far the pen is taken back, in 1/1000 of the size, where layout wants the next character elsewhere. */
function spell(shown: readonly Shown[], size: number, font: PdfFont): string {
  let words = '<';
  let pen = shown[0]!.x;
  for (const { code, x } of shown) {
    const back = Math.round(((pen - x) * 1_000_000) / size) / 1000;
    if (back !== 0) {
      words += `> ${back} <`;
      pen -= (back * size) / 1000;
    }
    words += font.codeOf(code);
    pen += (font.advanceOf(code) * size) / 1000;
  }
  return `${words}>`;
}
