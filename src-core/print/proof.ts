import type { PageFrame } from '../layout/frames.ts';
import type { MetricsPack } from '../layout/metrics.ts';
import { fromMillimetres, millimetresOf } from '../layout/unit.ts';
import { rule, setLine, wrapWords } from './set-words.ts';

const SMALL = { face: 'song', size: 18 } as const;

/** What stands at the edges of a proof. */
export interface ProofFacts {
  readonly title: string;
  readonly pages: number;
  /** Who prints it and on which day, as written: 周予安　2026年11月22日. */
  readonly printed: string;
}

/** Corners of the text block: so long, so thick, so far from it, in millimetres. */
const CORNER = { length: 5, width: 0.1, gap: 1 };

/** 校样: a page with its lines numbered, the corners of its text block, its document and its reader named at the edges. */
export function proofPage(frame: PageFrame, metrics: MetricsPack, { title, pages, printed }: ProofFacts): PageFrame {
  const { textBlock, width, height } = frame;
  // A footnote's or a table's lines stand side by side: what stands at one height is one line.
  const baselines = [...new Set(frame.lines.filter(({ paragraph, turn }) => paragraph !== null && turn === null).map(({ baseline }) => baseline))].sort((a, b) => a - b);
  const away = fromMillimetres(4);
  const numbers = baselines.map((baseline, index) => setLine(metrics, String(index + 1), SMALL, { x: textBlock.x - away - fromMillimetres(10), baseline, width: fromMillimetres(10), align: 'right' }));
  const edge = { x: textBlock.x, width: textBlock.width, baseline: fromMillimetres(14) };
  const right = setLine(metrics, `${printed}　第 ${frame.number} 页，共 ${pages} 页`, SMALL, { ...edge, align: 'right' });
  // The title as far as there is room before what stands at the right.
  const [head = '', ...rest] = wrapWords(metrics, `校样　${title}`, SMALL, right.runs[0]!.xs[0]! - textBlock.x - fromMillimetres(8));
  const foot = height - fromMillimetres(12);
  return {
    ...frame,
    rules: [...frame.rules, ...corners(frame)],
    lines: [
      ...frame.lines, ...numbers,
      setLine(metrics, rest.length > 0 ? `${head}…` : head, SMALL, edge),
      right,
      setLine(metrics, '校对人：　　　　　　　　　　日期：　　　　　　　　　　□ 改后付印　□ 改后再校', SMALL, { x: textBlock.x, baseline: foot, width: Math.min(textBlock.width, width) }),
    ],
  };
}

function corners({ textBlock }: PageFrame): PageFrame['rules'] {
  const [left, top] = [millimetresOf(textBlock.x), millimetresOf(textBlock.y)];
  const [right, bottom] = [left + millimetresOf(textBlock.width), top + millimetresOf(textBlock.height)];
  const { length, width, gap } = CORNER;
  return [[left - gap - length, left], [right + gap, right]].flatMap(([across, x]) => [[top, top - gap - length], [bottom, bottom + gap]].flatMap(([y, down]) => [rule(across!, y!, length, width), rule(x!, down!, width, length)]));
}
