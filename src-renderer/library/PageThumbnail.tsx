import type { Template } from '#core/template/template.ts';
import { PageOne } from '../page/PageOne.tsx';
import type { DocumentNode } from '../page/PaperView.tsx';
import './thumbnail.css';

interface PageThumbnailProps {
  readonly doc: DocumentNode | null;
  /** Whose look it has; null for the common format. */
  readonly template: Template | null;
  /** Pixels. */
  readonly width: number;
}

/** Page one as it will be printed, small; white paper until it is there. */
export function PageThumbnail({ doc, template, width }: PageThumbnailProps) {
  return (
    <div className="thumbnail" style={{ width: width + 2, height: Math.round((width / 210) * 297) + 2 }} aria-hidden="true">
      {doc && <PageOne doc={doc} template={template} width={width} />}
    </div>
  );
}
