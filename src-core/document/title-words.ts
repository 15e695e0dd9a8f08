/**
 * Words and names of official titles that are never parted over lines (GB/T 9704—2012 7.3.1: 词意完整). Ours, and small: the platform's
 * segmenter knows common words, these are the compounds it takes apart and the names it does not know.
 */
const WORDS = `
常务委员会 办公室 办公厅 领导小组 工作小组 指挥部 联席会议 专题会议 全体会议 代表大会 党组会议 常务会议 座谈会 发布会 人民法院 人民检察院 人民政府
发展改革委 发展和改革委员会 卫生健康委 卫生健康委员会 国有资产监督管理委员会 市场监督管理局 医疗保障局 应急管理局 生态环境局 自然资源局 农业农村局 住房和城乡建设局 人力资源和社会保障局 文化和旅游局 交通运输局 民政局 财政局 教育局 公安局 司法局 审计局 统计局 税务局
实施意见 指导意见 实施方案 工作方案 行动方案 行动计划 应急预案 管理办法 暂行办法 实施办法 实施细则 管理规定 若干规定 若干措施 若干意见 工作要点 工作规则 任务分工 责任清单 权力清单 负面清单 考核办法 评价办法 操作规程 技术规范 工作报告 情况报告 调研报告 年度计划 五年规划 专项规划 总体规划 发展规划
高质量发展 乡村振兴 营商环境 放管服 一网通办 最多跑一次 政务服务 政务公开 公共服务 公共文化 公共卫生 公共资源 生态环境 生态文明 安全生产 消防安全 食品安全 药品安全 防汛抗旱 防灾减灾 应急管理 值班值守 义务教育 学前教育 职业教育 高等教育 民办教育 医疗保障 医疗保险 养老保险 失业保险 工伤保险 生育保险 社会保障 社会保险 社会救助 社会治理 社会组织 社区治理 基层治理 基层党建 党风廉政 机关事业单位 事业单位 国有企业 民营企业 中小企业 小微企业 科技创新 数字经济 数字政府 大数据 人工智能 互联网 知识产权 招商引资 重大项目 重点工程 重点工作 专项整治 专项行动 专项资金 财政资金 转移支付 政府采购 政府债务 预算执行 决算草案 住房公积金 保障性住房 公共租赁住房 老旧小区 城市更新 城镇化 土地征收 不动产登记 长期照护 居家照护 居家养老 养老服务 残疾人 未成年人 退役军人 农民工 高校毕业生 脱贫攻坚 扶贫开发 对口支援 森林防火 河湖长制 垃圾分类 污染防治 节能减排 碳达峰 碳中和 疫情防控 疾病预防 中医药 爱国卫生 全民健身 知识竞赛 工作会议 表彰大会 先进集体 先进个人 先进单位 任职 免职 任免职 人事任免 印发 转发 批转 提请审议 机构改革 机构编制 公务员 保密工作 档案管理 信访工作 建议提案 人大代表 政协委员 征求意见 公开征求 贯彻落实 组织开展 进一步 规范化 标准化 信息化 试点工作 推广应用 补充通知 紧急通知
`.trim().split(/\s+/);

/** Longest first, so that a name is held whole and not by its beginning. */
const PATTERN = new RegExp([...WORDS].sort((a, b) => b.length - a.length).join('|'), 'g');

/** 试行, （征求意见稿）, 第十四届全国人民代表大会: what stands together whatever words are in it. */
const SETS = /[（(](?:试行|暂行|修订|征求意见稿|送审稿|审议稿|草案|代拟稿)[）)]|(?:\d{4}|[一二三四五六七八九〇十]{2,4})[—－-](?:\d{4}|[一二三四五六七八九〇十]{2,4})年|“[^”]{1,10}”/g;

/** Where words stand in a title that its lines must not part: first and last place of each. */
export function heldWords(title: string): (readonly [number, number])[] {
  return [...title.matchAll(PATTERN), ...title.matchAll(SETS)].map((match) => [match.index, match.index + match[0].length] as const);
}
