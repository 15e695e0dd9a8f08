import type { ChoiceReason } from '../intake/choose-template.ts';
import type { DoubtReason, ReportCode } from '../intake/report.ts';
import type { WordNote, WordPart } from '../intake/source.ts';
import type { Kind } from '../template/template.ts';

/** What an import did, for each code of its report; the count is said beside it. */
export const REPORT: Readonly<Record<ReportCode, string>> = {
  'joined-line': '接回断行',
  'dropped-page-number': '去掉页码',
  'dropped-running-head': '去掉页眉页脚',
  'dropped-website-remains': '去掉网页残留',
  'dropped-mail-head': '去掉邮件的发件人、收件人等',
  'dropped-sheet-remains': '去掉纸面痕迹（传真报头、印章、行号等）',
  'dropped-tag': '去掉网页标签和 # ** 等记号',
  'dropped-duplicate': '去掉重复段落',
  'dropped-foreign-article': '去掉混入的其他文章',
  'removed-blank': '去掉多余空格和空行',
  'widened-punctuation': '半角标点改为全角',
  'repaired-glyph': '改正乱码和异体字符',
  'computed-label': '序号改为自动编号',
  'linked-reference': '见附件连到附件',
  'split-line': '分开连在一起的段落',
  'merged-table': '合并跨页表格',
  'doubtful-word': '疑似错字，请核对',
  'fixed-word': '错字经您核对改正',
  'doubtful-structure': '结构不能确定，请核对',
  'kept-as-body': '未能识别，按正文保留',
  'kept-revision': '保留修订（未接受也未拒绝）',
  'kept-comment': '保留批注',
  'kept-image': '导入图片',
  'moved-image': '浮动的图片改为嵌在文字中',
  'kept-footnote': '保留脚注，尾注也作脚注',
  'dropped-contents': '去掉目录',
  'dropped-hidden-text': '去掉隐藏文字',
  'unsupported-part': '暂不支持的内容',
  'unknown-part': '不认识的内容',
  'narrowed-character': '全角数字字母改为半角',
  'normalised-bracket': '发文字号改用六角括号',
  'normalised-date': '成文日期改为规范写法',
  'taken-from-page': '文中没有，取自网页信息表（标题、发文字号、成文日期）',
  'left-out': '按您的指定略去',
};

/** Why a place deserves a look; `word` is said with the proposal beside it. */
export const DOUBT: Readonly<Record<DoubtReason, string>> = {
  word: '疑似错字',
  'addressee-mark': '主送机关后面不是冒号，已改成冒号',
  'number-jumps': '序号与前后不连续',
  'annex-number': '附件序号与附件说明里的不一样，已按附件说明编号',
  'joined-at-stop': '接回上一段，原文在句号处断行',
  'above-title': '标题附近未能识别的文字',
  'after-end': '成文日期之后的文字',
  'no-title': '没有找到标题',
};

/** Why a template was chosen; 「」 takes the words of the text that said so. */
export const CHOICE: Readonly<Record<ChoiceReason, string>> = {
  'session-and-number': '标题里有案号「」',
  'addressee-and-kind': '答复的称呼是「」',
  title: '标题里有「」',
  mark: '发文机关标志是「」',
  signatory: '有签发人「」，是上行文',
  'asks-approval': '结尾请上级批示：「」',
  'addressee-above': '主送上级「」',
  given: '由您选定',
};

/** What a Word file held that a document cannot, or not as it stood. */
export const WORD_PART: Readonly<Record<WordPart, string>> = {
  image: '图片没有导入', floatingImage: '浮动的图片改为嵌在文字中', object: '嵌入对象没有导入', formula: '公式只保留了文字', ruby: '拼音没有导入', symbol: '特殊符号请核对', hiddenText: '隐藏文字', placeholder: '未填写的提示文字',
  pageField: '页码域', contents: '自动目录', emptyField: '没有结果的域', header: '页眉', footer: '页脚', pageNumber: '页脚中的页码', footnote: '脚注', endnote: '尾注，改作脚注', noteChange: '脚注里的修订，按接受后的文字保留', noteFormat: '脚注里的字形，只保留了文字', nestedTable: '表中套表只保留了文字',
  move: '移动的文字按删除和插入记', formatChange: '字体字号的修订没有保留', layoutChange: '版式的修订没有保留', cellChange: '单元格的修订没有保留', commentAside: '批注所指的文字没有导入',
  chart: '图表或图示没有导入', insertedFile: '插在文中的另一个文件没有导入', bullet: '项目符号没有保留', watermark: '水印没有导入', deleted: '标为删去的文字没有导入', strike: '画了删除线的文字照样导入了，请核对',
};

/** 图片没有导入（在“现场照片如下：”处）; 隐藏文字“内部掌握”. */
export function sayWordNote({ what, text, near }: WordNote): string {
  return `${WORD_PART[what]}${text === '' ? '' : `“${text}”`}${near === '' ? '' : `（在“${near.slice(0, 20)}”处）`}`;
}

/** What a document is used for, in one word of the trade. */
export const KIND: Readonly<Record<Kind, string>> = {
  reply: '答复', notice: '通知', letter: '函', opinion: '意见', report: '报告', request: '请示', approval: '批复', minutes: '纪要',
  announcement: '公告', decision: '决定', summary: '总结', plan: '方案', rules: '办法', other: '其他',
};
