/** What we use of fontkit, which publishes no types. */
declare module 'fontkit' {
  interface Subset {
    /** Glyphs of the font in the order of the subset; 0 is .notdef. Components of compound glyphs join them when it is encoded. */
    readonly glyphs: number[];
    /** Present where outlines are CFF. */
    readonly cff?: unknown;
    encode(): Uint8Array;
  }
  interface Metrics {
    readonly length: number;
    get(index: number): { readonly advance: number } | undefined;
  }
  export interface Font {
    readonly type: 'TTF' | 'WOFF' | 'WOFF2' | 'DFont';
    /** Null where the file has no such name. */
    readonly postscriptName: string | null;
    readonly familyName: string | null;
    /** Regular, Bold … */
    readonly subfamilyName: string | null;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly numGlyphs: number;
    readonly characterSet: readonly number[];
    readonly variationAxes: Readonly<Record<string, unknown>>;
    readonly hmtx: { readonly metrics: Metrics };
    readonly head: { readonly indexToLocFormat: number };
    readonly 'OS/2'?: { readonly fsType: { readonly noEmbedding: boolean; readonly viewOnly: boolean; readonly editable: boolean; readonly noSubsetting: boolean; readonly bitmapOnly: boolean } };
    readonly name: { readonly records: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>> | undefined>> };
    readonly directory: { readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number } | undefined>> };
    hasGlyphForCodePoint(code: number): boolean;
    glyphForCodePoint(code: number): { readonly id: number };
    createSubset(): Subset;
  }
  export interface Collection {
    readonly type: 'TTC';
    readonly fonts: readonly Font[];
  }
  /** Throws where the bytes are no font it knows. Tables are read when they are asked for, and throw then. */
  export function create(bytes: Uint8Array): Font | Collection;
}
