import { expect, test } from 'vitest';
import { intakeWord } from '#core/intake/intake.ts';
import type { Intake } from '#core/intake/intake.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { readDocx } from './read-docx.ts';

/** What people do in Word: one paragraph for a whole text, heading styles on running text, numbers that styles bear. */
const p = (text: string, properties = ''): string => wordPara(text.split('\n').map((part) => wordRun(part)).join('<w:r><w:br/></w:r>'), properties);
const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const style = (id: string, name: string, properties: string): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr>${properties}</w:pPr></w:style>`;
const HEADINGS = style('1', 'heading 1', '<w:outlineLvl w:val="0"/>') + style('2', 'heading 2', '<w:outlineLvl w:val="1"/>');
const as = (id: string): string => `<w:pStyle w:val="${id}"/>`;
const elements = ({ doc }: Intake): [string, string][] => doc.children.map((block) => [block.attrs.role as string, block.textContent]);
const read = (body: string, parts: Record<string, string> = {}): Intake => intakeWord(readDocx(wordFile(body, parts)));

const TITLE = '青禾县水务局关于开展河道清淤的通知';
const LINES = [TITLE, '各乡镇人民政府：', '　　现就河道清淤有关事项通知如下：', '　　一、总体要求', '　　到年底完成全部任务。', '　　二、工作任务', '　　（一）摸清底数。逐河调查。', '　　（二）实施清淤。制定方案。', '青禾县水务局', '2026年3月5日'];

test('从网页贴来、整篇只是一段（换行都是手动换行符）的，按各段认', () => {
  const intake = read(p(LINES.join('\n')));
  expect(intake.report).toMatchObject({ title: TITLE, addressee: '各乡镇人民政府', signature: '青禾县水务局', date: '2026-03-05' });
  expect(intake.report.headings.map(({ level, text }) => `${level}${text}`)).toEqual(['1总体要求', '1工作任务', '2摸清底数', '2实施清淤']);
});

test('这样一段里断在句中的行接得回去，修订还在原来的字上', () => {
  const inserted = '<w:ins w:id="1" w:author="周岚" w:date="2026-03-01T08:00:00Z"><w:r><w:t>十一月</w:t></w:r></w:ins>';
  const body = `<w:p><w:r><w:t>　　各乡镇要抓紧实施，对辖区内的骨干河道逐条开展调查，摸清淤积情况，</w:t><w:br/><w:t>在</w:t></w:r>${inserted}<w:r><w:t>底前完成清淤任务。</w:t><w:br/><w:t>　　县水务局要加强督查。</w:t></w:r></w:p>`;
  const { doc } = read(p(TITLE) + p('各乡镇人民政府：') + body);
  expect(doc.children.slice(2).map((block) => block.textContent)).toEqual(['各乡镇要抓紧实施，对辖区内的骨干河道逐条开展调查，摸清淤积情况，在十一月底前完成清淤任务。', '县水务局要加强督查。']);
  const found: string[] = [];
  doc.descendants((node) => void (node.isText && node.marks.some(({ type }) => type.name === 'ins') && found.push(node.text!)));
  expect(found).toEqual(['十一月']);
});

test('标题里的手动换行后面又用空格对齐的，空格不进标题', () => {
  expect(read(p('　　　　青禾县水务局\n　　　关于开展河道清淤的通知') + p('各乡镇人民政府：') + p('请抓紧实施。')).report.title).toBe(TITLE);
});

test('联系方式这样只换一两行的一段，还是一段', () => {
  expect(elements(read(p(TITLE) + p('各乡镇人民政府：') + p('请抓紧实施。') + p('报送地址：县政府三楼\n报送时间：每月五日前\n报送方式：书面')))).toHaveLength(4);
});

test('全文都套了“标题 1”样式的，样式不作数，照文字认', () => {
  const { report } = read(LINES.map((line) => p(line.trim(), as('1'))).join(''), { styles: HEADINGS });
  expect(report).toMatchObject({ title: TITLE, addressee: '各乡镇人民政府', signature: '青禾县水务局', date: '2026-03-05', paragraphs: 4 });
  expect(report.headings).toHaveLength(4);
});

test('只有个别正文段误套了标题样式的，长句还是正文，真标题还是标题', () => {
  const long = '到2026年底，全县河道清淤全部完成，行洪能力明显提高，各乡镇要提高认识。县水务局要加强督查，定期通报。';
  expect(elements(read(p(TITLE, '<w:jc w:val="center"/>') + p('各乡镇人民政府：') + p('总体要求', as('1')) + p(long, as('1')) + p('工作任务', as('1')) + p('逐河调查。'), { styles: HEADINGS })).slice(2)).toEqual([['heading', '总体要求'], ['body', long], ['heading', '工作任务'], ['body', '逐河调查。']]);
});

test('标题样式带自动编号、标题句接正文的，是段首标题', () => {
  const numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const styles = style('2', 'heading 2', '<w:outlineLvl w:val="1"/><w:numPr><w:numId w:val="1"/></w:numPr>');
  const { report } = read(p(TITLE) + p('各乡镇人民政府：') + p('一、工作任务') + p('摸清底数。逐河调查，逐段登记。', as('2')) + p('实施清淤。制定方案。', as('2')), { numbering, styles });
  expect(report.headings.map(({ level, label, text }) => `${level}${label}${text}`)).toEqual(['1一、工作任务', '2（一）摸清底数', '2（二）实施清淤']);
});

test('自动目录的“目录”二字与目录一起略去', () => {
  const contents = '<w:sdt><w:sdtContent>' + p('目　录') + '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>一、工作任务</w:t><w:tab/><w:t>1</w:t></w:r></w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>';
  const intake = read(contents + p(TITLE) + p('各乡镇人民政府：') + p('一、工作任务') + p('逐河调查。'));
  expect(intake.doc.textContent).not.toContain('目　录');
  expect(intake.report.report.map(({ code }) => code)).toEqual(expect.arrayContaining(['dropped-contents', 'dropped-duplicate']));
});

test('版头表格里“签发人：”与姓名各占一格的，合成一个要素', () => {
  const grid = `<w:tbl><w:tr>${cell(p('青禾县水务局文件'), '<w:gridSpan w:val="3"/>')}</w:tr><w:tr>${cell(p('青水发〔2026〕8号'))}${cell(p('签发人：'))}${cell(p('周　岚'))}</w:tr></w:tbl>`;
  expect(elements(read(grid + p('关于申请清淤资金的请示') + p('县人民政府：') + p('妥否，请批示。'))).slice(0, 3)).toEqual([['issuerMark', '青禾县水务局文件'], ['documentNumber', '青水发〔2026〕8号'], ['signatory', '周　岚']]);
});

const CLOSE = p('青禾县水务局') + p('2026年3月5日');

test('旧格式版记里的“主题词”和“打字、校对”如实报告，不当成网页；同一行的印数留下', () => {
  const { doc, report } = read(p(TITLE) + p('各乡镇人民政府：') + p('请抓紧实施。') + CLOSE + p('主题词：水利  河道  通知') + p('抄送：县委办公室，县人大常委会办公室，') + p('　　　县政协办公室。') + p('青禾县水务局办公室　　　2026年3月6日印发') + p('打字：李某　校对：王某　共印35份'));
  expect(doc.children.slice(-4).map((block) => [block.attrs.role, block.textContent])).toEqual([['copyTo', '县委办公室，县人大常委会办公室，县政协办公室。'], ['printer', '青禾县水务局办公室'], ['printDate', '2026年3月6日印发'], ['printRun', '共印35份']]);
  const codes = report.report.map(({ code }) => code);
  expect(codes).toContain('unsupported-part');
  expect(codes).not.toContain('dropped-website-remains');
});

test('附件说明几行排在一段里的，前面各行的文件后缀和换行符也去掉', () => {
  const { doc, report } = read(p(TITLE) + p('各乡镇人民政府：') + p('请抓紧实施。') + p('附件：1.清淤标准.docx\n　　　2.任务分解表.xlsx') + CLOSE);
  expect(report.attachments).toEqual(['清淤标准', '任务分解表']);
  expect(doc.children.filter((block) => block.attrs.role === 'attachmentNote').every((block) => block.childCount === 1)).toBe(true);
});

test('转发的文件标题下写着机关、再下一行是括号里的日期，都是题下的说明', () => {
  const intake = read(p('青禾县人民政府办公室关于转发县水务局河道清淤方案的通知') + p('各乡镇人民政府：') + p('县水务局《河道清淤方案》已经县政府同意，现转发给你们。') + p('青禾县人民政府办公室') + p('2026年3月5日') + p('河道清淤方案') + p('县水务局') + p('（2026年2月20日）') + p('为做好清淤工作，制定本方案。'));
  expect(elements(intake).slice(-4)).toEqual([['embedded', '河道清淤方案'], ['titleNote', '县水务局'], ['titleNote', '（2026年2月20日）'], ['body', '为做好清淤工作，制定本方案。']]);
});
