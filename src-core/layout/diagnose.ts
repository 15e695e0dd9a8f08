import { isControl } from './character-class.ts';
import type { Flowed } from './flow.ts';
import type { LayoutDiagnostic } from './frames.ts';

/** A list longer than this helps nobody. */
const MOST = 200;

/** Everything wrong with laid pages that a person should know before printing. */
export function findDiagnostics({ pages, alone }: Flowed): LayoutDiagnostic[] {
  const found: LayoutDiagnostic[] = [];
  if (pages.length > 1 && !pages[0]!.hasText && pages.some((page) => page.hasText)) found.push({ code: 'first-page-without-text', from: null, to: null, page: 1, args: {} });
  for (const pos of alone) {
    const page = pages.find((each) => each.pieces.some((piece) => piece.pos + each.shift === pos))?.number ?? 1;
    // Signatures and their date are one 落款: said once of a page.
    if (found.at(-1)?.code === 'closing-without-text' && found.at(-1)!.page === page) continue;
    found.push({ code: 'closing-without-text', from: pos, to: pos + 1, page, args: {} });
  }
  for (const page of pages) {
    for (const { laid, pos, first, last, isRepeated } of page.pieces) {
      if (isRepeated) continue;
      for (const index of laid.text.unusual) {
        const line = laid.lines.findIndex((each) => index < each.end);
        if (line < first || line >= last) continue;
        if (found.length >= MOST) return found;
        const code = laid.text.codes[index]!;
        found.push(unusual(code, pos + page.shift + 1 + laid.text.places[index]!, code > 0xffff ? 2 : 1, page.number));
      }
    }
    for (const { laid, pos, first, last } of page.notes) {
      for (const index of laid.text.unusual) {
        const line = laid.lines.findIndex((each) => index < each.end);
        if (line < first || line >= last) continue;
        if (found.length >= MOST) return found;
        found.push(unusual(laid.text.codes[index]!, pos + page.shift, 1, page.number));
      }
    }
  }
  return found;
}

const unusual = (code: number, from: number, length: number, page: number): LayoutDiagnostic => ({
  code: isControl(code) ? 'control-character' : 'glyph-missing', from, to: from + length, page,
  args: { character: isControl(code) ? '' : String.fromCodePoint(code), code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` },
});
