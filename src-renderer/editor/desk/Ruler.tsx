/** Characters in a line of the body (GB/T 9704—2012 5.2.3). */
const CELLS = 28;

/** The 28 cells of a line above the paper, every seventh numbered, the third marked where a paragraph begins. */
export function Ruler() {
  const marks = Array.from({ length: CELLS + 1 }, (_, cell) => cell);
  return (
    <div className="ruler" aria-hidden="true">
      <div className="ruler-paper">
        {marks.map((cell) => <i key={cell} className={cell % 7 === 0 ? 'long' : undefined} style={{ left: `calc(${28 + (cell * 156) / CELLS} * var(--u))` }} />)}
        {[7, 14, 21, 28].map((cell) => <b key={cell} style={{ left: `calc(${28 + (cell * 156) / CELLS} * var(--u))` }}>{cell}</b>)}
      </div>
    </div>
  );
}
