import type { Command, EditorState } from '@tiptap/pm/state';
import type { MarkerStyle } from '#core/document/numbering.ts';
import { restyleSeries, seriesAt } from '#core/document/series.ts';
import type { Series } from '#core/document/series.ts';

/** The series of inline numbers the caret stands in: that of the last number before it in its paragraph, else of the first. */
export function seriesHere(state: EditorState): Series | undefined {
  const { $from } = state.selection;
  if (!$from.parent.isTextblock) return undefined;
  let found: number | null = null;
  $from.parent.forEach((child, offset) => {
    if (child.type.name === 'marker' && (found === null || offset < $from.parentOffset)) found = $from.start() + offset;
  });
  return found === null ? undefined : seriesAt(state.doc, found);
}

/** Writes the series at the caret, or that of the inline number at `pos`, in another style. */
export const restyle = (style: MarkerStyle, pos?: number): Command => (state, dispatch) => {
  const series = pos === undefined ? seriesHere(state) : seriesAt(state.doc, pos);
  if (!series) return false;
  const { tr } = state;
  if (series.style !== style) restyleSeries(tr, series, style);
  if (tr.docChanged) dispatch?.(tr.scrollIntoView());
  return true;
};
