import { useCallback, useEffect, useRef, useState } from 'react';
import type { RecognisedElement } from '#core/intake/recognition.ts';
import { PaperView } from '../page/PaperView.tsx';
import { groupOf } from './element-groups.ts';
import { markBlock } from './mark-block.ts';
import { useStretch } from './use-stretch.ts';

interface ResultPaperProps {
  readonly doc: Parameters<typeof PaperView>[0]['doc'];
  readonly styles: Parameters<typeof PaperView>[0]['styles'];
  readonly elements: readonly RecognisedElement[];
  readonly isTinted: boolean;
  readonly selected: number | null;
  readonly onSelect: (block: number | null) => void;
}

/** The document a source becomes, as wide as its pane, its elements in the colours of the source beside it. */
export function ResultPaper({ doc, styles, elements, isTinted, selected, onSelect }: ResultPaperProps) {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(2);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setScale(Math.min(3.4, Math.max(1.4, (entry!.contentRect.width - 48) / 210))));
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, []);
  const { from, to, onScroll } = useStretch(doc.childCount, selected);
  const marked = useRef<unknown>(null);
  useEffect(() => {
    if (box.current) markBlock(box.current, selected, marked.current !== selected);
    marked.current = selected;
  }, [selected, doc, scale, from, to]);
  const classOf = useCallback((block: number) => {
    const element = elements[block];
    return element && `is-${groupOf(element.role, element.level)}`;
  }, [elements]);
  return (
    <div
      className={isTinted ? 'import-desk tinted' : 'import-desk'} ref={box} tabIndex={0} aria-label="成稿纸面" onScroll={onScroll}
      onClick={(event) => {
        const block = (event.target as Element).closest<HTMLElement>('[data-block]')?.dataset['block'];
        onSelect(block === undefined ? null : Number(block));
      }}
    >
      <PaperView doc={doc} styles={styles} scale={scale} className="lift" classOf={classOf} from={from} to={to} />
    </div>
  );
}
