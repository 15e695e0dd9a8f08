import type { Node } from 'prosemirror-model';
import { changeOf, isRev } from '#core/document/revisions.ts';
import type { Layer, Rev, RowChange } from '#core/document/revisions.ts';
import { runProperties } from '../properties.ts';
import type { ParagraphProperties, RunProperties } from '../properties.ts';
import { w3cTime } from '../package/document-properties.ts';
import { xml } from '../xml.ts';
import type { Xml, XmlChild } from '../xml.ts';
import type { Writing } from './writing.ts';

// Changes stay changes: w:ins, w:del, w:rPrChange, w:pPrChange with who and when (ECMA-376 17.13.5).

/** An element of revision. A change whose origin is not known stands for the exporting person. */
export function change(writing: Writing, name: string, rev: unknown, ...content: XmlChild[]): Xml {
  const known: Rev | null = isRev(rev) ? rev : null;
  const date = known ? (known.t === null ? undefined : w3cTime(new Date(known.t * 60_000))) : writing.time;
  return xml(name, { 'w:id': writing.nextId(), 'w:author': known ? known.a : writing.author, 'w:date': date }, ...content);
}

const markNamed = (node: Node, name: string): { readonly rev?: unknown; readonly layers?: unknown } | undefined => node.marks.find((mark) => mark.type.name === name)?.attrs;

/** A run within its insertion and deletion; deleted text has an element of its own. */
export function trackedRun(writing: Writing, node: Node, written: Xml): Xml {
  const [ins, del] = [markNamed(node, 'ins'), markNamed(node, 'del')];
  const deleted = del ? change(writing, 'w:del', del.rev, asDeleted(written)) : written;
  return ins ? change(writing, 'w:ins', ins.rev, deleted) : deleted;
}

const asDeleted = (node: Xml): Xml => ({
  ...node,
  name: node.name === 'w:t' ? 'w:delText' : node.name === 'w:instrText' ? 'w:delInstrText' : node.name,
  children: node.children.map((child) => (typeof child === 'string' ? child : asDeleted(child))),
});

/** w:rPrChange: how the run looked before its `fmt` mark; null without one. */
export function formatChange(writing: Writing, node: Node, now: RunProperties): Xml | null {
  const layers = markNamed(node, 'fmt')?.layers as Readonly<Record<string, readonly Layer[]>> | undefined;
  const [first] = Object.values(layers ?? {});
  if (!layers || !first?.[0]) return null;
  const was = (name: string): boolean | undefined => layers[name]?.[0]?.from as boolean | undefined;
  const raised = was('superscript') ?? now.position === 'superscript';
  const lowered = was('subscript') ?? now.position === 'subscript';
  const before = runProperties({ ...now, eastAsian: true, bold: (was('bold') ?? now.bold) || undefined, underline: was('underline') ?? now.underline, position: raised ? 'superscript' : lowered ? 'subscript' : undefined });
  return change(writing, 'w:rPrChange', first.at(-1)!.rev, before ?? xml('w:rPr'));
}

/** What a paragraph's `tc` adds to its properties; `before` writes the properties it had for the attributes it had. */
export function paragraphChange(writing: Writing, para: Node, before: (attrs: Readonly<Record<string, unknown>>) => Xml | null): Pick<ParagraphProperties, 'markChange' | 'formerly'> {
  const { ins, del, pPr } = changeOf(para);
  const mark = [ins && change(writing, 'w:ins', ins), del && change(writing, 'w:del', del)].filter((each): each is Xml => each !== undefined);
  const layers = Object.entries(pPr ?? {}).filter(([, stack]) => stack.length > 0);
  const rev = layers[0]?.[1].at(-1)?.rev;
  return {
    ...(mark.length > 0 ? { markChange: mark } : {}),
    ...(layers.length > 0 ? { formerly: change(writing, 'w:pPrChange', rev, before({ ...para.attrs, ...Object.fromEntries(layers.map(([name, stack]) => [name, stack[0]!.from])) }) ?? xml('w:pPr')) } : {}),
  };
}

/** The last children of w:trPr. */
export function rowChanges(writing: Writing, row: Node): Xml[] {
  const { ins, del } = (row.attrs.tc as RowChange | null) ?? {};
  return [...(ins ? [change(writing, 'w:ins', ins)] : []), ...(del ? [change(writing, 'w:del', del)] : [])];
}
