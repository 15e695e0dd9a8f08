import { expect, test } from 'vitest';
import { intakeWord } from '#core/intake/intake.ts';
import type { Intake } from '#core/intake/intake.ts';
import { wordFile, wordPara, wordRun } from '../../../test/support/word-file.ts';
import { readDocx } from '../read-docx.ts';

/** What is on paper but is no w:t: it comes along, or the report tells of it. */
const p = (inside: string, properties = ''): string => wordPara(inside, properties);
const text = (words: string): string => p(wordRun(words));
const numbered = (words: string): string => p(wordRun(words), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const read = (body: string, parts: Record<string, string> = {}): Intake => intakeWord(readDocx(wordFile(p(wordRun('关于做好自查工作的通知'), '<w:jc w:val="center"/>') + text('各科室：') + body, parts)));
const told = ({ report }: Intake): [string, string][] => report.report.flatMap(({ items = [] }) => items.map(({ what, text: words }): [string, string] => [what, words]));
const words = ({ doc }: Intake): string[] => doc.children.slice(2).map((block) => block.textContent);
const list = (level: string): Record<string, string> => ({ numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>${level}</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` });
const form = (data: string, instruction: string): string => `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test('插入的文件、子文档、图表、图示没有导入的，报告里都有', () => {
  const drawing = (graphic: string): string => `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图" descr="用电走势"/><a:graphic><a:graphicData>${graphic}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
  const intake = read(`${text('现将情况通知如下。')}<w:altChunk r:id="rId9"/>${p('<w:subDoc r:id="rId8"/>')}${p(drawing('<c:chart xmlns:c="c" r:id="rId7"/>'))}${p(drawing('<dgm:relIds xmlns:dgm="d" r:dm="rId6"/>'))}${text('请遵照执行。')}`);
  expect(told(intake)).toEqual([['insertedFile', ''], ['insertedFile', ''], ['chart', '用电走势'], ['chart', '用电走势']]);
});

test('艺术字写的红头读成发文机关标志；斜在页面上的是水印，只记入报告', () => {
  const art = (style: string, said: string): string => p(`<w:r><w:pict><v:shape id="艺术字1" style="${style}"><v:textpath string="${said}"/></v:shape></w:pict></w:r>`);
  const source = wordFile(art('width:400pt', '江州市水利局文件') + art('position:absolute;rotation:315', '征求意见稿') + text('江水〔2026〕3号') + text('关于做好防汛工作的通知') + text('各科室：') + text('现将有关事项通知如下。'));
  const intake = intakeWord(readDocx(source));
  expect(intake.doc.firstChild).toMatchObject({ attrs: { role: 'issuerMark' }, textContent: '江州市水利局文件' });
  expect(intake.doc.textContent).not.toContain('征求意见稿');
  expect(told(intake)).toEqual([['watermark', '征求意见稿']]);
});

test('页眉里的水印各页都有，只说一次', () => {
  const mark = p('<w:r><w:pict><v:shape id="PowerPlusWaterMarkObject1" style="position:absolute"><v:textpath string="机密"/></v:shape></w:pict></w:r>');
  const section = '<w:sectPr><w:headerReference w:type="default" r:id="rIdheader1"/><w:headerReference w:type="even" r:id="rIdheader2"/></w:sectPr>';
  const intake = read(text('现将有关事项通知如下。') + section, { header1: mark, header2: mark });
  expect(intake.doc.textContent).not.toContain('机密');
  expect(told(intake)).toEqual([['watermark', '机密']]);
});

test('旧式窗体的方框和下拉所选照纸面补成文字', () => {
  const intake = read(p(wordRun('公开：') + form('<w:checkBox><w:default w:val="1"/></w:checkBox>', 'FORMCHECKBOX') + wordRun('是') + form('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', 'FORMCHECKBOX') + wordRun('否，范围：')
    + form('<w:ddList><w:result w:val="1"/><w:listEntry w:val="本市"/><w:listEntry w:val="全省"/></w:ddList>', 'FORMDROPDOWN') + wordRun('。')));
  expect(words(intake)).toEqual(['公开：☑是□否，范围：全省。']);
  expect(told(intake)).toEqual([]);
});

test('用图形字体打的方框和勾读成方框和勾，不同的图形字体各有各的字', () => {
  const wingdings = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>';
  const intake = read(p(wordRun('&#xF0FE;', wingdings) + wordRun('同意') + wordRun('o', wingdings) + wordRun('不同意') + '<w:r><w:sym w:font="Wingdings 2" w:char="F0A3"/></w:r>' + wordRun('弃权') + '<w:r><w:sym w:font="Webdings" w:char="F063"/></w:r>' + wordRun('其他。')));
  expect(words(intake)).toEqual(['☑同意□不同意□弃权□其他。']);
});

test('编号只有“注：”没有数的，字照样补上；项目符号没有保留，一个列表说一次', () => {
  const noted = read(numbered('各科室要按时报送材料。'), list('<w:numFmt w:val="none"/><w:lvlText w:val="注："/>'));
  expect(words(noted)).toEqual(['注：各科室要按时报送材料。']);
  const dotted = read(numbered('各科室要按时报送材料。') + numbered('各科室要明确联络人员。'), list('<w:numFmt w:val="bullet"/><w:lvlText w:val="●"/>'));
  expect(told(dotted)).toEqual([['bullet', '●']]);
});

test('编号借用列表样式的，按那个样式编', () => {
  const numbering = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="公文编号"/></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:styleLink w:val="公文编号"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
  const { report } = read(numbered('总体要求') + text('坚持预防为主。') + numbered('工作任务') + text('各科室要抓好排查。'), { numbering });
  expect(report.headings).toMatchObject([{ level: 1, text: '总体要求' }, { level: 1, text: '工作任务' }]);
});

test('删除线下的字照样导入，请人核对；样式里隐藏的字不进正文，有说明', () => {
  const styles = '<w:style w:type="character" w:styleId="H"><w:name w:val="隐"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Z"><w:name w:val="HTML Top of Form"/><w:rPr><w:vanish/></w:rPr></w:style>';
  const intake = read(p(wordRun('请各科室') + wordRun('三月底前', '<w:strike/>') + wordRun('内部掌握', '<w:rStyle w:val="H"/>') + wordRun('四月底前报送。')) + p(wordRun('窗体顶端'), '<w:pStyle w:val="Z"/>') + text('请遵照执行。'), { styles });
  expect(words(intake)).toEqual(['请各科室三月底前四月底前报送。', '请遵照执行。']);
  expect(told(intake).toSorted()).toEqual([['hiddenText', '内部掌握'], ['hiddenText', '窗体顶端'], ['strike', '三月底前']].toSorted());
});

test('处处写着左对齐的文件，没有人选过它；只有一段左对齐，是有人选的', () => {
  const long = (words: string, align: string): string => p(wordRun(words), `<w:jc w:val="${align}"/>`);
  const aligns = (body: string): unknown[] => read(body).doc.children.slice(2).map((block) => block.attrs.align as unknown);
  expect(aligns(long('现将有关情况通知如下。', 'start') + long('各科室要按时报送材料。', 'start'))).toEqual([null, null]);
  expect(aligns(long('现将有关情况通知如下。', 'both') + long('各科室要按时报送材料。', 'left'))).toEqual([null, 'left']);
});

test('一段里有分页符的，后一页的字另起一段：日期后面分页的附件不连在日期上', () => {
  const page = '<w:r><w:br w:type="page"/></w:r>';
  const intake = read(text('现将有关事项通知如下。') + text('附件：自查表') + text('县发展局') + p(wordRun('2026年3月5日') + page + wordRun('附件')) + text('自查表') + p(page + wordRun('请逐项填写。') + page));
  expect(intake.report).toMatchObject({ date: '2026-03-05', attachments: ['自查表'] });
  expect(words(intake).at(-1)).toBe('请逐项填写。');
  const level = '<w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/>';
  const numberedAfterBreak = read(p(page + wordRun('总体要求'), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') + text('坚持预防为主。'), list(level));
  expect(numberedAfterBreak.report.headings).toMatchObject([{ level: 1, text: '总体要求' }]);
});
