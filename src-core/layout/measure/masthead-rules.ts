import type { LineFrame } from '../frames.ts';
import { bottomOf, characters, count, glyphsOf, inkOf, leftGap, lineAbove, lines, linesOf, mm, PITCH, rightGap, runOf, typeOf } from './measuring.ts';
import type { Measuring } from './measuring.ts';

/** The 版头 (7.2) and those of letters, orders and minutes (10.1–10.3), and the title below it (7.3.1). All on the first page. */
export function measureMasthead(measuring: Measuring): void {
  if (!measuring.isFirst) return;
  const { frame, format, add } = measuring;
  measureCorner(measuring);
  const marks = linesOf(frame, 'issuerMark');
  const top = marks.reduce<LineFrame | undefined>((highest, line) => (!highest || line.y < highest.y ? line : highest), undefined);
  if (top) {
    const [from, distance, clause] = format === 'letter' ? [0, 30, '10.1'] : format === 'order' ? [frame.textBlock.y, 20, '10.2'] : [frame.textBlock.y, 35, format === 'minutes' ? '10.3' : '7.2.4'];
    add('mark-top', mm(glyphsOf(top).top - from), top, { required: { unit: 'mm', value: distance }, clause });
  }
  const lowest = marks.reduce<LineFrame | undefined>((low, line) => (!low || line.y > low.y ? line : low), undefined);
  const numbers = linesOf(frame, 'documentNumber');
  if (format === 'letter') measureLetter(measuring, lowest, numbers);
  else if (lowest && numbers[0]) {
    const first = [...numbers, ...linesOf(frame, 'signatory')].reduce((high, line) => (line.y < high.y ? line : high));
    add('number-below-mark', lines(glyphsOf(first).top - glyphsOf(lowest).bottom), first, { clause: format === 'order' ? '10.2' : '7.2.5' });
  }
  const signatory = linesOf(frame, 'signatory').reduce<LineFrame | undefined>((right, line) => (!right || inkOf(line).right > inkOf(right).right ? line : right), undefined);
  if (signatory && format !== 'letter') {
    add('signatory-right', characters(rightGap(measuring, signatory)), signatory);
    add('signatory-type', typeOf(signatory.runs.at(-1)!), signatory);
  }
  for (const rule of frame.rules) {
    if (rule.kind !== 'masthead') continue;
    const above = lineAbove(frame, rule.y);
    if (above && above.role !== 'issuerMark') add('rule-below-number', mm(rule.y - glyphsOf(above).bottom), rule);
    add('rule-length', mm(rule.width), rule);
  }
  measureTitle(measuring);
}

/** 份号, 密级, 紧急程度 (7.2.1–7.2.3). */
function measureCorner(measuring: Measuring): void {
  const { frame, format, add } = measuring;
  for (const line of linesOf(frame, 'copyNumber')) if (format !== 'letter') add('copy-number-line', count('line', Math.round((line.y - frame.textBlock.y) / PITCH) + 1), line);
  for (const role of ['secrecy', 'urgency'] as const) {
    for (const line of linesOf(frame, role)) {
      add(`${role}-type`, typeOf(runOf(line)!), line);
      add(`${role}-left`, characters(leftGap(measuring, line)), line);
    }
  }
}

/** 信函格式 (10.1). */
function measureLetter(measuring: Measuring, mark: LineFrame | undefined, numbers: readonly LineFrame[]): void {
  const { frame, add } = measuring;
  const rules = frame.rules.filter(({ kind }) => kind === 'letter').sort((a, b) => a.y - b.y);
  for (const rule of rules) add('letter-rule-length', mm(rule.width), rule);
  if (rules[0] && mark) add('letter-rule-below-mark', mm(rules[0].y - glyphsOf(mark).bottom), rules[0]);
  const last = rules.at(-1);
  if (last && rules.length > 1) add('letter-foot-rule', mm(frame.height - bottomOf(last)), last);
  for (const line of numbers) add('letter-number-right', characters(rightGap(measuring, line)), line);
}

function measureTitle(measuring: Measuring): void {
  const { frame, format, add } = measuring;
  const titles = linesOf(frame, 'title');
  const first = titles[0];
  if (!first) return;
  const rule = frame.rules.find(({ kind }) => kind === 'masthead');
  const above = lineAbove(frame, first.y);
  if (rule) add('title-below-rule', lines(first.y - bottomOf(rule)), first);
  else if (format === 'letter' && above) add('title-below-rule', lines(first.y - bottomOf(above)), first, { clause: '10.1' });
  for (const line of titles) {
    const { left, right } = inkOf(line);
    add('title-type', typeOf(runOf(line)!), line);
    add('title-middle', mm(Math.abs((left + right) / 2 - frame.textBlock.x - frame.textBlock.width / 2)), line);
  }
  const addressee = linesOf(frame, 'addressee')[0];
  if (!addressee) return;
  const between = lineAbove(frame, addressee.y);
  if (between?.role === 'title') add('addressee-below-title', lines(addressee.y - bottomOf(between)), addressee);
  add('addressee-left', characters(leftGap(measuring, addressee)), addressee);
}
