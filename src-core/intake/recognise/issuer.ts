/** What an organisation's name ends with. */
export const ORGANISATION_END = '(?:局|委|部|厅|署|处|司|科|股|办|院|会|室|社|台|站|所|校|府|中央|党组|党委|中心|银行|法院|检察院|委员会|联合会|工商联|联盟|[残妇侨文]联|科协|集团|大学|学院|医院|支队|大队|总队|分局|国务院|主席团|街道|乡|镇|指挥部|领导小组|专班|兵团|[^\\s，。]组|中学|[一二三四五六七八九十]中|小学|幼儿园|学校|企业|总厂|海关|监狱|档案馆|图书馆|博物馆|文化馆|合作社)';

const BEFORE_MATTER = new RegExp(`^(.{1,60}?${ORGANISATION_END})[\\s\\u3000]?(等(?:\\d{1,2}|[二三四五六七八九十]{1,3})?个?部门)?(?=关于|对(?!外|口|照|接)|转发|印发|批转)`);

/** The 发文机关 a title begins with (××局关于…的通知); undefined when it begins with the matter. */
export function issuerInTitle(title: string): string | undefined {
  const match = BEFORE_MATTER.exec(title.trim());
  if (!match) return undefined;
  return /^(?:关于|对|转发|印发|批转)/.test(match[1]!) ? undefined : match[1]!.trim() + (match[2] ?? '');
}

const BEHIND_MATTER = new RegExp(`（([\\u4e00-\\u9fff]{2,20}${ORGANISATION_END})）$`);

/** The office behind the title of a reply on a council's page: …的答复（水利局）. */
export const issuerBehindTitle = (title: string): string | undefined => BEHIND_MATTER.exec(title.trim())?.[1];
