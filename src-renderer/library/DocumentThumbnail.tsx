import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentSummary } from '#core/contract/model.ts';
import type { DocumentNode } from '../page/PaperView.tsx';
import { PageThumbnail } from './PageThumbnail.tsx';
import { usePreview } from './previews.ts';
import { useWorkplace } from './workplace.tsx';

interface DocumentThumbnailProps {
  readonly summary: DocumentSummary;
  readonly width: number;
  /** What to show beside the picture once the document is there. */
  readonly children?: (doc: DocumentNode | null) => ReactNode;
}

/** Page one of a document of the library, asked for only when it comes into view. */
export function DocumentThumbnail({ summary, width, children }: DocumentThumbnailProps) {
  const { host, templates } = useWorkplace();
  const place = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setVisible(true));
    watcher.observe(place.current!);
    return () => watcher.disconnect();
  }, []);
  const doc = usePreview(host, visible ? summary : null);
  return (
    <>
      <div ref={place}><PageThumbnail doc={doc} templates={templates} width={width} /></div>
      {children?.(doc)}
    </>
  );
}
