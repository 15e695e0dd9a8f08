import type { SaidNumbering } from '../document/said-numbering.ts';
import type { DocumentComment, ParagraphChange, RowChange } from '../document/revisions.ts';
import type { CarriedImages, ImageType } from '../document/image.ts';
import type { MarkName } from '../document/schema.ts';
import type { ReferenceForm } from '../document/references.ts';
import type { Role } from '../document/roles.ts';

/** [start, end) in the source text; absent for sources that are no text (Word files). */
export type Span = readonly [number, number];

/** What a person said of stretches of the source: they are one paragraph with this role, or no part of the document. */
export interface Known {
  readonly spans: readonly Span[];
  readonly role: Role | 'left-out';
  /** Of a heading or an article; 0 for all others. */
  readonly level: number;
  readonly runIn: boolean;
}

/** A mark of the schema, with its attributes. */
export interface SourceMark {
  readonly mark: MarkName;
  readonly attrs?: Readonly<Record<string, unknown>>;
}

/** What the source itself says a paragraph is: a style of ours, an outline level, a place in a header. */
export interface SourceShape {
  readonly role?: Role;
  readonly level?: number;
  readonly runIn?: boolean;
  readonly align?: 'left' | 'center' | 'right';
}

/** A reference of ours as a file holds it. The file of another program may have lost how it is written, and what was computed for it. */
export interface SourceReference {
  /** The anchor of the paragraph it points to. */
  readonly target: string;
  readonly form: ReferenceForm | null;
  /** Its words when the file was written: where the text still says them, nobody has changed it by hand. */
  readonly written: string | null;
}

/** What makes a paragraph one that is pointed to: its own anchor, and on an 附件说明 that of its annex. */
export interface SourceAnchors {
  readonly anchor?: string;
  readonly annex?: string;
}

/** Text a revision has deleted; it stands before the character at `at` of the text, which is written without it. */
export interface DeletedText {
  readonly at: number;
  readonly text: string;
  readonly marks: readonly SourceMark[];
  /** An inline number of ours (一是, ①). */
  readonly isMarker?: boolean;
  readonly reference?: SourceReference;
}

/** A picture in the text; it stands before the character at `at`. */
export interface PlacedImage {
  readonly at: number;
  readonly image: SourceImage;
  readonly marks: readonly SourceMark[];
}

/** Attributes of an `image` node: lengths in twips. */
export interface SourceImage {
  readonly source: string;
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** A deleted end of a paragraph: what stands before it was a paragraph of its own, of this shape. */
export interface DeletedEnd extends SourceAnchors {
  readonly at: number;
  readonly end: SourceShape;
  readonly tc: ParagraphChange;
  readonly commentIds?: readonly string[];
}

/** A footnote that stands before the character at `at` of the text, which is written without it; its paragraphs are lines. */
export interface SourceFootnote {
  readonly at: number;
  readonly footnote: string;
  readonly marks: readonly SourceMark[];
}

/** What a Word file tells of a paragraph beside its text, which is written as it reads with every change accepted. */
export interface SourceDetail extends SourceAnchors {
  /** Character formats, insertions and anchors of comments, as [start, end) in `text`. */
  readonly formats?: readonly (SourceMark & { readonly span: Span })[];
  /** References of ours, as [start, end) in `text`. */
  readonly references?: readonly (SourceReference & { readonly span: Span })[];
  /** What stands in it beside the text, in order: what is deleted, footnotes, pictures. */
  readonly deleted?: readonly (DeletedText | DeletedEnd | SourceFootnote | PlacedImage)[];
  /** What was changed about the paragraph and its end. */
  readonly tc?: ParagraphChange;
  /** Comments on the paragraph that no text of it is the anchor of. */
  readonly commentIds?: readonly string[];
}

/** A line of a text, or a paragraph of a Word file. */
export interface SourceLine extends SourceShape, SourceDetail {
  readonly kind: 'line';
  readonly text: string;
  readonly span?: Span;
  /** True when the source is known to be whole paragraphs, so that lines are not joined. */
  readonly whole?: boolean;
  readonly landscape?: boolean;
  /** Its role is no more than what a style or an outline level of another program hints at. */
  readonly hinted?: true;
  /** Where inline numbers of ours (一是, ①) stand, as [start, end) in `text`. */
  readonly markers?: readonly Span[];
}

export interface SourceCell {
  readonly paragraphs: readonly string[];
  /** Beside each paragraph; absent where there is nothing to tell. */
  readonly details?: readonly (SourceDetail & Pick<SourceShape, 'align'>)[];
  readonly colspan: number;
  readonly rowspan: number;
}

export interface SourceTable {
  readonly kind: 'table';
  readonly rows: readonly (readonly SourceCell[])[];
  readonly headerRows: number;
  /** Column widths in twips, when the source has them. */
  readonly widths?: readonly number[];
  /** Rows that were inserted or deleted; absent where none was. */
  readonly rowChanges?: readonly (RowChange | null)[];
  /** 续表 stands above its further pages: a file of ours says so. */
  readonly isContinued?: boolean;
  readonly span?: Span;
}

export type SourceBlock = SourceLine | SourceTable;

/** What a Word file holds that a document cannot, or not as it stood there. */
export const WORD_PARTS = [
  'image', 'floatingImage', 'object', 'formula', 'ruby', 'symbol', 'hiddenText', 'placeholder', 'pageField', 'contents', 'emptyField', 'header', 'footer', 'pageNumber',
  'footnote', 'endnote', 'noteChange', 'noteFormat', 'nestedTable', 'move', 'formatChange', 'layoutChange', 'cellChange', 'commentAside', 'chart', 'insertedFile', 'bullet', 'watermark', 'strike', 'deleted',
] as const;
export type WordPart = (typeof WORD_PARTS)[number];

/** One of them, with its text where it has some, and the words it stands at. */
export interface WordNote {
  readonly what: WordPart;
  readonly text: string;
  readonly near: string;
}

/** What was read of a Word file. */
export interface WordSource {
  /** The text as it reads with all changes accepted, each block with the changes that are open in it. */
  readonly blocks: readonly SourceBlock[];
  readonly comments: readonly DocumentComment[];
  readonly notes: readonly WordNote[];
  /** The bytes of its pictures. */
  readonly images?: CarriedImages;
  /** What a file of ours says of the 编号方式 of its parts. */
  readonly numbering?: readonly SaidNumbering[];
}
