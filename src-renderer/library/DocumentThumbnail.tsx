import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { DocumentSummary } from '#core/contract/model.ts';
import { PageThumbnail } from './PageThumbnail.tsx';
import { usePreview } from './previews.ts';
import type { Preview } from './previews.ts';
import { useWorkplace } from './workplace.tsx';

interface DocumentThumbnailProps {
  readonly summary: DocumentSummary;
  readonly width: number;
  /** What to show beside the picture once the document is there. */
  readonly children?: (preview: Preview | null) => ReactNode;
}

/** Page one of a document of the library, asked for only when it comes into view. */
export function DocumentThumbnail({ summary, width, children }: DocumentThumbnailProps) {
  const { host } = useWorkplace();
  const place = useRef<HTMLDivElement>(null);
  const [visible, setVisible] = useState(false);
  useEffect(() => {
    const watcher = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setVisible(true));
    watcher.observe(place.current!);
    return () => watcher.disconnect();
  }, []);
  const preview = usePreview(host, visible ? summary : null);
  return (
    <>
      <div ref={place}><PageThumbnail doc={preview?.doc ?? null} template={preview?.template ?? null} width={width} /></div>
      {children?.(preview)}
    </>
  );
}
