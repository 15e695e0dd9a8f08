import { ORGANISATION_END } from './issuer.ts';

const YEAR = '(?:(?:19|20)\\s*\\d\\s*\\d|[二一][〇○ＯOΟО零oο0九][〇○ＯOΟО零oο0一二三四五六七八九][〇○ＯOΟО零oο0一二三四五六七八九])';
/** A full date in Arabic or Chinese digits, as it closes a document. */
export const DATE = `${YEAR}\\s*年\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*月\\s*(?:\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*日`;
const NUMERIC_DATE = '(?:19|20)\\d{2}([-./])\\d{1,2}\\1\\d{1,2}';
export const DATE_LINE = new RegExp(`^(?:${DATE.slice(0, -1)}[日号]|${NUMERIC_DATE}|20[0-4]\\d[01]\\d[0-3]\\d)$`);
/** A day whose 年月日 a page lost, where only one day can be meant: 2024719, 202479, 2024120; not 2024111. */
export const BARE_DATE = /^(20[0-2]\d)(?:([2-9])([12]\d|3[01])|(1)([12]0|3[01])|(10)([1-9])|([2-9])([1-9])|(1)([3-9]))日?$/;
/** A date that was never filled in, or lost its figures: 2026年 月 日, ××××年×月×日, 0二十六日. */
export const OPEN_DATE = /^(?=.*(?:年.*[月日]|.{4}日$))(?:(?:19|20)?\d{0,2}|[〇○零一二三四五六七八九]{0,4}|[×xX*＊]{2,4})年?(?:[×xX*＊]{1,2}|[\d〇○零一二三四五六七八九十]{0,4})月?(?:[×xX*＊]{1,2}|[\d〇○零一二三四五六七八九十]{0,4})日?$/;
export const PRINT_DATE = new RegExp(`^(?=[^。；]{6,90}印[发制]?$)(.*?)[\\s\\u3000]*(${DATE})[\\s\\u3000]*(?:印发|印制|印)$`);

/** Whether a document is in force, as collections of laws say it. */
export const IN_FORCE = '(?:(?:全文|现行|部分|条款)?(?:有效|失效|废止)|已(?:修改|废止|失效))';

/** ×府办〔2022〕28号, with whatever brackets. */
export const NUMBER = '(?:[\\u4e00-\\u9fffA-Z]|（[\\u4e00-\\u9fff]{1,4}）){1,20}?(?:(?<=字)\\s*[：:]\\s*)?[〔\\[【（［﹝〈]\\s*(?:19|20)\\d{2}\\s*[〕\\]】）］﹞〉]\\s*第?\\s*\\d{1,5}(?:[-—]\\d{1,3})?\\s*号';
/** ××总局公告2010年第83号: 公告 and 令 are counted by years, without brackets. */
const COUNTED = '[\\u4e00-\\u9fff]{2,20}(?:公告|通告|令)\\s*(?:19|20)\\d{2}年第\\s*\\d{1,4}\\s*号';
/** （×政发〔2008〕7号）, （2025年第2号） below the title. */
export const NUMBER_IN_BRACKETS = new RegExp(`^（(?:${NUMBER}|${COUNTED}|(?:19|20)\\d{2}年第\\s*\\d{1,4}\\s*号)）$`);
export const NUMBER_LINE = new RegExp(`^(?:${NUMBER}|${COUNTED}|(?:(?:19|20)\\d{2}年)?第\\s*\\d{1,4}\\s*号)$`);
/** ××总局公告2010年第83号  2010-12-24  全文有效: a collection of laws gives the day and whether it is in force in the same line. */
export const NUMBER_AND_STATE = new RegExp(`^(${NUMBER}|${COUNTED})(?=[\\s\\u3000]+(?:19|20)\\d{2}[-./]\\d{1,2}[-./]\\d{1,2}(?:[\\s\\u3000]+${IN_FORCE})?$)`);

/** The last word of a title. */
export const TITLE_WORD = '(?:通知|通报|复函|函|答复意见|会办意见|指导意见|意见|答复|决定|决议|命令|公告|通告|公报|报告|请示|批复|回复|纪要|议案|方案|办法|规定|细则|规则|规划|计划|要点|总结|汇报|说明|条例|制度|预案|措施|安排|章程|提案|标准|规范|纲要|导则|规程|守则|准则|公约|公示|讲话|致辞|发言|主持词|(?:告知|决定|意见|答复|通知|建议|裁决|认定|责任|承诺|倡议|邀请|协议|意向)书|一封信|(?:公开|慰问|感谢|表扬|祝贺|贺)信|慰问电|贺电|启事|声明|须知|指南|简报|(?:通知|督办|交办|转办|催办)单|介绍信|议程|日程|清单|名单|一览表|分工表|表|令)';
export const TITLE_END = new RegExp(`${TITLE_WORD}(?:[\\s\\u3000]*[（(【][^（）()]{1,40}[）)】]){0,2}$`);

export const ORGANISATION_LINE = new RegExp(`^(?!.*[。；！？：])[\\u4e00-\\u9fff（）、\\s\\u3000·“”×＊*○X]{1,60}${ORGANISATION_END}(?:（[^（）]{1,10}）)?$`);
/** 县长　李某某, 总理　李某某: the person who signs an order. */
export const PERSON_SIGNS = /^(?:总[\s\u3000]*理|主[\s\u3000]*席|(?:省|市|州|县|区|镇|乡|部|局|厅|署|会|主|院)[\s\u3000]*(?:长|任))[\s\u3000：:]*[\u4e00-\u9fff\s\u3000·×＊*○]{2,8}$/;
/** 省长 right above the day: an order whose name a page left out. */
export const OFFICE_ALONE = /^(?:总理|主席|[省市州县区镇乡部局署]长|主任)$/;
/** ××委员会　宣, ××局　启: what is read out or sent to a person ends so. */
export const withoutSigningWord = (name: string): string => name.replace(/[\s\u3000]*[宣启]$/, '');
/** 各省、自治区、直辖市人民政府，…： and 王×代表：. */
const ADDRESSED = `(?:${ORGANISATION_END}|(?:代表|委员|同志|先生|女士)们?|主席|书记|[省市县区州盟镇乡部局厅处科院校会厂司队站所]长|主任|总理|教授|院士|秘书长|常委|经理|律师|老人|业主|用户|考生|学员|单位|部门|机构|企业|社会组织|成员|群众|团体|政府|党委|各位|主任|领导|市民|朋友们?|家长|同学|老师|幼儿园|学校|居民|市场主体|经营者)`;
const OPENING_WORDS = /如下|收悉|通知|根据|经(?:商|研究|查)|现将|为了?[\u4e00-\u9fff]{4}|您(?:们)?提出|关于|附件|抄送|联系|签发|主持|参加|出席|列席|地点|时间|标题|来源/;
export const isAddressee = (text: string): boolean =>
  PERSON_ADDRESSED.test(text) || GREETED.test(text) || (/[：:]$/.test(text) && !/[公盖签]章|签[字名]|[填申]报/.test(text) && text.length <= 200 && !/[。；！？]/.test(text) && (!OPENING_WORDS.test(text) || /^尊敬的/.test(text)) && new RegExp(`${ADDRESSED}(?:（[^（）]{1,20}）)?(?:等)?(?:\\d+[位名])?[：:]$|[^，]{0,6}等[^，]{0,6}${ADDRESSED}[：:]$`).test(text));
/** 王某、李某委员您好：: greeted where they are addressed. */
const GREETED = /^[\u4e00-\u9fff·、×＊*]{2,40}(?:代表|委员|同志|先生|女士)们?，?[您你]们?好[：:]$/;
/** 李某某：, whose name is not to be read by all. */
const PERSON_ADDRESSED = /^[\u4e00-\u9fff]{1,2}(?:某{1,2}|[×Xx*＊]{1,2})[：:]$/;

/** What stands above the text and ends with a colon, and is no caption of a list: an addressee of a kind not named above. */
export const mayAddress = (text: string): boolean =>
  /[：:]$/.test(text) && text.length >= 3 && text.length <= 100 && !/[。；！？“”《》\d]/.test(text) && !OPENING_WORDS.test(text) && !CAPTION_WORDS.test(text);
const CAPTION_WORDS = /条件|时间|要求|内容|范围|对象|事项|说明|情况|目的|依据|原则|结果|议[题程]|标准|方式|方法|程序|名单|步骤|材料|职责|任务|目标|措施|单位名称|[公盖签]章|[一二三四五六七八九十]是|[一二三四五六七八九十][、个项点]|字号|来源|日期|作者|编辑|位置|分享|下载|解读|电话|邮箱|地址|网址/;

export const ATTACHMENT = /^附[\s\u3000]*件?[\s\u3000]*[：:]|^附[\s\u3000]*件[\s\u3000]*1[.．、](?:[^\d]|(?:19|20)\d{2}[年—-])/;
/** 附件 / 附件1 / 附件：/ 附表2 alone on its line, also behind the number of the document: ×发〔2021〕2号附件. */
export const ANNEX_MARK = new RegExp(`^附[\\s\\u3000]*(?:件|表|录)[\\s\\u3000]*(?:\\d{1,2}|[一二三四五六七八九十]{1,2})?(?:[-—]\\d{1,2})?[\\s\\u3000]*[：:.．]?$|^附[：:]$|^${NUMBER}[\\s\\u3000]*附件\\d{0,2}$`);
export const SENT_TO = /^主[\s\u3000]*送[\s\u3000]*[：:][\s\u3000]*/;
export const COPY_TO = /^[抄分][\s\u3000]*送(?:单位|机关)?[\s\u3000]*[：:]/;
/** 报：, 送：, 发： at the foot of a 简报: whom it goes to, in words a 版记 does not have. */
export const ISSUED_TO = /^(?:呈?报|抄报|送|发)[\s\u3000]*[：:](?=[^。；]{2,120}。?$)/;
/** 代表姓名：, 建议内容：: the rows of the form a reply is entered in. */
export const ROW_OF_CASE = /^(?:(?:领衔|附议|提出)?(?:代表|委员)(?:姓名|名单)|提案人|建议人|(?:建议|提案)(?:内容|标题|题目|名称|编号|案由)|案由|案号)[：:]/;
export const NOTE = /^（[^（）]*(?:（[^（）]*）[^（）]*)*）$/;
export const PUBLICITY = /^(?:信息)?公开(?:方式|属性|类别|类型|选项|形式|范围)[：:].{2,20}$|^（?(?:此件)?(?:主动公开|依申请公开|不予公开|公开发布)）?$/;
export const CONTACT = /^（?(?:审核人|审签人|核稿人|拟稿人|联\s?系\s?人(?:及电话|及联系电话|和电话)?|联系(?:电话|单位及电话|单位|方式)|联系人员|承办人|经办人|领导(?:签发|署名|签名|签字)|(?:分管|主管|单位|承办|责任)(?:领导|负责人)|承办人及(?:联系)?电话|电话|传真|电子邮箱|电子邮件|邮政编码)[：:]/;
/** Further lines below a contact. */
export const MORE_CONTACT = /^(?:联系|通[信讯]|邮寄|办公)?(?:地址|邮箱|邮编|手机|网址)[：:]|^办公(?:地点|时间)[：:]|^(?:承办|分管|主办|会办|协办)(?:单位|部门|科室|股室)[：:]|^[\u4e00-\u9fff（）]{2,20}联系(?:人|电话|方式)[：:]|^(?:E-?mail|QQ)[：:]/i;
export const RESULT = /^[（(]?(?:是否同意公开|办理结果|办复类别|办理类别|答复类别|类别标记)[：:]\s*（?[A-DＡ-Ｄ是否]?.{0,6}$|^类[\s\u3000]*别[：:]\s*[A-D](?:类|[1-3])?$|^（?[A-D]\s?类?）?$|^(?:不?同意公开|可以公开)$/;
export const SIGNATORY = /^签\s?发\s?人\s*[：:]\s*/;
export const PRINT_RUN = /^[（(]?共印\s*\d+\s*份[）)]?$/;
/** 主题词：水利 河道 通知: words a document was filed under, until GB/T 9704—2012 left them out. */
export const SUBJECT_WORDS = /^主[\s\u3000]*题[\s\u3000]*词[\s\u3000]*[：:]/;
/** 打字：李某　校对：王某　　共印35份: who typed it, below the 版记. */
export const TYPED_BY = /^(?:打字|打印|录入|校对|排版|装订)(?:人员?)?[：:][^。；]{2,80}$/;
export const REGISTER_NUMBER = /^[A-Z]{2,8}\d{0,4}[—-]\d{4}[—-]\d{3,6}$/;
