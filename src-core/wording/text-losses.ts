import type { TextLoss } from '../document/text-losses.ts';

const LOSSES: Readonly<Record<TextLoss, string>> = {
  'merged-cells': '合并的单元格（文字在第一格，其余空着）',
  'sentence-headings': '写成整句的标题（序号和文字都在，再导入时是正文）',
  changes: '修订和批注（按全部接受写出）',
  pictures: '图片',
  footnotes: '脚注（都写在文末，再导入时是正文）',
};

/** What a .txt file does not keep of a document, in one sentence; '' where it keeps all. */
export const sayTextLosses = (losses: readonly TextLoss[]): string => (losses.length === 0 ? '' : `纯文字留不住${losses.map((loss) => LOSSES[loss]).join('、')}；要留，请另存一份文稿文件或 Word`);
