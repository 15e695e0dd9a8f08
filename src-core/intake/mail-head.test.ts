import { expect, test } from 'vitest';
import { findParagraphs, textOf } from '../document/elements.ts';
import { intakeText } from './intake.ts';

const TEXT = '各街道办事处：\n　　为做好社区食堂工作，现就有关事项通知如下：\n一、加强领导\n各街道要高度重视。\n青禾县民政局\n2026年3月2日';
const read = (head: string, text = TEXT) => {
  const { doc, report } = intakeText(`${head}\n\n${text}`);
  return { report, codes: report.report.map(({ code }) => code), body: doc.children.map(textOf) };
};

test('邮件里转来的通知：发件人、收件人去掉并报告，主题就是标题', () => {
  const { report, codes, body } = read('-----原始邮件-----\n发件人：张三 <zhangsan@qinghe.example>\n发送时间：2026年3月2日 9:15\n收件人：李四; wangwu@qinghe.example;\nzhaoliu@qinghe.example\n抄送：王五\n主题：转发：Re: 关于做好社区食堂工作的通知\n附件：社区食堂名单.xlsx');
  expect(report).toMatchObject({ title: '关于做好社区食堂工作的通知', addressee: '各街道办事处', signature: '青禾县民政局', date: '2026-03-02', copyTo: null, attachments: [] });
  expect(codes).toContain('dropped-mail-head');
  expect(body.join('')).not.toMatch(/张三|赵六|原始邮件|名单/);
});

test('正文里另有标题的，主题不重复；英文的邮件头一样认', () => {
  const { report, body } = read('From: a@qinghe.example\nTo: b@qinghe.example\nDate: Mon, 2 Mar 2026\nSubject: Fwd: 关于做好社区食堂工作的通知', `关于做好社区食堂工作的通知\n${TEXT}`);
  expect(report.title).toBe('关于做好社区食堂工作的通知');
  expect(body.filter((text) => text.includes('关于做好社区食堂工作的通知'))).toHaveLength(1);
});

test('没有发件人和主题的，不是邮件头：会议通知的时间、地点、抄送一字不动', () => {
  const { codes, body } = read('关于召开座谈会的通知', '各街道办事处：\n时间：3月2日9时\n地点：县政府二楼\n主题：社区食堂\n附件：名单\n青禾县民政局\n2026年3月1日');
  expect(codes).not.toContain('dropped-mail-head');
  expect(body.join('')).toContain('时间：3月2日9时');
  const bare = read('关于召开座谈会的通知', '时间：2026年3月2日（星期一）上午9时\n地点：县政府二楼\n主题：社区食堂\n附件：名单\n青禾县民政局\n2026年3月1日').body.join('');
  expect(bare).toContain('时间：2026年3月2日（星期一）上午9时地点：县政府二楼主题：社区食堂');
  expect(findParagraphs(intakeText('主题：社区食堂\n时间：3月2日').doc, 'body').length).toBeGreaterThan(0);
});
