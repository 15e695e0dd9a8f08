import { memo, useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import type { MouseEvent } from 'react';
import type { CaretPlace } from '#core/layout/find-place.ts';
import type { MeasuredPlace } from '#core/layout/measure/measurement.ts';
import type { Layout } from '#core/layout/layout-document.ts';
import { PageSheet } from '../../page/PageSheet.tsx';
import { useView } from '../../ui/use-view.ts';
import { pagesBetween, stackPages } from './page-stack.ts';

interface PageListProps {
  readonly layout: Layout;
  /** Pixels of a point. */
  readonly scale: number;
  readonly gap: number;
  readonly caret: CaretPlace | null;
  /** A place to bring into sight and to frame: what was measured there. */
  readonly mark?: MeasuredPlace | null;
  readonly label: string;
  /** Says the number of each page below it, for small pictures. */
  readonly showsNumbers?: boolean;
  /** A click on a page by its index, at a place in 1/1000 pt. */
  readonly onPlace: (page: number, x: number, y: number) => void;
}

/** The pages of a layout below one another; only those in sight are painted. The page with the caret comes into sight when it changes. */
export function PageList({ layout, scale, gap, caret, mark = null, label, showsNumbers = false, onPlace }: PageListProps) {
  const box = useRef<HTMLDivElement>(null);
  const view = useView(box, { top: 0, width: 400, height: 800 });
  const marked = useRef<MeasuredPlace | null>(null);
  const stack = useMemo(() => stackPages(layout, scale, gap), [layout, scale, gap]);
  // Upright pages stand in the middle, also where a landscape one is wider than the pane.
  useLayoutEffect(() => {
    const element = box.current!;
    element.scrollLeft = Math.max(0, (stack.width - element.clientWidth) / 2);
  }, [stack.width]);
  const page = caret?.page ?? null;
  const down = caret === null ? 0 : (caret.y / 1000) * scale;
  useEffect(() => {
    const element = box.current;
    if (page === null || !element || page >= stack.tops.length) return;
    const line = stack.tops[page]! + down;
    if (line >= element.scrollTop + 16 && line <= element.scrollTop + element.clientHeight - 48) return;
    element.scrollTo({ top: showsNumbers ? stack.tops[page]! - element.clientHeight / 3 : Math.max(stack.tops[page]! - gap, line - element.clientHeight / 3) });
  }, [page, down, stack, gap, showsNumbers]);
  useEffect(() => {
    const element = box.current;
    if (!mark || !element || mark === marked.current || mark.page > stack.tops.length) return;
    marked.current = mark;
    element.scrollTo({ top: stack.tops[mark.page - 1]! + mark.y * POINTS_PER_MM * scale - element.clientHeight / 3 });
  }, [mark, stack, scale]);
  const [first, last] = pagesBetween(stack, view.top - view.height / 2, view.top + view.height * 1.5);
  const shown = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const click = (event: MouseEvent<HTMLElement>, index: number): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    onPlace(index, ((event.clientX - left) / scale) * 1000, ((event.clientY - top) / scale) * 1000);
  };
  return (
    <div className="page-list" ref={box} tabIndex={0} role="group" aria-label={label}>
      <div style={{ height: stack.height, minWidth: stack.width, position: 'relative' }}>
        {shown.map((index) => (
          <div
            key={index} className={index === page ? 'page-place is-here' : 'page-place'} onClick={(event) => click(event, index)}
            style={{ top: stack.tops[index]!, width: stack.widths[index]!, height: stack.heights[index]!, marginLeft: -stack.widths[index]! / 2 }}
          >
            <Sheet layout={layout} index={index} scale={scale} />
            {index === page && !showsNumbers && <i className="page-caret" style={{ left: (caret!.x / 1000) * scale, top: down, height: (caret!.height / 1000) * scale }} />}
            {mark && index === mark.page - 1 && !showsNumbers && <i className="page-mark" style={frameOf(mark, scale)} />}
            {showsNumbers && <span className="page-number small">{index + 1}</span>}
          </div>
        ))}
      </div>
    </div>
  );
}

const POINTS_PER_MM = 72 / 25.4;

/** A frame just outside the place, no lower than can be seen. */
function frameOf({ x, y, width, height }: MeasuredPlace, scale: number): { left: number; top: number; width: number; height: number } {
  const pixels = POINTS_PER_MM * scale;
  return { left: x * pixels - 3, top: y * pixels - 3, width: width * pixels + 6, height: height * pixels + 6 };
}

const Sheet = memo(function Sheet({ layout, index, scale }: { readonly layout: Layout; readonly index: number; readonly scale: number }) {
  return <PageSheet frame={layout.frame(index)} scale={scale} />;
});
