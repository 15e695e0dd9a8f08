import type { Line } from '../lines.ts';

/** 2026年3月5日在县第十届人民代表大会第一次会议上 and who gave the report, 县照护局局长　林见川: below the title of a report to a meeting, lost or not. */
export function isOccasion(lines: readonly Line[], line: Line): boolean {
  if (OCCASION.test(plainOf(line.text))) return true;
  const above = lines[lines.indexOf(line) - 1];
  return above !== undefined && OCCASION.test(plainOf(above.text)) && REPORTER.test(line.text);
}

const OCCASION = /^[（(—-]*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日在[^，。；：]{4,50}(?:会议?|大会)(?:第?[一二三四五六七八九十]{1,3}次)?(?:全体会议)?上[）)]?$/;
const REPORTER = /^[（(—-]*[\u4e00-\u9fff]{2,30}(?:长|主任|主席|书记|总理|委员|代表)[\s\u3000]+[\u4e00-\u9fff·\u3000]{2,6}[）)]?$/;

const plainOf = (text: string): string => text.replace(/[\s\u3000]/g, '');
