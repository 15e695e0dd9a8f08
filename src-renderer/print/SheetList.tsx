import { useEffect, useRef } from 'react';
import type { PageFrame } from '#core/layout/frames.ts';
import { PageSheet } from '../page/PageSheet.tsx';
import { useView } from '../ui/use-view.ts';
import type { ShownSide } from './sheet-rows.ts';

const GAP = 20;
const CAPTION = 24;
const A4 = { width: 595.3, height: 841.9 };
/** Pixels of a point at which a page is as large as it needs to be. */
const LARGEST = 1.6;

interface SheetListProps {
  readonly rows: readonly (readonly ShownSide[])[];
  readonly columns: 1 | 2;
  readonly frame: (side: ShownSide['side']) => PageFrame;
  /** A page to bring into sight; `asked` counts how often. */
  readonly wanted: { readonly page: number; readonly asked: number } | null;
}

/** The pages as they will come out of the printer; only rows in sight are painted. */
export function SheetList({ rows, columns, frame, wanted }: SheetListProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useView(box, { top: 0, width: 800, height: 600 });
  const across = (view.width - (columns + 1) * GAP) / columns / A4.width;
  // Two at a time are there to be seen whole, one to be read.
  const whole = columns === 2 ? (view.height - CAPTION - 2 * GAP) / A4.height : LARGEST;
  const scale = Math.max(0.2, Math.min(LARGEST, across, whole));
  const height = A4.height * scale + CAPTION + GAP;
  const first = Math.max(0, Math.floor((view.top - view.height / 2) / height));
  const last = Math.min(rows.length - 1, Math.ceil((view.top + view.height * 1.5) / height));
  const row = wanted === null ? -1 : rows.findIndex((sides) => sides.some(({ side }) => side.page === wanted.page));
  useEffect(() => {
    if (row >= 0) box.current!.scrollTo({ top: row * height });
    // Asked for once; a change of size must not bring it back.
  }, [row, wanted]); // eslint-disable-line react-hooks/exhaustive-deps
  const inner = columns * A4.width * scale + (columns - 1) * GAP;
  return (
    <div className="sheet-list" ref={box} tabIndex={0} role="group" aria-label="印出来的样子">
      <div style={{ position: 'relative', height: rows.length * height + GAP }}>
        {rows.slice(first, last + 1).map((sides, index) => (
          <div key={first + index} className="sheet-row" style={{ top: (first + index) * height + GAP, width: inner, gap: GAP }}>
            {sides.map(({ side, caption }) => (
              <figure key={`${side.copy} ${side.page ?? caption}`}>
                <Paper frame={frame(side)} scale={scale} isBlank={side.page === null} />
                <figcaption className="small">{caption}</figcaption>
              </figure>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

/** A page on upright paper: a landscape one is turned, the head of its table at the left (8). */
function Paper({ frame, scale, isBlank }: { readonly frame: PageFrame; readonly scale: number; readonly isBlank: boolean }) {
  const isTurned = frame.width > frame.height;
  return (
    <div className={isBlank ? 'sheet-paper is-blank' : 'sheet-paper'} style={{ width: A4.width * scale, height: A4.height * scale }}>
      {isBlank ? null : isTurned ? (
        <div style={{ transform: `rotate(-90deg) translateX(${-(frame.width / 1000) * scale}px)`, transformOrigin: '0 0', width: (frame.width / 1000) * scale }}><PageSheet frame={frame} scale={scale} /></div>
      ) : <PageSheet frame={frame} scale={scale} />}
    </div>
  );
}
