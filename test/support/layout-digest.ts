import { Node } from 'prosemirror-model';
import { schema } from '#core/document/schema.ts';
import { createLayoutEngine } from '#core/layout/layout-document.ts';
import { readMetricsPack } from '#core/layout/metrics.ts';
import type { FontId, FontMetricsFile } from '#core/layout/metrics.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';

export interface DigestInput {
  readonly doc: unknown;
  readonly template: Pick<Template, 'format' | 'closing' | 'styles'> | null;
}

/** Every number and character of every page of a document, as one text: what must be the same wherever it is laid out. */
export function layoutDigests(metrics: Readonly<Record<FontId, FontMetricsFile>>, inputs: readonly DigestInput[]): string[] {
  const engine = createLayoutEngine(readMetricsPack(metrics));
  return inputs.map(({ doc, template }) => {
    const layout = engine.layout(Node.fromJSON(schema, doc), resolveStyles(template));
    return digest(JSON.stringify(layout.pages.map((_, index) => layout.frame(index))));
  });
}

/** Two 32-bit sums (FNV-1a, forwards and backwards): enough to see any difference, and the same code on both sides. */
function digest(text: string): string {
  let forwards = 0x811c9dc5;
  let backwards = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    forwards = Math.imul(forwards ^ text.charCodeAt(at), 0x01000193);
    backwards = Math.imul(backwards ^ text.charCodeAt(text.length - 1 - at), 0x01000193);
  }
  return `${text.length} ${(forwards >>> 0).toString(16)} ${(backwards >>> 0).toString(16)}`;
}
