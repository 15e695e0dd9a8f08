import { useLayoutEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { createPortal } from 'react-dom';
import './office.css';

/** A place in the window, in its pixels. */
export interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

interface HitListProps {
  readonly id: string;
  readonly label: string;
  readonly anchor: Anchor;
  readonly width: number;
  readonly rows: readonly { readonly key: string; readonly row: ReactNode }[];
  readonly at: number;
  readonly foot?: ReactNode;
  /** Shown when there is no row. */
  readonly empty?: ReactNode;
  readonly onAt: (index: number) => void;
  readonly onChoose: (index: number) => void;
}

const GAP = 4;

/** A list of hits below its anchor, above it where there is no room. It never takes the focus: keys stay where the typing is. */
export function HitList({ id, label, anchor, width, rows, at, foot, empty, onAt, onChoose }: HitListProps) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ left: anchor.left, top: anchor.bottom + GAP });
  useLayoutEffect(() => {
    const height = box.current!.offsetHeight;
    const isBelow = anchor.bottom + GAP + height <= innerHeight || anchor.top < innerHeight - anchor.bottom;
    setPlace({ left: Math.max(8, Math.min(anchor.left, innerWidth - width - 8)), top: isBelow ? anchor.bottom + GAP : anchor.top - GAP - height });
  }, [anchor.left, anchor.top, anchor.bottom, width, rows.length]);
  useLayoutEffect(() => {
    // In braces: newer browsers answer with a promise, which React would take for a cleanup.
    box.current!.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return createPortal(
    <div ref={box} className="hit-list" style={{ ...place, width }} onMouseDown={(event) => event.preventDefault()}>
      {rows.length === 0 && <p className="hit-none">{empty}</p>}
      <ul id={id} role="listbox" aria-label={label}>
        {rows.map(({ key, row }, index) => (
          <li key={key} id={`${id}-${index}`} role="option" aria-selected={index === at} className={index === at ? 'hit on' : 'hit'} onMouseMove={() => onAt(index)} onClick={() => onChoose(index)}>{row}</li>
        ))}
      </ul>
      {foot && <div className="hit-foot">{foot}</div>}
    </div>,
    document.body,
  );
}
