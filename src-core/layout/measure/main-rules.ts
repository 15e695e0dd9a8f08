import type { StyleKey } from '../../template/styles.ts';
import type { LineFrame } from '../frames.ts';
import { bottomOf, CELL_WIDTH, characters, count, inkOf, leftGap, lineAbove, lines, linesOf, mm, PITCH, rightGap, runOf, typeOf } from './measuring.ts';
import type { Measuring } from './measuring.ts';

const TEXT: ReadonlySet<StyleKey> = new Set(['body', 'heading1', 'heading2', 'heading3', 'heading4', 'heading5', 'article1', 'article2', 'article3', 'article4', 'article5', 'present', 'excused', 'observing', 'tableCell', 'attachmentNote']);

/** The 主体 below the title: text, 附件说明, 落款, 附注, annexes (7.3.3–7.3.7). */
export function measureMain(measuring: Measuring): void {
  const { frame, isFirst, pages, add } = measuring;
  const text = linesOf(frame, ...TEXT);
  if (isFirst && pages > 1) {
    const body = text.filter(({ role }) => role !== 'attachmentNote');
    add('first-page-text', count('line', body.length), body[0] ?? frame.textBlock);
  }
  for (const line of text) {
    if (line.role === 'body' && line.isFirst && !isCentred(measuring, line)) add('body-indent', characters(leftGap(measuring, line)), line);
    if ((line.role === 'heading1' || line.role === 'heading2') && isHeading(line)) add(`${line.role}-type`, typeOf(runOf(line)!), line);
    if (line.role === 'attachmentNote' && line.isFirst && line.runs[0]!.text.startsWith('附')) {
      const above = lineAbove(frame, line.y);
      if (above) add('attachment-note-below', lines(line.y - bottomOf(above)), line);
      add('attachment-note-indent', characters(leftGap(measuring, line)), line);
    }
  }
  measureClosing(measuring, text);
  measureAnnexes(measuring);
}

/** A title of its own; a numbered paragraph of text (一、…。) may be set as text. */
const isHeading = (line: LineFrame): boolean => line.isFirst && line.isLast && !/[。；]$/.test(line.runs.at(-1)!.text);

/** A person has set this paragraph in the middle or at the right. */
function isCentred(measuring: Measuring, line: LineFrame): boolean {
  const left = leftGap(measuring, line);
  const right = rightGap(measuring, line);
  return line.isLast && left > 2 * CELL_WIDTH + 1000 && (Math.abs(left - right) < CELL_WIDTH || Math.abs(right) < CELL_WIDTH);
}

/** 落款 in its kinds (7.3.5.1–7.3.5.3), with text beside it (7.3.5.5), and the 附注 below it (7.3.6). */
function measureClosing(measuring: Measuring, text: readonly LineFrame[]): void {
  const { frame, closing, add } = measuring;
  const signatures = linesOf(frame, 'signature');
  for (const date of linesOf(frame, 'date')) {
    add('closing-text', count('line', text.filter(({ y }) => y < date.y).length), date);
    const signature = signatures.findLast(({ y }) => y < date.y);
    const isAlone = signatures.length === 1;
    const [above, below] = [signature && inkOf(signature), inkOf(date)];
    const isLonger = above !== undefined && above.right - above.left > below.right - below.left;
    if (closing === 'sealed' && isAlone) {
      if (!isLonger || rightGap(measuring, date) > 3 * CELL_WIDTH) add('date-right', characters(rightGap(measuring, date)), date, { clause: '7.3.5.1' });
      add('signature-over-date', mm(Math.abs(above!.left + above!.right - below.left - below.right) / 2), signature!);
    } else if (closing === 'signed') {
      add('date-right', characters(rightGap(measuring, date)), date, { clause: '7.3.5.3' });
    } else if (closing === 'unsealed' && signature && isAlone) {
      // A date that would come too near the edge ends two characters before it, as a longer one does.
      if (isLonger && above.right - above.left >= below.right - below.left + 2 * CELL_WIDTH) {
        add('signature-right', characters(rightGap(measuring, signature)), signature, { clause: '7.3.5.2' });
        add('date-after-signature', characters(below.left - above.left), date);
      } else add('date-right', characters(rightGap(measuring, date)), date, { required: { unit: 'character', value: 2 }, clause: '7.3.5.2' });
    }
    const note = linesOf(frame, 'note').find(({ y }) => y > date.y);
    if (note && lineAbove(frame, note.y) === date) add('note-below-date', lines(note.y - bottomOf(date)), note);
  }
  const first = frame.seals.filter(({ box }) => box === null).reduce<(typeof frame.seals)[number] | undefined>((high, seal) => (!high || seal.y < high.y ? seal : high), undefined);
  const last = first && lineAbove(frame, first.y - first.radius + PITCH, TEXT);
  if (first && last) add('seal-below-text', lines(Math.max(0, first.y - first.radius - bottomOf(last))), { x: first.x - first.radius, y: first.y - first.radius, width: 2 * first.radius, height: 2 * first.radius });
  for (const note of linesOf(frame, 'note')) if (note.isFirst) add('note-indent', characters(leftGap(measuring, note)), note);
}

/** 附件 on a new page: its mark on the first line, its title on the third (7.3.7). */
function measureAnnexes(measuring: Measuring): void {
  const { frame, add } = measuring;
  const mark = linesOf(frame, 'annexMark')[0];
  if (!mark) return;
  const lineOf = (line: LineFrame): ReturnType<typeof lines> => ({ unit: 'line', value: (lines(line.y - frame.textBlock.y) as { value: number }).value + 1 });
  add('annex-mark-line', lineOf(mark), mark);
  add('annex-mark-type', typeOf(runOf(mark)!), mark);
  const title = linesOf(frame, 'annex')[0];
  if (title) add('annex-title-line', lineOf(title), title);
}
