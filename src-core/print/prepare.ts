import type { Node } from 'prosemirror-model';
import { documentTitle, findParagraphs, textOf } from '../document/elements.ts';
import { numberDocument } from '../document/numbering.ts';
import { acceptAll, hasRevisions } from '../document/revisions.ts';
import type { LayoutDiagnostic, PageFrame } from '../layout/frames.ts';
import type { Layout, LayoutEngine } from '../layout/layout-document.ts';
import type { MetricsPack } from '../layout/metrics.ts';
import type { ResolvedStyles } from '../template/styles.ts';
import { draftForm } from './draft-form.ts';
import { createChangeMarker } from './mark-changes.ts';
import { bearsCopyNumber, printFrame, writeCopyNumber } from './print-frame.ts';
import { planPrintJob } from './print-job.ts';
import type { PlannedJob, PrintSide } from './print-job.ts';
import { sidesOf } from './print-wish.ts';
import type { PrintWish } from './print-wish.ts';
import { proofPage } from './proof.ts';
import { emptyPage } from './set-words.ts';
import { testSheet } from './test-sheet.ts';

/** Who prints, and on which day: 周予安, 二级主任科员, 2026年11月22日. */
export interface PrintedBy {
  readonly name: string;
  readonly post: string;
  readonly day: string;
}

/** A document made ready to be printed. */
export interface Prepared {
  /** Pages of one copy. */
  readonly pages: number;
  readonly job: PlannedJob;
  /** What is on a side; the same object wherever the same is printed. */
  frame(side: PrintSide): PageFrame;
  /** A page that the layout has left empty, so that what follows begins on a front. */
  isEmpty(page: number): boolean;
  /** What is wrong with the pages, to be known before. */
  readonly diagnostics: readonly LayoutDiagnostic[];
  readonly facts: PrintFacts;
}

/** What of a document decides what can be asked for. */
export interface PrintFacts {
  readonly hasChanges: boolean;
  /** The document has a 份号; only then do copies bear one. */
  readonly isNumbered: boolean;
  /** Its number, where it is written. */
  readonly ownNumber: number | null;
  /** It has a red head that could be on the paper already. */
  readonly hasRedHead: boolean;
}

const BLANK = emptyPage(0);

/** A document on the pages that are printed, before it is known how many copies of which of them. */
export interface LaidToPrint {
  readonly doc: Node;
  readonly layout: Layout;
  readonly facts: PrintFacts;
  /** 份号 of the first copy; null where copies bear none or the document's own. */
  readonly firstNumber: number | null;
}

/** What of a wish decides how the pages are laid out: as long as it is the same, so are they. */
export type PageWish = Pick<PrintWish, 'paper' | 'isMarked' | 'firstNumber' | 'partsOnFront' | 'imprintOnBack'> & { readonly isDouble: boolean };

export const pageWish = (wish: PrintWish): PageWish => {
  const isDouble = sidesOf(wish) !== 'one';
  const { paper, isMarked, firstNumber, partsOnFront, imprintOnBack } = wish;
  return { paper, isMarked, firstNumber, isDouble, partsOnFront: isDouble && partsOnFront, imprintOnBack: isDouble && imprintOnBack };
};

/** Document → pages: 清稿 unless its changes are to be shown, with the first 份号, on both sides as asked. */
export function layOutToPrint(engine: LayoutEngine, doc: Node, styles: ResolvedStyles, { paper, isMarked, firstNumber, partsOnFront, imprintOnBack }: PageWish): LaidToPrint {
  const clean = isMarked ? doc : acceptAll(doc);
  const { isNumbered, ownNumber } = copyNumberOf(clean);
  const starts = paper === 'document' && isNumbered ? firstNumber : null;
  const shown = starts === null ? clean : withCopyNumber(clean, writeCopyNumber(starts));
  const layout = engine.layout(shown, styles, { numbering: numberDocument(shown), arePartsOdd: partsOnFront, isImprintEven: imprintOnBack });
  const first = layout.frame(0);
  const hasRedHead = first.rules.some(({ color }) => color === 'red') || first.lines.some(({ runs }) => runs.some(({ color }) => color === 'red'));
  return { doc: shown, layout, firstNumber: starts, facts: { hasChanges: hasRevisions(doc), isNumbered, ownNumber, hasRedHead } };
}

/** Laid pages + wish → sheets and what is on them. The window shows them, the host writes them: both by this. */
export function prepareToPrint({ metrics }: Pick<LayoutEngine, 'metrics'>, laid: LaidToPrint, wish: PrintWish, by: PrintedBy): Prepared {
  const { layout, firstNumber, facts } = laid;
  const sources = pagesOf(metrics, laid, wish, by);
  const made = new Map<string, PageFrame>();
  return {
    pages: sources.length, facts, diagnostics: layout.diagnostics,
    job: planPrintJob(sources.length, wish),
    isEmpty: (page) => (wish.paper === 'document' || wish.paper === 'proof') && layout.pages[page - 1]?.pieces.length === 0,
    frame({ page, copy }) {
      if (page === null) return BLANK;
      const source = sources.at(page - 1);
      const number = firstNumber !== null && bearsCopyNumber(source) ? writeCopyNumber(firstNumber + copy - 1) : null;
      const key = `${page} ${number}`;
      const frame = made.get(key) ?? (wish.paper === 'document' ? printFrame(source, wish, number) : source);
      made.set(key, frame);
      return frame;
    },
  };
}

interface Sources {
  readonly length: number;
  at(index: number): PageFrame;
}

/** The pages of one copy, each made when it is asked for. */
function pagesOf(metrics: MetricsPack, { layout, doc }: LaidToPrint, wish: PrintWish, by: PrintedBy): Sources {
  const pages = layout.pages.length;
  const fixed = (frames: readonly PageFrame[]): Sources => ({ length: frames.length, at: (index) => frames[index]! });
  switch (wish.paper) {
    case 'test':
      return fixed([testSheet(metrics, wish, layout.frame(0))]);
    case 'form':
      return fixed(draftForm(doc, metrics, { drafter: by.post === '' ? by.name : `${by.name}（${by.post}）`, pages }));
    case 'document':
    case 'proof': {
      const mark = wish.isMarked ? createChangeMarker(doc, metrics) : (frame: PageFrame) => frame;
      const facts = { title: documentTitle(doc), pages, printed: [by.name, by.day].filter((each) => each !== '').join('　') };
      const made: PageFrame[] = [];
      const make = (index: number): PageFrame => (wish.paper === 'proof' ? proofPage(mark(layout.frame(index)), metrics, facts) : mark(layout.frame(index)));
      return { length: pages, at: (index) => (made[index] ??= make(index)) };
    }
  }
}

/** Whether a document has a 份号, and the number that is written there. */
export function copyNumberOf(doc: Node): Pick<PrintFacts, 'isNumbered' | 'ownNumber'> {
  const [found] = findParagraphs(doc, 'copyNumber');
  const digits = found && /\d{1,6}/u.exec(textOf(found.node).normalize('NFKC'))?.[0];
  return { isNumbered: found !== undefined, ownNumber: digits === undefined ? null : Number(digits) };
}

/** The document with another 份号; every page but the first is laid as before. */
function withCopyNumber(doc: Node, number: string): Node {
  const { schema } = doc.type;
  return doc.copy(doc.content.replaceChild(findIndex(doc), schema.nodes.para!.create(doc.child(findIndex(doc)).attrs, schema.text(number))));
}

function findIndex(doc: Node): number {
  return doc.children.findIndex((node) => node.attrs.role === 'copyNumber');
}
