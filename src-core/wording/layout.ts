import type { LayoutCode, LayoutDiagnostic } from '../layout/frames.ts';
import type { DiagnosticWording } from './diagnostics.ts';

const say = (message: string, hint: string): DiagnosticWording => ({ message, hint });

/** Chinese for what can be wrong with pages. */
export const LAYOUT_DIAGNOSTICS: Readonly<Record<LayoutCode, (args: LayoutDiagnostic['args']) => DiagnosticWording>> = {
  'glyph-missing': ({ character, code }) => say(`“${character}”（${code}）现有的字体里都没有，印不出来`, '换一个字，或安装有这个字的字体'),
  'control-character': ({ code }) => say(`这里有一个看不见的字符（${code}），多半是粘贴时带进来的`, '删去它；不删也不占位置、不印出来'),
  'first-page-without-text': () => say('首页没有正文', '缩短版头或标题；主送机关多的，把那一段移到版记里，样式改为“主送（版记）”'),
  'closing-without-text': () => say('署名、日期所在的一面没有正文', '增减文字，使这一面带有正文；不要写“此页无正文”'),
};

/** At most so many characters are named in one sentence. */
const MOST_NAMED = 5;

/** Which characters of exported pages are blank and where, in one sentence; '' where there are none. */
export function sayMissing(missing: readonly LayoutDiagnostic[]): string {
  if (missing.length === 0) return '';
  const named = missing.slice(0, MOST_NAMED).map(({ page, args }) => `第 ${page} 页“${args['character']}”（${args['code']}）`).join('、');
  return `有 ${missing.length} 处字体里没有的字，文件里空着：${named}${missing.length > MOST_NAMED ? ' 等' : ''}。换字，或安装有这些字的字体后再导出`;
}

/** What the broken circles of an exported PDF are, in one sentence; '' where it has none. */
export const saySealPlaces = (places: number): string => (places === 0 ? '' : '红色虚线圈是用印的位置；要不带圈的 PDF，在“打印”里存');
