import type { Editor } from '@tiptap/core';
import { useEffect, useRef, useState } from 'react';
import type { Node } from '@tiptap/pm/model';
import type { Layout, LayoutEngine } from '#core/layout/layout-document.ts';
import type { OwnFonts } from '#core/layout/metrics.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { numberingFor } from '../behaviour/labels.ts';
import { useOwnFonts } from '../../page/own-fonts.ts';
import { createWindowEngine } from '../../page/window-engine.ts';

/** The pages of a draft, and the document they are pages of. */
export interface LaidOut {
  readonly layout: Layout;
  readonly doc: Node;
}

/** Pages that are looked at follow the keys after this pause, others when a stretch of writing ends; a layout that takes longer waits as many times longer. */
const PAUSE_MS = 120;
const UNWATCHED_PAUSE_MS = 300;
const DEAR_MS = 12;
/** Beyond this a document is laid out only while its pages are looked at (about 700 pages). */
const MOST_UNASKED = 400_000;

/** The document on pages, in the pauses of writing; null until the first layout. `isWatched` while somebody looks at the pages. */
export function useLayout(editor: Editor, styles: ResolvedStyles, isWatched: boolean): LaidOut | null {
  const [laid, setLaid] = useState<LaidOut | null>(null);
  const own = useOwnFonts();
  const engine = useRef<{ readonly own: OwnFonts; readonly made: Promise<LayoutEngine> } | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let idle: number | undefined;
    let isOver = false;
    let cost = 0;
    let last: Node | null = null;
    const lay = async (): Promise<void> => {
      if (engine.current?.own !== own) engine.current = { own, made: createWindowEngine(own) };
      // The host is away: the next key asks again.
      const made = await engine.current.made.catch(() => (engine.current = null));
      if (!made || isOver || editor.isDestroyed) return;
      const { doc } = editor.state;
      if (doc === last || (!isWatched && doc.content.size > MOST_UNASKED)) return;
      const start = performance.now();
      const layout = made.layout(doc, styles, { numbering: numberingFor(doc) });
      cost = performance.now() - start;
      last = doc;
      setLaid({ layout, doc });
    };
    const plan = (wait: number): void => {
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
      timer = setTimeout(() => {
        idle = requestIdleCallback(() => void lay(), { timeout: 1000 });
      }, wait);
    };
    const listen = ({ transaction }: { readonly transaction: { readonly docChanged: boolean } }): void => {
      if (transaction.docChanged) plan((isWatched ? PAUSE_MS : UNWATCHED_PAUSE_MS) * Math.max(1, Math.min(cost / DEAR_MS, 12)));
    };
    plan(0);
    editor.on('transaction', listen);
    return () => {
      isOver = true;
      clearTimeout(timer);
      if (idle !== undefined) cancelIdleCallback(idle);
      editor.off('transaction', listen);
    };
  }, [editor, styles, isWatched, own]);
  return laid;
}
