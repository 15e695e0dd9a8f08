import { memo, useMemo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { breakTitle } from '#core/document/break-title.ts';
import { goesOn, leadLength } from '#core/document/elements.ts';
import { numberDocument } from '#core/document/numbering.ts';
import type { Numbering } from '#core/document/numbering.ts';
import { mapTable } from '#core/document/table-map.ts';
import { isNumberCell, numberColumns } from '#core/document/table/number-cells.ts';
import type { DocumentFile } from '#core/document/document-file.ts';
import { styleKey } from '#core/template/styles.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { PaperImage } from './PaperImage.tsx';
import { paperClass } from './paper-class.ts';
import { placements } from './placement.ts';
import type { Declarations } from './placement.ts';
import './page.css';

/** A ProseMirror node of the core schema; the core's files name its type. */
export type DocumentNode = Parameters<typeof numberDocument>[0];
export type { DocumentFile };

/** A piece of a paragraph that one field of the template filled, or should have. */
export interface FieldPiece {
  readonly text: string;
  /** Field id; null for the template's own words. */
  readonly field: string | null;
  readonly state: 'filled' | 'blank' | 'missing';
}

interface PaperViewProps {
  readonly doc: DocumentNode;
  readonly styles: ResolvedStyles;
  /** Pixels of one millimetre. */
  readonly scale: number;
  /** The pieces of the paragraph at `index` of the document, when its fields are to be shown. */
  readonly pieces?: (slot: string, nth: number) => readonly FieldPiece[] | undefined;
  /** Field whose places are framed now. */
  readonly linked?: string | null;
  readonly onField?: (field: string) => void;
  /** Words shown in the empty paragraph of a slot; they are not part of the document. */
  readonly ghosts?: Readonly<Record<string, string>>;
  /** A class for the block at `index`; each block then says in `data-block` which it is. */
  readonly classOf?: (block: number) => string | undefined;
  readonly className?: string;
  /** Only these blocks of a long document are drawn: from the one up to the other. */
  readonly from?: number;
  readonly to?: number;
}

/** A document as its paper looks, for reading: flowing, not broken into pages. */
export const PaperView = memo(function PaperView({ doc, styles, scale, pieces, linked, onField, ghosts, classOf, className, from = 0, to = Infinity }: PaperViewProps) {
  const numbering = useMemo(() => numberDocument(doc), [doc]);
  const places = useMemo(() => placements(doc, styles), [doc, styles]);
  const blocks: ReactNode[] = [];
  const seen = new Map<string, number>();
  doc.forEach((block, pos, index) => {
    const isDrawn = index >= from && index < to;
    if (block.type.name === 'table') {
      if (isDrawn) blocks.push(<PaperTable key={index} table={block} pos={pos} numbering={numbering} block={classOf && { index, name: classOf(index) }} />);
    } else {
      const slot = block.attrs.slot as string | null;
      const nth = slot === null ? 0 : (seen.get(slot) ?? 0);
      if (slot !== null) seen.set(slot, nth + 1);
      if (!isDrawn) return;
      const parts = slot === null ? undefined : pieces?.(slot, nth);
      blocks.push(<PaperParagraph key={index} para={block} pos={pos} numbering={numbering} place={places.get(pos)} pieces={parts} linked={linked ?? null} onField={onField} ghost={slot === null ? undefined : ghosts?.[slot]} block={classOf && { index, name: classOf(index) }} />);
    }
  });
  const names = ['paper', 'paper-view', paperClass(styles), className ?? ''].filter(Boolean).join(' ');
  const variables = { '--u': `${scale}px` } as CSSProperties;
  return (
    <div className={names} style={variables}>
      <div className="paper-body">{blocks}</div>
      {styles.format === 'letter' && <div className="paper-foot-rule" />}
    </div>
  );
});

interface ParagraphProps {
  readonly para: DocumentNode;
  readonly pos: number;
  readonly numbering: Numbering;
  readonly cell?: 'tableHead' | 'tableCell';
  /** What its neighbours change about it (placement.ts). */
  readonly place?: Declarations | undefined;
  readonly pieces?: readonly FieldPiece[] | undefined;
  readonly linked?: string | null;
  readonly onField?: ((field: string) => void) | undefined;
  readonly ghost?: string | undefined;
  readonly block?: BlockMark | undefined;
}

/** Which block of the document this is, and how it is told from others. */
interface BlockMark {
  readonly index: number;
  readonly name: string | undefined;
}

function PaperParagraph({ para, pos, numbering, cell, place, pieces, linked, onField, ghost, block }: ParagraphProps) {
  const { role, level, runIn, align } = para.attrs as { role: string; level: number; runIn: boolean; align: CSSProperties['textAlign'] | null };
  const key = cell ?? styleKey(role, level);
  const style: Record<string, string> = asReact(place);
  if (align) style.textAlign = align;
  const content = pieces && pieces.map((piece) => piece.text).join('') === para.textContent
    ? paintPieces(pieces, TITLES.has(role) ? breakTitle(para.textContent) : [], linked ?? null, onField)
    : TITLES.has(role) && isPlain(para) ? paintLines(breakTitle(para.textContent)) : paintInline(para, pos, numbering);
  return (
    <p className={['p', `p-${key}`, goesOn(para) && 'goes-on', block?.name].filter(Boolean).join(' ')} data-block={block?.index} data-run-in={runIn || undefined} data-label={numbering.paragraphs.get(pos)?.text} style={style as CSSProperties}>
      {content.length > 0 ? content : ghost ? <span className="ghost">{ghost}</span> : <br />}
    </p>
  );
}

/** margin-top → marginTop; variables stay as they are. */
const asReact = (place: Declarations | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(place ?? {}).map(([name, value]) => [name.startsWith('--') ? name : name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), value]));

const TITLES = new Set(['title', 'annex', 'embedded']);

/** True for one run of text without marks or breaks: its lines are then ours to choose. */
const isPlain = (para: DocumentNode): boolean => para.childCount === 1 && para.firstChild!.isText && para.firstChild!.marks.length === 0;

const paintLines = (lines: readonly string[]): ReactNode[] => lines.flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]));

function paintPieces(pieces: readonly FieldPiece[], lines: readonly string[], linked: string | null, onField: ((field: string) => void) | undefined): ReactNode[] {
  // Where a title's lines end, counted in characters from its start.
  const ends = new Set(lines.slice(0, -1).map((_, index) => lines.slice(0, index + 1).join('').length));
  let at = 0;
  return pieces.map((piece, index) => {
    const text = cutAt(piece.text, at, ends);
    at += piece.text.length;
    if (piece.field === null) return <span key={index}>{text}</span>;
    const { field } = piece;
    const names = ['field-piece', piece.state, field === linked ? 'linked' : ''].filter(Boolean).join(' ');
    return <span key={index} className={names} data-field={field} onClick={onField && (() => onField(field))}>{text}</span>;
  });
}

function cutAt(text: string, from: number, ends: ReadonlySet<number>): ReactNode[] {
  const parts: ReactNode[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i++) {
    if (!ends.has(from + i)) continue;
    parts.push(text.slice(start, i), <br key={i} />);
    start = i;
  }
  return [...parts, text.slice(start)];
}

const LEAD = 'run-in-lead';

function paintInline(para: DocumentNode, pos: number, numbering: Numbering): ReactNode[] {
  const painted: ReactNode[] = [];
  const lead = goesOn(para) ? leadLength(para) : 0;
  para.forEach((child, offset, index) => {
    if (child.type.name === 'lineBreak') painted.push(<br key={index} />);
    else if (child.type.name === 'image') painted.push(<PaperImage key={index} {...(child.attrs as { source: string; width: number; height: number; alt: string })} />);
    else if (child.type.name === 'marker') painted.push(offset < lead ? <span key={index} className={LEAD}>{numbering.markers.get(pos + 1 + offset)?.text}</span> : (numbering.markers.get(pos + 1 + offset)?.text ?? ''));
    else if (child.type.name === 'footnote') painted.push(<sup key={index} className={offset < lead ? LEAD : undefined} title={String(child.attrs.text)}>{numbering.footnotes.get(pos + 1 + offset)?.text}</sup>);
    else if (child.type.name === 'reference') painted.push(<span key={index} className={offset < lead ? LEAD : undefined}>{numbering.references.get(pos + 1 + offset)?.text}</span>);
    else if (child.isText) {
      const text = child.text ?? '';
      const inLead = Math.min(Math.max(lead - offset, 0), text.length);
      const marks = child.marks.map((mark) => mark.type.name);
      if (inLead > 0) painted.push(<span key={`${index}a`} className={LEAD}>{dress(text.slice(0, inLead), marks, index)}</span>);
      if (inLead < text.length) painted.push(dress(text.slice(inLead), marks, `${index}b`));
    }
  });
  return painted;
}

function dress(text: string, marks: readonly string[], key: string | number): ReactNode {
  if (marks.length === 0) return text;
  const names = marks.filter((mark) => mark === 'bold' || mark === 'underline').map((mark) => `mark-${mark}`);
  const Tag = marks.includes('superscript') ? 'sup' : marks.includes('subscript') ? 'sub' : 'span';
  const dressed = <Tag key={key} className={names.join(' ')}>{text}</Tag>;
  // What a change has deleted does not read as text that stands.
  if (marks.includes('del')) return <del key={key}>{dressed}</del>;
  return marks.includes('ins') ? <ins key={key}>{dressed}</ins> : dressed;
}

function PaperTable({ table, pos, numbering, block }: { readonly table: DocumentNode; readonly pos: number; readonly numbering: Numbering; readonly block: BlockMark | undefined }) {
  const widths: (number | undefined)[] = [];
  table.firstChild?.forEach((cell) => {
    const { colspan, colwidth } = cell.attrs as { colspan: number; colwidth: readonly number[] | null };
    for (let i = 0; i < colspan; i++) widths.push(colwidth?.[i]);
  });
  const total = widths.reduce<number>((sum, width) => sum + (width ?? 0), 0);
  const { cells: placed } = mapTable(table);
  const columns = numberColumns(table, placed);
  const numbers = new Set(placed.filter((cell) => columns.has(cell.column) && isNumberCell(cell)).map(({ node }) => node));
  const rows: ReactNode[] = [];
  table.forEach((row, rowOffset, rowIndex) => {
    const cells: ReactNode[] = [];
    row.forEach((cell, cellOffset, cellIndex) => {
      const { colspan, rowspan, align } = cell.attrs as { colspan: number; rowspan: number; align: CSSProperties['textAlign'] | null };
      const paras: ReactNode[] = [];
      cell.forEach((para, offset, index) => paras.push(
        <PaperParagraph key={index} para={para} pos={pos + 1 + rowOffset + 1 + cellOffset + 1 + offset} numbering={numbering} cell={row.attrs.header ? 'tableHead' : 'tableCell'} />,
      ));
      cells.push(<td key={cellIndex} colSpan={colspan} rowSpan={rowspan} style={align || numbers.has(cell) ? { textAlign: align ?? 'center' } : undefined}>{paras}</td>);
    });
    rows.push(<tr key={rowIndex}>{cells}</tr>);
  });
  return (
    <table className={block?.name} data-block={block?.index}>
      <colgroup>{widths.map((width, index) => <col key={index} style={width && total > 0 ? { width: `${(width / total) * 100}%` } : undefined} />)}</colgroup>
      <tbody>{rows}</tbody>
    </table>
  );
}
