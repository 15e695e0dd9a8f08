import type { PrintProblem } from '../print/print-job.ts';

/** Why a range of pages cannot be printed: what is wrong, and what to write instead. */
export function sayPrintProblem({ problem, piece, pages }: PrintProblem): string {
  switch (problem) {
    case 'unreadable':
      return `页码范围里的“${piece}”看不懂，没有打印。请写成 1-3,5 这样，全部打印就空着。`;
    case 'beyond':
      return `页码范围里的“${piece}”超出了，一共只有 ${pages} 页，没有打印。请改在 1 到 ${pages} 之间。`;
    case 'backwards':
      return `页码范围里的“${piece}”前大后小，没有打印。请把小的写在前面。`;
    case 'nothing':
      return `照这样选，一页也印不出来（一共 ${pages} 页）。请改页码范围，或不要只印单页、双页。`;
    case 'too-much':
      return `一次要印 ${piece} 面，太多了，没有打印。请减少份数，分几次印。`;
  }
}
