import type { DiagnosticArgs, DiagnosticCode } from '../check/diagnostic.ts';

/** What is wrong, and what to do about it. */
export interface DiagnosticWording {
  readonly message: string;
  readonly hint: string;
}

type Say = (args: DiagnosticArgs) => DiagnosticWording;

const say = (message: string, hint: string): DiagnosticWording => ({ message, hint });

/** Chinese for each diagnostic code. */
export const DIAGNOSTICS: Readonly<Record<DiagnosticCode, Say>> = {
  'label-twice': ({ text, label }) => say(`“${text}”由程序自动写出（${label}），这里又写了一遍，印出来会重复`, '删去手工写的这一个'),
  'malformed-number': ({ text, right }) => say(`序号“${text}”写法不规范`, `改为“${right}”`),
  'multilevel-number': ({ text }) => say(`公文不用“${text}”这样的多级小数序号`, '改用一、（一）1.（1）四级序号；技术附件可以保留'),
  'typed-number': ({ text, count, role }) => say(`从“${text}”起的 ${count} 段序号是手工写的，增删段落时不会跟着变`, `改为${role}，由程序编号`),
  'number-gap': ({ text, expected }) => say(`序号跳到“${text}”，前面缺第 ${expected} 项`, '补上缺的一项，或改正序号'),
  'number-double': ({ text }) => say(`序号“${text}”与前一项重复`, '改正序号'),
  'number-disorder': ({ text, expected }) => say(`序号“${text}”倒退，这里应是第 ${expected} 项`, '改正序号，或调整次序'),
  'level-skip': ({ role, missing }) => say(`${role}之上缺${missing}`, '补上一级标题，或把这一级升上去；全文只有两级时可用一、接1.'),
  'single-item': ({ role }) => say(`这一级只有一个${role}`, '只有一项时不用编号，可并入上文'),
  'too-deep': ({ level }) => say(`层次标题到了第 ${level} 级，标准只列四级`, '改为第四级，或调整结构；确有需要可用①'),
  'heading-punctuation': ({ mark }) => say(`独立成段的标题末尾有“${mark}”`, '删去；标题后接正文的，把正文接在同一段'),
  'numbering-mixed': ({ what, mode }) => say(`这一部分混用两种编号：${what}`, `统一为${mode}`),
  'number-beyond': ({ text, last }) => say(`文中提到“${text}”，标题只编到“${last}”`, '改正这一处，或补上缺的标题'),
  'ordinal-comma': ({ text }) => say(`“${text}”后面用了顿号`, '改用逗号'),
  'sequence-comma': ({ text }) => say(`“${text}”后面用了顿号`, '改用逗号'),
  'series-gap': ({ text, missing }) => say(`“${text}”之前没有“${missing}”`, '补上缺的一项，或改正序次'),
  'series-of-one': ({ text }) => say(`只有“${text}”，后面没有下一项`, '补上其余各项，或去掉序次语'),
  'series-mixed': ({ text, first }) => say(`以“${first}”开头的一组里混用了“${text}”`, '同一组只用一种序次语'),
  'series-stops': ({ text, right }) => say(`以“${text}”开头的一组，各项之间的标点不统一`, right === '。' ? '有的项里面已有句号，各项都用句号' : '各项之间用分号，末项用句号'),
  'series-nested': ({ text }) => say(`“${text}”里面又套了一层“一是”`, '里面的一层换一种写法，如“第一，”或（1）'),
  'copy-number-missing': ({ text }) => say(`标了密级“${text}”，没有份号`, '在版头填写六位份号'),
  'secrecy-term-missing': ({ text }) => say(`密级“${text}”没有保密期限`, `写成“${text}★1年”这样的形式`),
  'number-bracket': ({ text, right }) => say(`发文字号的年份写作“${text}”`, `改用六角括号：${right}`),
  'number-ordinal': () => say('发文字号的序号前有“第”', '删去“第”'),
  'number-zero': ({ text }) => say(`发文字号的序号前有虚位“${text}”`, '删去前面的 0'),
  'number-year': ({ text }) => say(`发文字号的年份“${text}”不是四位`, '年份写全四位'),
  'number-form': ({ text }) => say(`发文字号“${text}”不完整`, '写成机关代字、〔年份〕、序号、号，如“×发〔2026〕1号”'),
  'signatory-missing': ({ wenzhong }) => say(`${wenzhong}是上行文，缺签发人`, '在版头注明签发人姓名'),
  'signatory-unexpected': ({ wenzhong }) => say(`${wenzhong}不是上行文，一般不标注签发人`, '确认是否需要'),
  'letter-as-document': ({ wenzhong }) => say(`${wenzhong}用了“文件”版头，发文字号里也没有“函”`, '改用信函格式；本单位确用文件格式的，可以不改'),
  'internal-office': ({ text }) => say(`“${text}”像是内设机构`, '内设机构除办公厅（室）外不对外正式行文，改用本机关名义'),
  'title-missing': () => say('没有标题', '写上发文机关、事由和文种'),
  'title-duplicate': ({ text }) => say(`又出现一个标题“${text}”`, '只留一个；附件和被印发文件的标题请改成相应的要素'),
  'title-full-stop': () => say('标题里有句号', '删去句号'),
  'title-comma': () => say('标题里有逗号', '标题除书名号等外一般不用标点，可改写或以空格、回行分开'),
  'title-without-wenzhong': ({ text }) => say(`标题以“${text}”结尾，不是法定文种`, '以通知、函、报告等十五种之一结尾；方案、总结等用通知印发或用函、报告报送'),
  'title-mixed-wenzhong': ({ text }) => say(`“${text}”混用两个文种`, '只用一个：请求批准用请示，汇报情况用报告'),
  'title-repeats': () => say('标题里“关于”或“的通知”重叠', '转发时可省去一层，如“××转发××关于……的通知”'),
  'addressee-missing': ({ wenzhong }) => say(`${wenzhong}缺主送机关`, '在标题下一行写明主送机关'),
  'addressee-forbidden': ({ wenzhong }) => say(`${wenzhong}面向公众或全体，不写主送机关`, '删去主送机关，或改用别的文种'),
  'addressee-colon': () => say('主送机关末尾不是全角冒号', '末尾用“：”'),
  'addressee-several': ({ wenzhong, count }) => say(`${wenzhong}有 ${count} 个主送机关`, '上行文原则上主送一个上级机关，其他用抄送'),
  'body-missing': () => say('没有正文', '写上正文'),
  'blank-page-note': () => say('出现“此页无正文”', '删去，用调整行距、字距的办法使署名页带有正文'),
  'request-in-report': ({ text }) => say(`报告里有“${text}”，夹带了请示事项`, '报告不请求批示；需要批准的另写请示'),
  'closing-mismatch': ({ text, wenzhong }) => say(`结尾“${text}”与文种${wenzhong}不合`, '换用这个文种的结尾语'),
  'quote-title-missing': ({ wenzhong }) => say(`${wenzhong}的开头没有引来文标题`, '先引标题，后引文号：你局《关于……的请示》（×发〔2026〕1号）收悉'),
  'quote-number-missing': ({ wenzhong }) => say(`${wenzhong}的开头没有引来文的文号`, '标题之后加括号引文号'),
  'quote-order': () => say('引文先写了文号，后写标题', '先引标题，后在括号里引文号'),
  'contact-missing': () => say('请示没有联系人和电话', '在成文日期下一行加附注：（联系人：×××，电话：×××）'),
  'attachment-punctuation': ({ mark }) => say(`附件名称末尾有“${mark}”`, '附件名称后不加标点'),
  'attachment-unlisted': ({ count }) => say(`后面有 ${count} 个附件，正文下没有附件说明`, '在正文下一行加附件说明'),
  'attachment-count': ({ notes, annexes }) => say(`附件说明列了 ${notes} 个，后面的附件有 ${annexes} 个`, '使两处一致'),
  'attachment-name': ({ note, annex }) => say(`附件说明写“${note}”，附件标题是“${annex}”`, '使两处名称一致'),
  'reference-without-target': ({ text, count }) => say(`文中提到“${text}”，${count === 0 ? '本文没有附件' : `附件只有 ${count} 个`}`, '补上附件，或改正这一处'),
  'signature-mismatch': ({ signature, issuer }) => say(`署名“${signature}”与发文机关“${issuer}”不一致`, '署名用发文机关的全称或规范化简称'),
  'date-missing': () => say('没有成文日期', '在署名下一行写成文日期'),
  'date-form': ({ text }) => say(`成文日期“${text}”写法不规范`, '用阿拉伯数字写全年、月、日，不编虚位，如“2026年8月1日”'),
  'copy-to-stop': () => say('抄送机关末尾没有句号', '末尾加“。”'),
  'print-date-form': ({ text }) => say(`印发日期“${text}”写法不规范`, '写成“2026年8月1日印发”'),
  'printed-before-dated': ({ printed, dated }) => say(`印发日期${printed}早于成文日期${dated}`, '核对两个日期'),
  'field-empty': ({ label }) => say(`“${label}”没有填写`, '在要素栏里填写'),
  'blank-left': ({ label, text }) => say(`“${label}”还空着，文中仍是“${text}”`, '在要素栏里填写'),
  'masked-text': ({ text, count }) => say(`有 ${count} 段还留着“${text}”`, '确认是有意隐去，还是忘了填写'),
};
