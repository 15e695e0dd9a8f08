import { expect, test } from 'vitest';
import type { SourceBlock, WordSource } from '#core/intake/source.ts';
import { intakeWord } from '#core/intake/intake.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { readDocx } from './read-docx.ts';

const read = (body: string, parts: Record<string, string> = {}): WordSource => readDocx(wordFile(body, parts));
const texts = (blocks: readonly SourceBlock[]): string[] => blocks.flatMap((block) => (block.kind === 'line' ? [block.text] : block.rows.flat().flatMap((cell) => cell.paragraphs)));
const p = (text: string, properties = ''): string => wordPara(wordRun(text), properties);
const field = (instruction: string, result: string): string => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${wordRun(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

test('红头在页眉里进版头，每页的页眉页脚和页码不进正文，都有说明', () => {
  const section = '<w:sectPr><w:headerReference w:type="first" r:id="rIdheader1"/><w:headerReference w:type="default" r:id="rIdheader2"/><w:footerReference w:type="default" r:id="rIdfooter1"/><w:footerReference w:type="even" r:id="rIdfooter2"/><w:titlePg/></w:sectPr>';
  const word = read(p('关于做好防汛工作的通知') + p('各乡镇人民政府：') + p('现将有关事项通知如下。') + section, {
    header1: p('青川县人民政府文件') + p('青政发〔2026〕5号'), header2: p('内部资料 注意保存'), footer1: wordPara(wordRun('— ') + field('PAGE', '3') + wordRun(' —')), footer2: p('青川县人民政府办公室 2026年5月6日印发'),
  });
  expect(texts(word.blocks)).toEqual(['青川县人民政府文件', '青政发〔2026〕5号', '关于做好防汛工作的通知', '各乡镇人民政府：', '现将有关事项通知如下。', '青川县人民政府办公室 2026年5月6日印发']);
  expect(word.notes.filter(({ what }) => what !== 'pageField').map(({ what, text }) => [what, text])).toEqual([['header', '内部资料 注意保存'], ['pageNumber', '— 3 —']]);
  const { doc } = intakeWord(word);
  expect(doc.children.map((block) => block.attrs.role)).toEqual(['issuerMark', 'documentNumber', 'title', 'addressee', 'body', 'printer', 'printDate']);
});

test('脚注还是脚注，尾注改作脚注，里面的修订按接受后的文字，都说到', () => {
  const change = 'w:id="7" w:author="王处长" w:date="2026-08-01T08:00:00Z"';
  const word = read(p('关于统计口径的说明') + wordPara(wordRun('全县常住人口') + '<w:r><w:footnoteReference w:id="2"/></w:r>' + wordRun('稳步增长。') + '<w:r><w:endnoteReference w:id="1"/></w:r>') + p('下一步，继续做好统计工作。'), {
    footnotes: `<w:footnote w:type="separator" w:id="0">${p('')}</w:footnote><w:footnote w:id="2">${wordPara('<w:r><w:footnoteRef/></w:r>' + wordRun(' 年末数。'))}${p('含暂住人口。')}</w:footnote>`,
    endnotes: `<w:endnote w:id="1">${wordPara(`<w:r><w:endnoteRef/></w:r><w:ins ${change}>${wordRun('见')}</w:ins><w:del ${change}><w:r><w:delText>参</w:delText></w:r></w:del>` + wordRun('年鉴', '<w:b/>'))}</w:endnote>`,
  });
  expect(texts(word.blocks)).toEqual(['关于统计口径的说明', '全县常住人口稳步增长。', '下一步，继续做好统计工作。']);
  expect(word.notes.map(({ what, text }) => [what, text])).toEqual([['footnote', '年末数。 含暂住人口。'], ['endnote', '见年鉴'], ['noteChange', '见年鉴'], ['noteFormat', '见年鉴']]);
  const { doc, report } = intakeWord(word);
  const paragraph = doc.child(1);
  expect(paragraph.children.map((child) => (child.isText ? child.text : child.attrs.text))).toEqual(['全县常住人口', '年末数。\n含暂住人口。', '稳步增长。', '见年鉴']);
  expect(report.report).toContainEqual({ code: 'kept-footnote', count: 4, items: word.notes });
});

test('域：目录和页码略去，引用和链接的字留下，带圈字符算出来', () => {
  const ring = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\o\\ac(○,3) </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
  const contents = wordPara(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${wordRun('一、总则')}`) + wordPara(`${wordRun('二、附则')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`);
  const word = read(contents + wordPara(wordRun('详见') + field('REF _Ref1 \\h', '附件2') + wordRun('和') + `<w:hyperlink r:id="x">${wordRun('门户网站')}</w:hyperlink>` + ring + wordRun('。')));
  expect(texts(word.blocks).filter((text) => text !== '')).toEqual(['详见附件2和门户网站③。']);
  expect(word.notes.map(({ what, text }) => [what, text])).toEqual([['contents', '一、总则二、附则']]);
});

test('图片、公式、隐藏文字、未填的控件、文本框只读一遍，各说各的去处', () => {
  const picture = '<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>';
  const vml = `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${p('机密★1年')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
  const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>内部掌握</w:t></w:r>';
  const empty = '<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字。</w:t></w:r></w:sdtContent></w:sdt>';
  const word = read(wordPara(vml + wordRun('现场照片如下：') + picture + hidden + empty) + p('以上。'));
  expect(texts(word.blocks)).toEqual(['机密★1年', '现场照片如下：', '以上。']);
  expect(word.notes.map(({ what, text, near }) => [what, text, near])).toEqual([['image', '', '现场照片如下：'], ['hiddenText', '内部掌握', '现场照片如下：'], ['placeholder', '单击此处输入文字。', '现场照片如下：']]);
});

test('自动编号：层层引用、样式带的编号、重新起头、法律式、后缀、各种数字', () => {
  const level = (index: number, format: string, text: string, more = ''): string => `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}${level(2, 'decimalEnclosedCircle', '%3', '<w:suff w:val="nothing"/>')}</w:abstractNum>`
    + `<w:abstractNum w:abstractNumId="1">${level(0, 'decimalFullWidth', '%1．')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level(0, 'japaneseCounting', '（%1）')}</w:abstractNum><w:abstractNum w:abstractNumId="3">${level(0, 'ideographDigital', '%1、')}</w:abstractNum>`
    + '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num><w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>';
  const styles = '<w:style w:type="paragraph" w:styleId="K"><w:name w:val="款"/><w:pPr><w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
  const item = (text: string, id: number, at = 0): string => p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${id}"/></w:numPr>`);
  const word = read(item('总则', 1) + item('目的', 1, 1) + p('其一', '<w:pStyle w:val="K"/>') + p('其二', '<w:pStyle w:val="K"/>') + item('附则', 1) + item('施行', 1, 1) + p('又一', '<w:pStyle w:val="K"/>')
    + item('甲', 2) + item('乙', 2) + item('丁', 5) + item('戊', 5) + item('子', 3) + item('丑', 4), { numbering, styles });
  expect(texts(word.blocks)).toEqual(['第一章 总则', '1.1目的', '①其一', '②其二', '第二章 附则', '2.1施行', '①又一', '１．甲', '２．乙', '４．丁', '５．戊', '（一）子', '一、丑']);
});

test('WPS 和 OA 的标题样式名、段落自己的大纲级别都认', () => {
  const styles = ['标题 1', 'heading 2', '1级标题', '二级标题样式', '公文标题二级'].map((name, index) => `<w:style w:type="paragraph" w:styleId="S${index}"><w:name w:val="${name}"/></w:style>`).join('');
  const word = read(['甲', '乙', '丙', '丁', '戊'].map((text, index) => p(text, `<w:pStyle w:val="S${index}"/>`)).join('') + p('己', '<w:outlineLvl w:val="2"/>') + p('庚'), { styles });
  expect(word.blocks.map((block) => (block.kind === 'line' ? [block.role, block.level] : []))).toEqual([['heading', 1], ['heading', 2], ['heading', 1], ['heading', 2], ['heading', 2], ['heading', 3], [undefined, undefined]]);
});

test('表格左边让出的格、表中套表', () => {
  const cell = (inside: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
  const table = `<w:tbl><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/><w:gridCol w:w="1000"/></w:tblGrid><w:tr>${cell(p('甲'), '<w:vMerge w:val="restart"/>')}${cell(p('乙'))}${cell(p('丙'))}</w:tr>`
    + `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${cell(`<w:tbl><w:tr>${cell(p('里一'))}${cell(p('里二'))}</w:tr></w:tbl>${p('')}`)}</w:tr></w:tbl>`;
  const word = read(table + p('完。'));
  expect(word.blocks[0]).toMatchObject({ rows: [[{ paragraphs: ['甲'] }, { paragraphs: ['乙'] }, { paragraphs: ['丙'] }], [{ paragraphs: [] }, { paragraphs: ['里一', '里二', ''] }, { paragraphs: [] }]] });
  expect(word.notes.map(({ what }) => what)).toEqual(['nestedTable']);
});

test('单独成段的图片，报告里写明它的说明，没有说明的写它下面的图题', () => {
  const picture = (description: string): string => wordPara(`<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="${description}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`);
  const { notes } = readDocx(wordFile(wordPara(wordRun('正文。')) + picture('办公楼平面图') + wordPara(wordRun('图1　平面图')) + picture('') + wordPara(wordRun('图2　流程图'))));
  expect(notes).toEqual([{ what: 'image', text: '办公楼平面图', near: '图1　平面图' }, { what: 'image', text: '', near: '图2　流程图' }]);
});
