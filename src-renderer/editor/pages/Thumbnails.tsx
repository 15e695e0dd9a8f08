import type { Editor } from '@tiptap/core';
import type { CaretPlace } from '#core/layout/find-place.ts';
import { goToPlace } from './go-to-place.ts';
import { PageList } from './PageList.tsx';
import type { LaidOut } from './use-layout.ts';
import './pages.css';

/** Pixels of a point: pages a little over a hundred pixels wide. */
const SCALE = 0.22;

/** 页面: every page small, beside the outline; a click goes there. */
export function Thumbnails({ editor, laid, caret }: { readonly editor: Editor; readonly laid: LaidOut | null; readonly caret: CaretPlace | null }) {
  if (!laid) return <p className="outline-empty">正在排版…</p>;
  return <PageList layout={laid.layout} scale={SCALE} gap={24} caret={caret} label="页面缩略图" showsNumbers onPlace={(page, x, y) => goToPlace(editor, laid, page, x, y)} />;
}
