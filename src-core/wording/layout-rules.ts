import type { LayoutRuleId, Measurement, Quantity } from '../layout/measure/measurement.ts';
import type { FontId } from '../layout/metrics.ts';

/** What each rule of the layout report measures, as a clerk would say it. */
export const LAYOUT_RULE_NAMES: Readonly<Record<LayoutRuleId, string>> = {
  'paper-width': '纸宽', 'paper-height': '纸高', 'top-margin': '天头（上白边）', 'binding-margin': '订口（左白边）', 'text-width': '版心宽', 'text-height': '版心高',
  'body-type': '正文字体字号', 'lines-a-page': '每面行数', 'characters-a-line': '每行字数',
  'copy-number-line': '份号在版心第几行', 'secrecy-type': '密级字体字号', 'secrecy-left': '密级顶格', 'urgency-type': '紧急程度字体字号', 'urgency-left': '紧急程度顶格',
  'mark-top': '发文机关标志上缘', 'number-below-mark': '发文字号与标志相隔', 'signatory-right': '签发人右空', 'signatory-type': '签发人姓名字体字号', 'rule-below-number': '红色分隔线在发文字号下', 'rule-length': '红色分隔线长',
  'title-type': '标题字体字号', 'title-below-rule': '标题上面空', 'title-middle': '标题偏离正中', 'addressee-below-title': '主送机关与标题相隔', 'addressee-left': '主送机关顶格',
  'first-page-text': '首页正文', 'body-indent': '段首左空', 'heading1-type': '一级标题字体字号', 'heading2-type': '二级标题字体字号', 'attachment-note-below': '附件说明与正文相隔', 'attachment-note-indent': '附件说明左空',
  'date-right': '成文日期右空', 'signature-right': '署名右空', 'signature-over-date': '署名偏离日期正中', 'seal-below-text': '印章顶端距正文', 'date-after-signature': '日期首字比署名首字右移', 'closing-text': '落款所在面的正文',
  'note-indent': '附注左空', 'note-below-date': '附注与日期相隔', 'annex-mark-line': '“附件”在版心第几行', 'annex-mark-type': '“附件”字体字号', 'annex-title-line': '附件标题在版心第几行',
  'imprint-outer-rule': '版记首末条线粗', 'imprint-inner-rule': '版记中间线粗', 'imprint-foot': '末条线距版心下缘', 'imprint-type': '版记字体字号', 'copy-to-left': '抄送左空', 'printer-left': '印发机关左空', 'print-date-right': '印发日期右空',
  'folio-type': '页码字体字号', 'folio-below': '页码一字线距版心下缘', 'folio-side': '页码外侧空（单右双左）',
  'letter-rule-length': '信函红色双线长', 'letter-rule-below-mark': '首条双线在标志下', 'letter-foot-rule': '末条双线距下页边', 'letter-number-right': '信函发文字号右空',
};

const FONT_NAMES: Readonly<Record<FontId, string>> = { fang: '仿宋', kai: '楷体', hei: '黑体', song: '宋体', biao: '小标宋', latin: '西文', 'latin-bold': '西文粗体' };
/** By their size in 1/1000 pt. */
const SIZE_NAMES: Readonly<Record<number, string>> = { 26000: '一号', 22000: '二号', 18000: '小二', 16000: '三号', 15000: '小三', 14000: '四号', 12000: '小四', 10500: '五号' };
const UNIT_NAMES = { mm: ' mm', line: ' 行', character: ' 字' } as const;

/** 3号仿宋, 37 mm, 2 字. */
export function sayQuantity(quantity: Quantity): string {
  if (quantity.unit !== 'type') return `${quantity.value}${UNIT_NAMES[quantity.unit]}`;
  return `${SIZE_NAMES[quantity.size] ?? `${quantity.size / 1000} 磅`}${FONT_NAMES[quantity.font]}`;
}

const COMPARED = { same: '', least: '至少 ', most: '不超过 ' } as const;

/** What a rule asks for. */
export const sayRequired = ({ required, compares }: Measurement): string => `${COMPARED[compares]}${sayQuantity(required)}`;

/** How many rules were measured and how many of them are not kept, in one sentence. */
export function sayMeasured(measurements: readonly Measurement[]): string {
  const broken = measurements.filter(({ state }) => state === 'broken').length;
  return broken === 0 ? `量了 ${measurements.length} 项，都合 GB/T 9704—2012` : `量了 ${measurements.length} 项，${broken} 项不合 GB/T 9704—2012`;
}
