/** A special character, or a pair that goes around a text, and what people call it. */
export interface Symbol {
  readonly text: string;
  readonly name: string;
}

/** What office papers need and keyboards hide, most used first in each group. */
export const SYMBOL_GROUPS: readonly { readonly name: string; readonly symbols: readonly Symbol[] }[] = [
  {
    name: '成对的括号和引号',
    symbols: [
      { text: '〔〕', name: '六角括号 文号年份' }, { text: '《》', name: '书名号' }, { text: '〈〉', name: '单书名号' }, { text: '“”', name: '双引号' }, { text: '‘’', name: '单引号' },
      { text: '（）', name: '圆括号' }, { text: '【】', name: '方头括号' }, { text: '［］', name: '方括号' },
    ],
  },
  {
    name: '标点',
    symbols: [
      { text: '——', name: '破折号' }, { text: '……', name: '省略号' }, { text: '—', name: '一字线 起止年份' }, { text: '～', name: '浪纹线 数值范围' }, { text: '-', name: '短横线 连接号' }, { text: '·', name: '间隔号 人名' }, { text: '、', name: '顿号' },
      { text: '；', name: '分号' }, { text: '：', name: '冒号' }, { text: '\u3000', name: '全角空格' },
    ],
  },
  {
    name: '公文用字',
    symbols: [
      { text: '★', name: '五角星 密级和保密期限' }, { text: '〇', name: '汉字零 年份' }, { text: '×', name: '乘号 叉 代字' }, { text: '№', name: '编号' }, { text: '§', name: '节号' }, { text: '¥', name: '人民币元' }, { text: '☆', name: '空心五角星' },
      { text: '□', name: '空心方框 选项' }, { text: '■', name: '实心方框' }, { text: '☑', name: '打勾方框 已选' }, { text: '√', name: '对勾 根号' }, { text: '※', name: '参考 米字' }, { text: '△', name: '三角' }, { text: '●', name: '实心圆点' }, { text: '→', name: '右箭头' },
    ],
  },
  {
    name: '单位和数学',
    symbols: [
      { text: '℃', name: '摄氏度' }, { text: '‰', name: '千分号' }, { text: '％', name: '百分号 全角' }, { text: '㎡', name: '平方米' }, { text: 'm³', name: '立方米' }, { text: '㎞', name: '千米 公里' }, { text: '㎏', name: '千克 公斤' }, { text: '°', name: '度 角度' },
      { text: '÷', name: '除号' }, { text: '±', name: '正负号' }, { text: '≥', name: '大于等于' }, { text: '≤', name: '小于等于' }, { text: '≠', name: '不等于' }, { text: '≈', name: '约等于' }, { text: '＞', name: '大于' }, { text: '＜', name: '小于' }, { text: '²', name: '平方 上标二' },
    ],
  },
  {
    name: '圈码和罗马数字',
    symbols: [
      ...['①', '②', '③', '④', '⑤', '⑥', '⑦', '⑧', '⑨', '⑩'].map((text, index) => ({ text, name: `圈码${'一二三四五六七八九十'[index]}` })),
      ...['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ', 'Ⅴ'].map((text, index) => ({ text, name: `罗马数字${'一二三四五'[index]}` })),
    ],
  },
];

export const SYMBOLS: readonly Symbol[] = SYMBOL_GROUPS.flatMap((group) => group.symbols);

const PAIRS: ReadonlySet<string> = new Set(SYMBOL_GROUPS[0]!.symbols.map(({ text }) => text));

/** Whether a symbol is a pair that goes around what is selected. */
export const isPair = (text: string): boolean => PAIRS.has(text);

/** How many of the last ones are kept. */
const KEPT = 9;

/** The last used symbols after one more: it comes first, none stands twice. */
export const used = (recent: readonly string[], text: string): string[] => [text, ...recent.filter((each) => each !== text)].slice(0, KEPT);
