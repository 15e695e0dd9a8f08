import { CELL_WIDE, classOf } from '#core/layout/character-class.ts';
import type { FontMetricsFile, OwnFontFile } from '#core/layout/metrics.ts';
import { advanceOf, glyphOf } from './face.ts';
import type { Face } from './face.ts';

/** What layout is to know of a face: which characters it has, and how wide those are that are not one em. `leaves` names code points it is not asked for. */
export function measureFace(face: Face, leaves: (code: number, advance: number) => boolean = () => false): FontMetricsFile {
  const em = face.unitsPerEm;
  const covered: number[] = [];
  const advances: number[][] = [];
  let next = 0;
  let following = -1;
  for (const code of [...face.characterSet].sort((a, b) => a - b)) {
    const glyph = glyphOf(face, code);
    if (glyph === 0) continue;
    const advance = advanceOf(face, glyph);
    if (leaves(code, advance)) continue;
    if (code === next && covered.length > 0) covered[covered.length - 1]!++;
    else covered.push(code - next, 1);
    next = code + 1;
    if (advance === em) continue;
    if (code === following) advances.at(-1)!.push(advance);
    else advances.push([code, advance]);
    following = code + 1;
  }
  return { unitsPerEm: em, ascent: face.ascent, descent: -face.descent, covered, advances };
}

/** The same for a face of the person's own. A mark it draws narrower than its cell is left to the bundled face, on screen as on pages. */
export function measureOwnFace(face: Face): OwnFontFile {
  const narrow: number[] = [];
  const metrics = measureFace(face, (code, advance) => {
    const isNarrow = (classOf(code) & CELL_WIDE) !== 0 && advance !== face.unitsPerEm;
    if (isNarrow) narrow.push(code);
    return isNarrow;
  });
  return { ...metrics, narrow };
}
