import { useMemo } from 'react';
import { resolveStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';
import { PaperView } from '../page/PaperView.tsx';
import type { DocumentNode } from '../page/PaperView.tsx';
import './thumbnail.css';

/** Blocks a first page can hold. */
const PAGE_BLOCKS = 24;

interface PageThumbnailProps {
  readonly doc: DocumentNode | null;
  /** Whose look it has; null for the common format. */
  readonly template: Template | null;
  /** Pixels. */
  readonly width: number;
}

/** Page one as it really looks, small; white paper until it is there. */
export function PageThumbnail({ doc, template, width }: PageThumbnailProps) {
  const scale = width / 210;
  const styles = useMemo(() => resolveStyles(template), [template]);
  return (
    <div className="thumbnail" style={{ width: width + 2, height: Math.round(scale * 297) + 2 }} aria-hidden="true">
      {doc && <PaperView doc={doc} styles={styles} scale={scale} cut most={PAGE_BLOCKS} />}
    </div>
  );
}
