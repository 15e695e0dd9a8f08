/** Longer words are cut where a sentence quotes them. */
const QUOTED = 20;

/** 第 3 行的“用作”写着“领导”；第 5 行的“姓名”空着. From `line, head, words` a line; a number alone says how many there are in all. */
export function sayWrongCells(cells: string): string {
  return cells.split('\n').map((each) => {
    const [line = '', head, words = ''] = each.split('\t');
    if (head === undefined) return `这样的一共 ${line} 处`;
    if (head === '') return `第 ${line} 行起太多了，一次最多一万行`;
    return `第 ${line} 行的“${head}”${sayCell(words.trim())}`;
  }).join('；');
}

function sayCell(words: string): string {
  if (words === '') return '空着';
  const shown = [...words];
  return shown.length > QUOTED ? `太长（“${shown.slice(0, QUOTED).join('')}……”）` : `写着“${words}”，不认得`;
}
