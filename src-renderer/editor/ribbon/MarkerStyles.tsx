import { MARKER_STYLES, markerLabel } from '#core/document/numbering.ts';
import type { MarkerStyle } from '#core/document/numbering.ts';

/** The five ways an inline number is written, side by side; the one in use is marked. */
export function MarkerStyles({ current, onChoose }: { readonly current: MarkerStyle; readonly onChoose: (style: MarkerStyle) => void }) {
  return (
    <div className="marker-styles" role="group" aria-label="整组改为">
      {MARKER_STYLES.map((style) => (
        <button
          key={style} type="button" role="menuitemradio" aria-checked={style === current} aria-label={`整组改为${markerLabel(style, 1)}${markerLabel(style, 2)}`}
          className={style === current ? 'on' : undefined} onMouseDown={(event) => event.preventDefault()} onClick={() => onChoose(style)}
        >
          {markerLabel(style, 1)}
        </button>
      ))}
    </div>
  );
}
