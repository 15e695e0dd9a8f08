import { expect, test } from 'vitest';
import { intakeText, traceText } from './intake.ts';
import { lostCharacters } from './lost-characters.ts';

const read = (...lines: string[]) => intakeText(lines.join('\n')).report;
const TEXT = '为加强河道采砂管理，保障防洪安全，结合本省实际，制定本规定，请各地遵照执行。';

test('法规库页面在两个标题之间另起一行写发文机关：机关取来，标题不重复', () => {
  expect(read('青禾省河道采砂管理规定', '', '作者:法规资料网 时间:2024-07-06 04:34:58 浏览:86 来源:法规资料网', '', '青禾省河道采砂管理规定', '', '青禾省人民政府', '', '青禾省河道采砂管理规定', '政府令〔2010〕第15号', TEXT)).toMatchObject({ title: '青禾省河道采砂管理规定', documentNumber: '政府令〔2010〕第15号', issuer: '青禾省人民政府', paragraphs: 1 });
});

test('标题下写“1990年3月10日，水利部”，是成文日期', () => {
  expect(read('河道采砂许可证管理办法', '1990年3月10日，水利部', TEXT)).toMatchObject({ title: '河道采砂许可证管理办法', date: '1990-03-10', paragraphs: 1 });
});

test('题注里通过、修订的日期不当成文日期', () => {
  expect(read('青禾省河道采砂管理办法', '（2010年3月10日青禾省第十一届人民代表大会常务委员会通过）', TEXT).date).toBeNull();
});

test.each([
  ['青禾海关公告2010年第83号', '青禾海关公告2010年第83号'],
  ['青禾海关公告2010年第83号  2010-12-24  全文有效', '青禾海关公告2010年第83号'],
  ['（2025年第2号）', '2025年第2号'],
])('按年编号的公告和令：“%s”', (line, number) => {
  expect(read('青禾海关关于发布行业标准的公告', line, TEXT, '特此公告。', '2010年12月24日')).toMatchObject({ documentNumber: number, date: '2010-12-24', paragraphs: 2 });
});

test('令后面只印了“省长”没有姓名，仍是署名，不当发文机关', () => {
  expect(read('青禾省河道采砂管理规定', TEXT, '省长', '二○一○年十二月二十五日')).toMatchObject({ signature: '省长', issuer: null, date: '2010-12-25' });
});

test('标题末尾带着发文字号，下一行又写一遍标题和字号：各取一个，重复的都入账', () => {
  const text = ['重大事故查处挂牌督办通知书（青安督〔2019〕10号）', '作者: 时间:2019-11-20 点击数:', '重大事故查处挂牌督办通知书', '青安督〔2019〕10号', '青禾县人民政府：', TEXT, '2019年11月14日'].join('\n');
  expect(intakeText(text).report).toMatchObject({ title: '重大事故查处挂牌督办通知书', documentNumber: '青安督〔2019〕10号' });
  expect(lostCharacters(text, traceText(text))).toEqual([]);
});

test('目录前没有“目录”两字、或目录与正文章名不全相同，照样认出是目录', () => {
  const chapters = ['第一章 总则', '第二章 许可', '第三章 附则'];
  for (const above of [[], ['目 录']]) {
    expect(read('青禾省河道采砂管理办法', ...above, ...chapters, '第一章 总则', `第一条 ${TEXT}`, '第二条 本办法自公布之日起施行。').headings.map(({ label }) => label)).toEqual(['第一章']);
  }
});

test('三章都只有章名的节略本不当目录', () => {
  expect(read('青禾省河道采砂管理办法', '第一章 总则', '第二章 许可', '第三章 附则', `第一条 ${TEXT}`, '第二条 本办法自公布之日起施行。').headings).toHaveLength(3);
});

test('“第1条 …”的旧规章，条号与文字之间的空格不丢', () => {
  const { doc } = intakeText(['河道采砂许可证管理办法', `第1条 ${TEXT}`, '第2条 本办法自公布之日起施行。'].join('\n'));
  expect(doc.child(1).textContent.startsWith('第1条　为')).toBe(true);
});

test('文库页面在正文上面的文件名、介绍和元数据都不进正文', () => {
  expect(read('青禾市公文处理细则.docx', '- 文档编号:5043956', '- 上传时间:2022-12-12', '- 格式:DOCX', '青禾市公文处理细则.docx', '《青禾市公文处理细则.docx》由会员分享,可在线阅读,更多相关《青禾市公文处理细则.docx(9页珍藏版)》请在某某网上搜索。', '青禾市人民政府办公室关于印发公文处理细则的通知', '（青办发〔2007〕22号）', '各县人民政府：', TEXT, '二○○七年六月五日')).toMatchObject({
    title: '青禾市人民政府办公室关于印发公文处理细则的通知', documentNumber: '青办发〔2007〕22号', addressee: '各县人民政府', paragraphs: 1, date: '2007-06-05',
  });
});

test('网页把元数据做成带“-”的列表，发文字号照样取到', () => {
  expect(read('- 索引号:qhxs/2021-00016', '- 发文字号:青行发〔2021〕42号', '- 发布日期:2021-12-22 17:45', '青禾县人民政府关于河道采砂的通知', '各乡镇人民政府：', TEXT, '青禾县人民政府', '2021年11月9日').documentNumber).toBe('青行发〔2021〕42号');
});

test('标题在“印发”处断行，两行合成一个标题', () => {
  expect(read('青政发〔2025〕4号', '青禾市人民政府 青禾市中级人民法院印发', '关于完善联动机制的意见的通知', '各县（区）人民政府、法院：', TEXT, '青禾市人民政府 青禾市中级人民法院', '2025年4月30日').title).toBe('青禾市人民政府 青禾市中级人民法院印发关于完善联动机制的意见的通知');
});

test('附件名称后面的“（点击下载）”是网页的', () => {
  expect(read('青禾海关关于发布行业标准的公告', TEXT, '附件：行业标准名称表.doc（点击下载）', '2010年12月24日').attachments).toEqual(['行业标准名称表']);
});

test('整篇挤成一行又没有空格的公示，标题、附件、署名和日期分得开', () => {
  const text = `全县2025年度拟开展评比项目初审情况的公示根据《青禾县评比活动管理办法（试行）》规定，经县评比工作领导小组办公室初审，拟同意开展评比项目共8项，具体见附件，现予公示（5个工作日），如有不同意见，请于2025年4月21日前实名反映，联系电话：0000-5550186（兼传真）附件：全县2025年度拟开展评比项目表.doc县评比工作领导小组办公室2025年4月14日。`;
  expect(intakeText(text).report).toMatchObject({ title: '全县2025年度拟开展评比项目初审情况的公示', attachments: ['全县2025年度拟开展评比项目表'], signature: '县评比工作领导小组办公室', date: '2025-04-14', paragraphs: 1 });
  expect(lostCharacters(text, traceText(text))).toEqual([]);
});
