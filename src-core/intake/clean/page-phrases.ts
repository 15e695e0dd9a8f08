import { IN_FORCE } from '../recognise/patterns.ts';

/** One kind of line that only a page around a document has, and how such lines read. */
interface Phrases {
  readonly name: string;
  readonly patterns: readonly RegExp[];
}

/** By what the lines are for; the comment says what page makes them. A new one goes beside its like, or gets a row of its own. */
const PHRASES: readonly Phrases[] = [
  // Above a document: where in the site it stands.
  { name: 'place in the site', patterns: [/首页(?:[\s/>＞|].*)?/, /(?:当前位置|您(?:现在)?的位置|您?当前(?:的)?位置|所在位置)\s*[:：].*/, /基本信息/] },
  // Its menu, entry by entry.
  { name: 'menu', patterns: [/导航/, /菜单/, /展开菜单/, /展开/, /收起/, /政务(?:公开|服务|邮箱)/, /互动交流/, /信息公开目录/, /我要(?:查|办|信访)/, /智能问答/, /政策咨询/, /公共资源调用站点/] },
  { name: 'search', patterns: [/搜索(?:热词.*)?/, /全文检索/] },
  { name: 'user', patterns: [/用户登录/, /登录(?:\s*[/|]\s*注册)?/, /注册/, /退出/, /收藏(?:本页)?/, /我要收藏/] },
  { name: 'greeting', patterns: [/欢迎来到.*(?:网站|门户).*/, /[^。；]{0,30}欢迎您(?:的光临)?[！!]?/, /欢迎?(?:访问|光临)[^。；]{0,30}[！!]?/, /.{0,30}(?:政府|门户)网站$/, /您访问的链接.*/] },
  { name: 'language', patterns: [/简体(?:中文)?/, /繁[體体](?:中文)?/, /English/] },
  // Sites are told to be readable for old people and for the blind.
  { name: 'easy reading', patterns: [/无障碍.{0,6}/, /长者(?:助手|版|模式).*/, /进入(?:老年|长者)版/, /关怀版/, /适老版/, /手机版/, /电脑版/, /朗读/, /(?:语音)?播报/] },
  // Beside the title: size of letters, print, share, the page as a picture to be scanned.
  { name: 'size of letters', patterns: [/字体\s*[:：].*/, /字体大小.*/, /【?(?:大|中|小)】?(?:\s*【?(?:大|中|小)】?)*/, /A\+大.*/, /T\s*T.{0,4}/] },
  { name: 'buttons', patterns: [/打印(?:本页|正文)?/, /关闭(?:窗口|本页)?/, /返回(?:(?:顶部|首页|上一页|列表).{0,12})?/, /展开(?:阅读)?全文/] },
  { name: 'sharing', patterns: [/分享(?:到|至)?.{0,20}/, /文章分享/, /(?:微信|微博|QQ空间|朋友圈)+/] },
  { name: 'picture to scan', patterns: [/扫一扫.{0,30}/, /用微信扫.{0,20}/, /打开微信，点击.{0,20}“发现”.{0,60}/, /使用“扫一扫”.{0,12}(?:网页|分享).{0,20}/, /扫码关注.{0,20}/, /本文?二维码/] },
  { name: 'whether in force', patterns: [new RegExp(`(?:\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}\\s+)?${IN_FORCE}`)] },
  { name: 'time of publishing', patterns: [/(?:©\s*)?(?:原创|转载)?\s*\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+\S{1,20})?/, /(?:[\u4e00-\u9fff]{2,16}\s+)?\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?/, /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+(?:\d{1,2}:\d{2}(?::\d{2})?\s*)?(?:作者|来源|编辑|责任编辑|浏览次数)\s*[:：].{0,80}/, /\d{4}年\d{1,2}月\d{1,2}日\s*来源\s*[:：].{0,20}/] },
  // Below the document: files, what explains it, what stands beside it.
  { name: 'files', patterns: [/附件下载.{0,6}/, /文件下载/, /点击(?:下载|查看|进入|打开).{0,40}/] },
  { name: 'explanation', patterns: [/(?:原文|政策解读|解读)链接\s*[:：].{0,12}点击.{0,20}/, /(?:《[^《》]{4,80}》)?政策解读/, /图解/, /音频解读/, /视频解读/] },
  { name: 'related pages', patterns: [/关联(?:导读|阅读|稿件|文件|解读)\s*[:：]?/, /相关(?:链接|附件|文档|文件|阅读|解读|新闻|政策(?:与解读)?)\s*[:：]?/, /(?:相关|推荐|热门)(?:文章|阅读|资讯|推荐|内容|范文)/, /(?:上|下)一(?:篇|条)\s*[:：]?.*/, /标签\s*[:：].{0,60}/, /排行榜/] },
  // Collections of samples and news pages.
  { name: 'reading on', patterns: [/【[^【】]{1,30}】相关(?:文章|阅读|推荐)\s*[:：]?/, /猜你喜欢/, /很赞哦[！!]?(?:\s*[（(]\d+[）)])?/, /你可能(?:会|也|还会)?喜欢/, /最近更新/, /最新(?:更新|资讯)/, /随便看看?/, /(?:下面|以下)是(?:由)?小编.{0,120}(?:参考|帮助|阅读|借鉴)[^。]{0,10}[。！!]?/, /[\u4e00-\u9fff]{2,12}网\s*(?:https?:\/\/)?www\.[\w.-]+/, /.{0,12}报料热线\s*[:：].{0,40}/] },
  // Libraries of files that members upload.
  { name: 'shared files', patterns: [/《[^《》]{4,100}》由会员分享.{0,160}/, /简介\s*[:：].{0,80}(?:小编|文库|会员|网友).{0,200}/, /(?:文档编号|上传(?:时间|用户|者)|文档格式|格式|页数|大小|下载(?:积分|次数)|被引量)\s*[:：].{0,40}/, /(?:时间|日期)\s*[:：]\S{0,12}\s*\S{0,10}下载本文.*/, /(?:声明\s*[:：])?.{0,20}(?:未完|全文共\d+字).{0,40}/] },
  { name: 'corrections', patterns: [/内容纠错.*/, /我要纠错/, /如果?您?对.{0,12}有疑问.{0,6}拨打标题上方的?电话.{0,20}/] },
  // The foot of every page of a government's site.
  { name: 'who runs the site', patterns: [/主办单位\s*[:：]?.*/, /承办单位\s*[:：].{0,30}(?:中心|公司|办公室).*/, /技术支持\s*[:：].*/, /网站地图.*/, /联系我们.*/, /建议使用.{0,40}浏览器.*/] },
  { name: 'registration', patterns: [/网站标识码.*/, /ICP备案.*/, /.{0,3}ICP备\d+号.*/, /.{0,4}公网安备.*/] },
  { name: 'rights', patterns: [/版权所有.*/, /[^。]{0,60}版权所有(?![权者人])[^。]{0,60}/, /声明\s*[:：].{0,60}(?:版权|转载).*/, /(?:图片|文章|内容|本文)[^。]{0,12}版权归[^。]{1,12}所有[^。]{0,30}。?/, /[^。]{0,80}不代表(?:本[站网报号]|[\u4e00-\u9fff]{2,12}(?:网|平台|公众号|客户端))的?(?:[观觀]点|立场|意见|看法)[^。]{0,60}。?(?:转载.{0,120})?/, /(?:如需)?转载请(?:注明|标明)(?:出处|来源).{0,120}/] },
  // A library of texts whose rights have run out.
  { name: 'library', patterns: [/本作品.{0,200}(?:公有领域|著作权).*/, /注[：:]中文维基文库.*/, /(?:Public domain|false)+/, /本作品收录于.*/, /收录于/] },
  { name: 'bars alone', patterns: [/[|\s]+/] },
];

/** What only a page says, whole line, with the marks and bullets around it. */
const PHRASE = new RegExp(`^(?:[\\s|·•【\\]\\[〖>×+↺-]*)(?:${PHRASES.flatMap(({ patterns }) => patterns.map(({ source }) => source)).join('|')})[\\s|·•】\\]\\[〗>×+-]*$`);

/** True for a line, or a word of a row of words, that only a page says. */
export const isPagePhrase = (text: string): boolean => PHRASE.test(text);
