import type { Node } from 'prosemirror-model';
import { isStruck } from '../document/revisions.ts';
import type { LineFrame, PageFrame, RuleFrame } from '../layout/frames.ts';
import type { MetricsPack } from '../layout/metrics.ts';
import { fromMillimetres } from '../layout/unit.ts';
import { setLine } from './set-words.ts';

/** A stretch of the document that waits for a decision. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly isDeleted: boolean;
}

/** Line through or below the letters, 1/1000 pt; the bar beside the line. */
const STROKE = 700;
const BAR = { width: 900, away: fromMillimetres(6) };

/** Said on every page that has a change: red does not tell on a copier. */
const LEGEND = '花脸稿　删去的字划线，新加的字加底线';

/** 花脸稿: a page laid out with its open changes, what is deleted struck out, what is new underlined, a bar beside each line that has any. */
export function createChangeMarker(doc: Node, metrics: MetricsPack): (frame: PageFrame) => PageFrame {
  const changes = changesOf(doc);
  if (changes.length === 0) return (frame) => frame;
  return (frame) => {
    const rules = frame.lines.flatMap((line) => (line.paragraph === null || line.isRepeated ? [] : marksOf(line, changes, frame.textBlock.x)));
    if (rules.length === 0) return frame;
    const legend = setLine(metrics, LEGEND, { face: 'song', size: 18 }, { x: frame.textBlock.x, baseline: fromMillimetres(20) });
    return { ...frame, rules: [...frame.rules, ...rules], lines: [...frame.lines, legend] };
  };
}

function changesOf(doc: Node): Change[] {
  const found: Change[] = [];
  doc.descendants((node, pos) => {
    if (!node.isInline) {
      const change = node.attrs.tc as { readonly ins?: unknown; readonly del?: unknown } | null;
      // A whole row, or a paragraph whose end has changed: of the latter only the place after its last character.
      const from = node.type.name === 'para' ? pos + node.nodeSize - 1 : pos;
      if (change?.ins !== undefined || change?.del !== undefined) found.push({ from, to: pos + node.nodeSize, isDeleted: change.del !== undefined });
      return;
    }
    if (isStruck(node)) found.push({ from: pos, to: pos + node.nodeSize, isDeleted: true });
    else if (node.marks.some(({ type }) => type.name === 'ins')) found.push({ from: pos, to: pos + node.nodeSize, isDeleted: false });
  });
  return found;
}

function marksOf(line: LineFrame, changes: readonly Change[], edge: number): RuleFrame[] {
  const here = changes.filter(({ from, to }) => from <= line.to && to > line.from);
  if (here.length === 0) return [];
  const rules: RuleFrame[] = [{ x: edge - BAR.away, y: line.y, width: BAR.width, height: line.height, color: 'red', kind: 'mark' }];
  for (const { xs, advances, positions, isComputed, size } of line.runs) {
    if (isComputed) continue;
    for (let index = 0; index < xs.length; index++) {
      const change = here.find(({ from, to }) => positions[index]! >= from && positions[index]! < to);
      if (!change || advances[index] === 0) continue;
      const y = line.baseline + Math.round(size * (change.isDeleted ? -0.36 : 0.16));
      const last = rules.at(-1)!;
      const end = xs[index]! + advances[index]!;
      // One stroke goes on under the next character.
      if (rules.length > 1 && last.y === y && xs[index]! - last.x - last.width < size) rules[rules.length - 1] = { ...last, width: end - last.x };
      else rules.push({ x: xs[index]!, y, width: advances[index]!, height: STROKE, color: 'red', kind: 'mark' });
    }
  }
  return rules;
}
