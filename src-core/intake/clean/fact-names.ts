/**
 * The names of what a site tells of a document, by the rows in which each is known for one. The fewer marks a row has, the surer its names
 * must be: 时间： begins a line of many a text, 发文字号 without a colon of none.
 */
interface Names {
  /** 索引号：… begins a line; `beside` does so only beside other facts: 成文日期：… is often the text's own. */
  readonly colon?: 'alone' | 'beside';
  /** 索引号 | … |: a table whose bars are left. */
  readonly bar?: boolean;
  /** 索引号 1133… 主题分类 会议: a row without any mark. */
  readonly bare?: boolean;
  /** 索引号： with its value in the next line. */
  readonly above?: boolean;
  /** One blank between names; where blanks may stand inside a name, they are marked by `_`. */
  readonly names: string;
}

const NAMES: readonly Names[] = [
  // How the document is called: the site's name for it, not always its title.
  { colon: 'alone', bar: true, above: true, names: '标_题 名_称 文件名称 法规标题 法规名称' },
  // What programs that turn pages into Markdown write above them.
  { colon: 'alone', names: 'Title title URL_Source Published_Time Markdown_Content' },
  // The table every site of a government has above a document, told of whom, when, what about, whether in force.
  { colon: 'alone', bar: true, bare: true, above: true, names: '索_引_号 统一编号 发文字号 文_号 发文机关 发文单位 发布机构 发布机关 发布单位 制发机关' },
  { colon: 'alone', bar: true, bare: true, above: true, names: '主_题_词 关键词 主题分类 体裁分类 服务对象 发文日期 发布日期 公开日期 生成日期 实施日期 废止日期' },
  { colon: 'alone', bar: true, bare: true, above: true, names: '有_效_性 效力状态 文件状态' },
  { colon: 'alone', bare: true, above: true, names: '组配分类 发文时间 发布时间' },
  { colon: 'alone', bar: true, names: '公文种类' },
  { colon: 'beside', bar: true, bare: true, above: true, names: '成文日期' },
  { colon: 'beside', bare: true, above: true, names: '成文时间' },
  { colon: 'beside', above: true, names: '公开类型 公开属性' },
  { bar: true, bare: true, above: true, names: '制发机构' },
  { colon: 'beside', bare: true, above: true, names: '公开方式 公开范围 公开形式 文件编号' },
  { bare: true, above: true, names: '登记号' },
  // Collections of laws: by whom and when, in force or not.
  { colon: 'alone', bar: true, above: true, names: '发布部门 颁布部门 颁布单位 颁发部门 颁布日期 施行日期 时效性 效力级别 法规类别 整理者' },
  // The catalogue of open information: what kind it is, how long it is open, who answers for it, what it is about.
  { colon: 'alone', bar: true, names: '信息类别 信息分类 信息索取号 信息名称 公开时限 公开责任部门 公开目录' },
  { bar: true, names: '公开形式 公开方式 内容概述 内容概要 责任部门' },
  // Where the page has the text from, how often it was looked at, for whom it is open.
  { colon: 'alone', above: true, names: '信息来源 来_源 作_者 浏览次数 阅读次数 公开主体 公开期限 公开载体 首次公开' },
  { above: true, names: '点击次数 访问次数 主题' },
  // Too common without a colon and a value behind it.
  { colon: 'alone', names: '责任部门 责任处室 责任科室 承办部门 文章来源 文件来源 发布人 发布文号 责任编辑 编_辑 URL 网址 链接 抓取时间 采集时间' },
  { colon: 'alone', names: '文_种 类_别 类_型 所属类别 所属主题 栏_目 所属栏目 索取号 载体类型 日_期 时_间 发表时间 公开时间 更新时间 编稿时间 发稿时间 生效日期 失效日期' },
  { colon: 'alone', names: '浏览量 点击数 点击 点击率 访问量 字体大小 字_体 字_号' },
];

/** The names of the rows asked for, as alternatives of a pattern: none is cut short by one that begins like it. */
export function namesOf(test: (row: Names) => boolean): string {
  return NAMES.filter(test).flatMap(({ names }) => names.split(' ')).sort((a, b) => b.length - a.length).map((name) => name.replaceAll('_', '\\s*')).join('|');
}
