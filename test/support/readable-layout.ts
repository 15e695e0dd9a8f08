import { textOfLine } from '#core/layout/frame-page.ts';
import type { Layout } from '#core/layout/layout-document.ts';

const point = (length: number): string => (length / 1000).toFixed(2).padStart(7);

/** Pages as text: every line with its place in points, then rules, cells and seals. */
export function readableLayout(layout: Layout): string {
  const pages = layout.pages.map((_, index) => {
    const { number, folio, width, height, lines, rules, cells, seals } = layout.frame(index);
    return [
      `第 ${number} 面 ${point(width).trim()}×${point(height).trim()} 页码 ${folio ?? '无'}`,
      ...lines.map((line) => `${point(line.runs[0]?.xs[0] ?? line.x)}${point(line.baseline)} ${line.role.padEnd(14)}${textOfLine(line)}${line.isRepeated ? ' （重复）' : ''}`),
      ...rules.map(({ x, y, width: long, height: thick, kind }) => `rule ${kind}${[x, y, long, thick].map(point).join('')}`),
      ...cells.map(({ x, y, width: wide, height: high }) => `cell${[x, y, wide, high].map(point).join('')}`),
      ...seals.map(({ x, y, radius, box }) => `seal${[x, y, radius, ...(box === null ? [] : [box])].map(point).join('')}`),
    ].join('\n');
  });
  return `${layout.fit.lines} 行 ${layout.fit.characters} 字\n\n${pages.join('\n\n')}\n`;
}
