/** What a unit does about a task: 牵头, 配合, or simply 负责. */
export type Charge = 'lead' | 'support' | 'charge';

export interface UnitInCharge {
  readonly name: string;
  readonly charge: Charge;
}

/** 牵头单位：… 配合单位：… inside a cell; what follows it up to the next such word is of that kind. */
const LEAD_WORDS = /^[（(]?(牵头|主责|主办|责任|承办|落实|配合|协办|协同|参与|参加|协助)(?:单位|部门|科室|股室|领导)?[：:]/;
const CHARGES: Readonly<Record<string, Charge>> = { 牵头: 'lead', 主责: 'lead', 主办: 'lead', 责任: 'charge', 承办: 'charge', 落实: 'charge', 配合: 'support', 协办: 'support', 协同: 'support', 参与: 'support', 参加: 'support', 协助: 'support' };
/** …牵头, …配合, …等按职责分工负责 at the end of a clause. */
const ENDINGS = /(?:等?(?:相关|有关)?(?:部门|单位)?)(?:按照?(?:各自)?(?:职责|责任)(?:分工)?|共同|分别|具体|组织|统一|各自)*(牵头(?:负责|落实|抓好落实)?|配合(?:落实)?|参与|协助|协同|负责(?:落实)?|抓好落实|落实|组织实施|承办)$/;

/** The units a cell names, each once, in order; `usual` is what the head of the column says of them. */
export function readUnits(text: string, usual: Charge = 'charge'): UnitInCharge[] {
  const found = new Map<string, Charge>();
  let section: Charge | null = null;
  let waiting: string[] = [];
  const settle = (charge: Charge): void => {
    for (const name of waiting) if (!found.has(name)) found.set(name, charge);
    waiting = [];
  };
  for (const clause of clausesOf(text)) {
    let rest = clause.text;
    const lead = LEAD_WORDS.exec(rest);
    if (lead) {
      settle(section ?? usual);
      section = CHARGES[lead[1]!]!;
      rest = rest.slice(lead[0].length);
    }
    const ending = ENDINGS.exec(rest);
    waiting.push(...namesOf(ending ? rest.slice(0, ending.index) : rest));
    // 甲局、乙局，丙局按职责分工负责: the words at the end are about all of them.
    if (ending) settle(/^牵头/.test(ending[1]!) ? 'lead' : /^(?:配合|参与|协助|协同)/.test(ending[1]!) ? 'support' : (section ?? usual));
    else if (clause.closes) settle(section ?? usual);
  }
  settle(section ?? usual);
  if (found.size === 0) for (const [name] of text.matchAll(COLLECTIVE)) found.set(name, section ?? usual);
  return [...found].map(([name, charge]) => ({ name, charge }));
}

/** Who stands in a cell that names no unit: 各有关部门按职责分工负责. Beside names such words add nobody. */
const COLLECTIVE = /(?:各(?:有关|相关)?|其他(?:有关|相关)|有关|相关)(?:责任|成员)?(?:部门|单位)/g;

/** Pieces between ，；。 and line ends; brackets stay whole, those around the whole text go. */
function clausesOf(text: string): { text: string; closes: boolean }[] {
  const clauses: { text: string; closes: boolean }[] = [];
  for (const part of splitOutside(text.replace(/^[（(]([^（）()]*)[）)]$/, '$1'), /[，,；;。\n]/)) clauses.push({ text: part.text.trim(), closes: !/[，,]/.test(part.end) });
  return clauses.filter(({ text: each }) => each !== '');
}

const NAMELESS = /^(?:等|等部门|等单位|各有关部门|有关部门|相关部门|有关单位|相关单位|其他有关部门|按职责分工|按照职责分工)$/;

function namesOf(text: string): string[] {
  return splitOutside(text, /[、\s/]/, true)
    .map((part) => part.text.replace(/^[•·\d.、]+|等(?:\d+个)?(?:有关|相关)?(?:部门|单位)?$|[：:]$/g, '').trim())
    .filter((name) => name.length >= 2 && !NAMELESS.test(name));
}

/** Splits where the pattern matches outside of brackets: 各县（市、区）政府 is one name. `and`: also at 和 and 及 between two names. */
function splitOutside(text: string, pattern: RegExp, and = false): { text: string; end: string }[] {
  const parts: { text: string; end: string }[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!;
    if (c === '（' || c === '(') depth++;
    else if (c === '）' || c === ')') depth = Math.max(0, depth - 1);
    if (depth > 0 || !(pattern.test(c) || (and && (c === '和' || c === '及') && isBetweenNames(text, i, start)))) continue;
    parts.push({ text: text.slice(start, i), end: c });
    start = i + 1;
  }
  return [...parts, { text: text.slice(start), end: '' }];
}

/** 市人社局和市财政局 are two; 市人力资源和社会保障局 is one: before the word there must be the end of a name. */
const isBetweenNames = (text: string, at: number, start: number): boolean => /(?:局|委|办|部|厅|院|会|政府|公司|中心|银行|管委会|法院|集团|学校|大队|支队)$/.test(text.slice(start, at)) && text.length - at > 2;
