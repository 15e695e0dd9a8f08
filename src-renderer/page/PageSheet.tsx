import { memo } from 'react';
import type { CSSProperties } from 'react';
import type { LaidImage } from '#core/layout/fit-image.ts';
import type { CellFrame, LineFrame, PageFrame, RuleFrame, RunFrame, SealFrame } from '#core/layout/frames.ts';
import { isOwnFont } from '#core/layout/metrics.ts';
import type { BundledFontId } from '#core/layout/metrics.ts';
import { useImage } from './images.ts';
import { paintedPieces } from './painted-pieces.ts';
import './page-sheet.css';

const FAMILY: Readonly<Record<BundledFontId, string>> = { fang: 'Niwen Fang', kai: 'Niwen Kai', hei: 'Niwen Hei', song: 'Niwen Song', biao: 'Niwen Biao', latin: 'Niwen Latin', 'latin-bold': 'Niwen Latin' };
const INK: Readonly<Record<'black' | 'red', string>> = { black: '#000', red: '#f00' };
/** A page has sides of paper's own unit, 1/1000 pt; drawn in points. */
const pt = (length: number): number => length / 1000;

/** A page exactly as it is laid out: the same places on screen, on paper and in a PDF. `scale` is pixels of a point. */
export const PageSheet = memo(function PageSheet({ frame, scale }: { readonly frame: PageFrame; readonly scale: number }) {
  const { width, height, lines, rules, cells, seals } = frame;
  return (
    <svg className="page-sheet" width={pt(width) * scale} height={pt(height) * scale} viewBox={`0 0 ${pt(width)} ${pt(height)}`} role="img" aria-label={`第 ${frame.number} 页`}>
      {rules.map((rule, index) => <Rule key={index} rule={rule} />)}
      {cells.map((cell, index) => <Cell key={index} cell={cell} />)}
      {lines.map((line, index) => <Line key={index} line={line} />)}
      {seals.map((seal, index) => <Seal key={index} seal={seal} />)}
    </svg>
  );
});

const Rule = ({ rule: { x, y, width, height, color } }: { readonly rule: RuleFrame }) => <rect x={pt(x)} y={pt(y)} width={pt(width)} height={pt(height)} fill={INK[color]} />;

const Cell = ({ cell: { x, y, width, height, stroke } }: { readonly cell: CellFrame }) => <rect x={pt(x)} y={pt(y)} width={pt(width)} height={pt(height)} fill="none" stroke="#000" strokeWidth={pt(stroke)} />;

/** Where the seal will be put; not printed. */
const Seal = ({ seal: { x, y, radius, box } }: { readonly seal: SealFrame }) =>
  box === null ? <circle className="seal-place" cx={pt(x)} cy={pt(y)} r={pt(radius)} /> : <rect className="seal-place" x={pt(x - radius)} y={pt(y - box / 2)} width={pt(2 * radius)} height={pt(box)} />;

function Line({ line: { turn, runs, baseline } }: { readonly line: LineFrame }) {
  const texts = runs.map((run, index) => (run.image ? <Picture key={index} image={run.image} x={run.xs[0]!} baseline={baseline} /> : <Run key={index} run={run} baseline={baseline} />));
  return turn === null ? texts : <g transform={`translate(${pt(turn.x)} ${pt(turn.y)}) rotate(90)`}>{texts}</g>;
}

/** An image stands on the baseline; an empty frame with its 说明 where its bytes are missing. */
function Picture({ image: { source, alt, width, height }, x, baseline }: { readonly image: LaidImage; readonly x: number; readonly baseline: number }) {
  const address = useImage(source);
  const box = { x: pt(x), y: pt(baseline - height), width: pt(width), height: pt(height) };
  if (address) return <image {...box} href={address} preserveAspectRatio="none" aria-label={alt || '图片'} />;
  return (
    <>
      <rect {...box} fill="none" stroke="#000" strokeWidth={0.5} />
      {address === null && alt !== '' && <text className="missing-image" x={box.x + 4} y={box.y + 14}>{alt}</text>}
    </>
  );
}

function Run({ run, baseline }: { readonly run: RunFrame; readonly baseline: number }) {
  const { font, size, color, isEmboldened, isUnderlined, rise } = run;
  const pieces = paintedPieces(run);
  if (pieces.length === 0) return null;
  const y = pt(baseline - rise);
  const style: CSSProperties = { fontFamily: isOwnFont(font) ? `'${font}'` : `'${FAMILY[font]}'`, fontSize: `${pt(size)}px`, ...(font === 'latin-bold' ? { fontWeight: 700 } : {}) };
  const last = run.xs.length - 1;
  return (
    <>
      {pieces.map(({ text, xs }, index) => <text key={index} x={xs.map(pt).join(' ')} y={y} fill={INK[color]} style={style} {...(isEmboldened ? { stroke: INK[color], strokeWidth: pt(size) / 36 } : {})}>{text}</text>)}
      {isUnderlined && <rect x={pt(run.xs[0]!)} y={y + pt(size) * 0.1} width={pt(run.xs[last]! + run.advances[last]! - run.xs[0]!)} height={pt(size) * 0.05} fill={INK[color]} />}
    </>
  );
}
