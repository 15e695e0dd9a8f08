import type { FontProblem } from '#core/contract/model.ts';
import { glyphOf } from './face.ts';
import type { Face } from './face.ts';
import { openFaces } from './open-faces.ts';

/** A Chinese face within a font file. */
export interface ExaminedFace {
  /** Its place in the file; 0 but in collections. */
  readonly index: number;
  readonly postscriptName: string;
  /** As a person knows it: its Chinese name where it has one. */
  readonly name: string;
  /** All it calls itself. */
  readonly names: readonly string[];
  /** Why it cannot be used. */
  readonly problem: FontProblem | null;
}

/** So many of its characters are cut out for a trial, spread over the file. */
const TRIED = 48;
/** One of them a face has that writes Chinese: 公, or the first of the extensions B, C and G. */
const CHINESE = [0x516c, 0x20000, 0x2a700, 0x30000];

/** The Chinese faces of a font file. Throws where it is seen to be damaged; what its outlines are like, `tryOut` says. */
export function examineFont(bytes: Uint8Array): ExaminedFace[] {
  return openFaces(bytes).flatMap((face, index) => {
    for (const { offset, length } of Object.values(face.directory.tables).flatMap((table) => table ?? [])) {
      if (offset + length > bytes.length) throw new RangeError('the font file ends before its tables');
    }
    if (!CHINESE.some((code) => glyphOf(face, code) > 0)) return [];
    const problem = licenceProblem(face);
    const names = namesOf(face);
    const postscriptName = face.postscriptName ?? names[0];
    if (postscriptName === undefined) throw new Error('the font has no name');
    return [{ index, postscriptName, name: `${names.find((name) => /\p{Script=Han}/u.test(name)) ?? face.familyName ?? postscriptName}${styleOf(face)}`, names, problem }];
  });
}

/** What the permission bits (OS/2 fsType) forbid; where several are set the mildest counts. */
function licenceProblem(face: Face): FontProblem | null {
  const bits = face['OS/2']?.fsType;
  if (!bits) return null;
  if (bits.bitmapOnly || (bits.noEmbedding && !bits.viewOnly && !bits.editable)) return 'no-embedding';
  return bits.noSubsetting ? 'no-subset' : null;
}

/** Of faces that share a name, which this is: Bold, Light …; '' for the usual one. */
const styleOf = ({ subfamilyName }: Face): string => (subfamilyName === null || /^(?:regular|normal|book|常规|)$/i.test(subfamilyName) ? '' : ` ${subfamilyName}`);

/** Cuts some characters out as a PDF does. Throws where the font is damaged inside; takes half a second where outlines are CFF. */
export function tryOut(face: Face): void {
  const subset = face.createSubset();
  const codes = face.characterSet;
  const step = Math.max(1, Math.floor(codes.length / TRIED));
  for (let at = 0; at < codes.length; at += step) subset.glyphs.push(glyphOf(face, codes[at]!));
  if (subset.encode().length === 0 || !(face.unitsPerEm > 0) || face.hmtx.metrics.length === 0) throw new Error('the font has no glyphs');
}

/** Family and full names in every language, the PostScript name last. */
function namesOf(face: Face): string[] {
  const found = ['fontFamily', 'preferredFamily', 'fullName'].flatMap((key) => Object.values(face.name.records[key] ?? {}));
  return [...new Set([...found.filter((name) => typeof name === 'string').map((name) => name.replaceAll('\0', '').trim()), face.postscriptName ?? ''])].filter((name) => name !== '');
}
