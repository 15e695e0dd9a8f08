import { expect, test } from 'vitest';
import { intakeText } from './intake.ts';

const read = (text: string) => intakeText(text).report;
const ANSWER = '您提出的关于增设照护床位的建议收悉，现答复如下。';
const reply = (above: string, below = '青禾县照护局\n2026年9月30日'): string => `关于县人大会议第3号建议的答复\n${above}\n林见川代表：\n${ANSWER}\n${below}`;

test('字号后面括号里的办理类别分开；公文序号前的“第”是有些机关的写法，照原样', () => {
  expect(read(reply('青照建复〔2026〕7号(B类)'))).toMatchObject({ documentNumber: '青照建复〔2026〕7号', paragraphs: 1 });
  expect(read(reply('青照建复[2026]第7号')).documentNumber).toBe('青照建复〔2026〕第7号');
});

test('代表姓名、建议内容是登记表的项，留在文中，不算正文段落', () => {
  const { doc, report } = intakeText(`青禾县照护局\n关于县人大会议第3号代表建议办理情况的复函\n代表姓名:林见川、许棠\n建议内容: 关于增设照护床位的建议\n${ANSWER}\n青禾县照护局\n2026年9月30日`);
  expect(report.paragraphs).toBe(1);
  expect(doc.textContent).toContain('代表姓名：林见川、许棠');
});

test('日期下面的审核人是附注', () => {
  expect(read(reply('', '青禾县照护局\n2026年9月30日\n审核人:周予安')).paragraphs).toBe(1);
});

test('标题里写明哪个镇的机关名已是全称，署名前面加了市名也照标题；只写镇政府的用署名', () => {
  const issuer = (title: string) => read(`${title}\n各村民委员会：\n为做好森林防火工作，现将有关事项通知如下，请遵照执行。\n青禾市青川镇人民政府\n2026年9月30日`).issuer;
  expect([issuer('青川镇人民政府关于禁火的通知'), issuer('镇人民政府关于禁火的通知')]).toEqual(['青川镇人民政府', '青禾市青川镇人民政府']);
});

test('各单位要怎样、不得怎样是要求，不是标题；专栏的号不算段落', () => {
  const notice = (...below: string[]) => read(['关于做好照护服务的通知', '各镇人民政府：', '现将有关事项通知如下。', '一、工作要求', ...below, '青禾县照护局', '2026年9月30日'].join('\n'));
  expect(notice('1.各镇要高度重视，加大宣传力度，落实专门人员，配合做好申报受理、现场核查等工作。', '2.各机构要按规定填报材料，严禁弄虚作假。凡弄虚作假的，三年内不得申报。', '3.核定工作要坚持自愿原则，不收取任何费用。任何单位不得搭车收费。').headings).toHaveLength(1);
  expect(notice('本县共有三家机构存在问题。', '专栏1：', '某机构未按规定登记。').paragraphs).toBe(3);
});

test.each([
  ['关于政协青禾县第十届委员会第二次会议第018号提案的答复', '刘×委员', 'cppcc-reply', '青禾县第十届委员会第二次会议', '018'],
  ['关于县政协十届二次会议第18号委员提案的答复', '刘×委员', 'cppcc-reply', '十届二次会议', '18'],
  ['关于县人大十六届一次会议第35号建议的答复', '刘×代表', 'npc-reply', '县人大十六届一次会议', '35'],
  ['对青禾县第十六届人民代表大会第一次会议第35号人大代表建议的答复', '刘×代表', 'npc-reply', '青禾县第十六届人民代表大会第一次会议', '35'],
])('地方的案由写法，届次和案号读得出：%s', (title, addressee, template, session, number) => {
  const { recognition, doc } = intakeText(`${title}\n\n${addressee}：\n\n您提出的关于加强照护服务的建议收悉。现答复如下：\n\n我局坚持预防为主。\n\n青禾县照护局\n\n2024年5月6日\n`);
  expect([recognition.choice?.id, recognition.choice?.reason]).toEqual([template, 'session-and-number']);
  expect(doc.attrs.fields).toMatchObject({ session, number });
});
