import { useEffect, useState } from 'react';
import type { PageFrame } from '#core/layout/frames.ts';
import type { LayoutEngine } from '#core/layout/layout-document.ts';
import type { OwnFonts } from '#core/layout/metrics.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';
import { useOwnFonts } from './own-fonts.ts';
import { PageSheet } from './PageSheet.tsx';
import type { DocumentNode } from './PaperView.tsx';
import { createWindowEngine } from './window-engine.ts';

interface PageOneProps {
  readonly doc: DocumentNode;
  /** Whose look it has; null for the common format. */
  readonly template: Template | null;
  /** Pixels; the page is as high as its paper is. */
  readonly width: number;
}

/** Page one of a document as it will be printed, laid out when the window has a moment; nothing until then. */
export function PageOne({ doc, template, width }: PageOneProps) {
  const own = useOwnFonts();
  const [frame, setFrame] = useState<PageFrame | null>(() => known(doc, template, own));
  useEffect(() => {
    const laid = known(doc, template, own);
    if (laid) {
      setFrame(laid);
      return;
    }
    let idle: number | undefined;
    let isOver = false;
    void engineOver(own).then((engine) => {
      // A screen of many pictures lays them one by one, so that a click between them is answered.
      if (!isOver) idle = requestIdleCallback(() => setFrame(lay(engine, doc, template, own)), { timeout: 500 });
    }, () => undefined); // The host is away, and says so itself: the paper stays white.
    return () => {
      isOver = true;
      if (idle !== undefined) cancelIdleCallback(idle);
    };
  }, [doc, template, own]);
  return frame && <PageSheet frame={frame} scale={width / (frame.width / 1000)} />;
}

interface Laid {
  readonly template: Template | null;
  readonly own: OwnFonts;
  readonly frame: PageFrame;
}

/** Pages that were laid once: whoever comes back to a screen finds its pictures. */
const pages = new WeakMap<DocumentNode, Laid>();
let engine: { readonly own: OwnFonts; readonly made: Promise<LayoutEngine> } | null = null;

function known(doc: DocumentNode, template: Template | null, own: OwnFonts): PageFrame | null {
  const laid = pages.get(doc);
  return laid?.template === template && laid.own === own ? laid.frame : null;
}

function lay(made: LayoutEngine, doc: DocumentNode, template: Template | null, own: OwnFonts): PageFrame {
  const frame = made.layout(doc, resolveStyles(template)).frame(0);
  pages.set(doc, { template, own, frame });
  return frame;
}

/** All pictures share one engine. */
function engineOver(own: OwnFonts): Promise<LayoutEngine> {
  if (engine?.own !== own) {
    const made = createWindowEngine(own);
    made.catch(() => engine?.made === made && (engine = null));
    engine = { own, made };
  }
  return engine.made;
}
