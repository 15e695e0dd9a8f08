/** A division of rules (第一章 总则, 第二节 …) or of a technical annex (1.1 适用范围): its label is part of its text. */
export interface Division {
  readonly level: number;
  readonly label: string;
  readonly text: string;
}

/** Reads such a line when it stands alone; 第一条 is a clause, not a division. */
export function readDivision(line: string): Division | undefined {
  if (line.length > 50) return undefined;
  const chapter = CHAPTER.exec(line);
  if (chapter) return { level: LEVELS[chapter[2]!]!, label: chapter[1]!, text: chapter[3]! };
  const decimal = DECIMAL.exec(line);
  return decimal ? { level: decimal[1]!.split('.').length, label: decimal[1]!, text: decimal[2]! } : undefined;
}

const LEVELS: Record<string, number> = { 编: 1, 部分: 1, 章: 1, 节: 2 };
const CHAPTER = /^(第[一二三四五六七八九十百]{1,4}(编|部分|章|节))[\s\u3000]*([^。；：，]{1,40})$/;
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){0,3})[\s\u3000]+([\u4e00-\u9fff][^。；：]{0,38})$/;
