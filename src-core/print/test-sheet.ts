import type { LineFrame, PageFrame, RuleFrame } from '../layout/frames.ts';
import type { MetricsPack } from '../layout/metrics.ts';
import { fromMillimetres, millimetresOf } from '../layout/unit.ts';
import { moveFrame } from './print-frame.ts';
import type { PrintWish } from './print-wish.ts';
import { emptyPage, rule, setLine } from './set-words.ts';

/** Where the cross stands that is measured, in millimetres from the left and the upper edge of the paper. */
export const CROSS = { x: 20, y: 20 } as const;

const SMALL = { face: 'song', size: 14 } as const;
const TEXT = { face: 'song', size: 24 } as const;
const HAIR = 0.1;

/** How an offset is written: +0.3. */
export const writeOffset = (tenths: number): string => `${tenths < 0 ? '−' : '+'}${(Math.abs(tenths) / 10).toFixed(1)}`;

/**
 * 校准页: crosses and rulers to measure how far a printer moves what it prints, printed with the offset as it is set; `head` is the page
 * whose pre-printed red rules are shown as scales, so that on paper with the head one sees at once by how much they differ.
 */
export function testSheet(metrics: MetricsPack, { offsetX, offsetY }: Pick<PrintWish, 'offsetX' | 'offsetY'>, head: PageFrame | undefined): PageFrame {
  const red = head?.rules.filter((each) => each.color === 'red' && each.kind !== 'mark') ?? [];
  const scales = red.map((each) => scaleAt(metrics, each));
  const say = (text: string, y: number): LineFrame => setLine(metrics, text, TEXT, { x: fromMillimetres(40), baseline: fromMillimetres(y) });
  const page: PageFrame = {
    ...emptyPage(1),
    rules: [
      ...[CROSS.x, 210 - CROSS.x].flatMap((x) => [CROSS.y, 297 - CROSS.y].flatMap((y) => cross(x, y))),
      ...rulerAcross(40), ...rulerDown(30), ...scales.flatMap(({ rules }) => rules),
    ],
    lines: [
      ...numbersAcross(metrics, 40), ...numbersDown(metrics, 30), ...scales.flatMap(({ lines }) => lines),
      setLine(metrics, '套打校准页', { face: 'hei', size: 32 }, { x: fromMillimetres(40), baseline: fromMillimetres(160), width: fromMillimetres(130), align: 'center' }),
      say(`本页按横向 ${writeOffset(offsetX)} mm、纵向 ${writeOffset(offsetY)} mm 印出（右、下为正）。`, 175),
      say('一、用直尺量左上角十字的中心到纸的左边、上边各多少毫米。', 185),
      say(`二、应当都是 ${CROSS.x.toFixed(1)} mm。把量得的数填到打印页“套打”的“量得”里，`, 195),
      say('　　偏移由程序换算；再印一张，十字到位即可。', 202),
      say('三、印在预印红头的纸上时，看预印红线落在刻度的第几格：', 212),
      say('　　一格 0.5 mm，长刻度为应在的位置。', 219),
    ],
  };
  return moveFrame(page, fromMillimetres(offsetX / 10), fromMillimetres(offsetY / 10));
}

/** Its middle is the point. */
const cross = (x: number, y: number): RuleFrame[] => [rule(x - 8, y - HAIR / 2, 16, HAIR), rule(x - HAIR / 2, y - 8, HAIR, 16)];

const isLong = (mm: number): number => (mm % 10 === 0 ? 5 : mm % 5 === 0 ? 3.5 : 2);

/** Millimetres from the left edge of the paper, at a height. */
const rulerAcross = (y: number): RuleFrame[] => [rule(40, y, 140, HAIR), ...Array.from({ length: 141 }, (_, index) => rule(40 + index - HAIR / 2, y - isLong(index), HAIR, isLong(index)))];
const numbersAcross = (metrics: MetricsPack, y: number): LineFrame[] =>
  Array.from({ length: 15 }, (_, index) => setLine(metrics, String(40 + index * 10), SMALL, { x: fromMillimetres(35 + index * 10), baseline: fromMillimetres(y - 6), width: fromMillimetres(10), align: 'center' }));

/** Millimetres from the upper edge of the paper. */
const rulerDown = (x: number): RuleFrame[] => [rule(x, 50, HAIR, 200), ...Array.from({ length: 201 }, (_, index) => rule(x - isLong(index), 50 + index - HAIR / 2, isLong(index), HAIR))];
const numbersDown = (metrics: MetricsPack, x: number): LineFrame[] =>
  Array.from({ length: 21 }, (_, index) => setLine(metrics, String(50 + index * 10), SMALL, { x: fromMillimetres(x - 16), baseline: fromMillimetres(51 + index * 10), width: fromMillimetres(10), align: 'right' }));

/** A scale of half millimetres about where a pre-printed rule should lie, at both its ends, and its height in words. */
function scaleAt(metrics: MetricsPack, { x, y, width, height }: RuleFrame): { readonly rules: RuleFrame[]; readonly lines: LineFrame[] } {
  const middle = millimetresOf(y) + millimetresOf(height) / 2;
  const [left, right] = [millimetresOf(x), millimetresOf(x) + millimetresOf(width)];
  const ticks = Array.from({ length: 13 }, (_, index) => (index - 6) / 2);
  return {
    rules: ticks.flatMap((off) => [left + 14, right - 20].map((at) => rule(at - (off === 0 ? 3 : 0), middle + off - HAIR / 2, off === 0 ? 9 : Number.isInteger(off) ? 3 : 2, HAIR))),
    lines: [setLine(metrics, `预印红线应距纸上边 ${middle.toFixed(1)} mm`, SMALL, { x: fromMillimetres(left + 26), baseline: fromMillimetres(middle + 0.9) })],
  };
}
