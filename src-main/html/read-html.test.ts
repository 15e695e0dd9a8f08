import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { intakeWord } from '#core/intake/intake.ts';
import { readHtml } from './read-html.ts';

const text = (html: string): string[] => readHtml(html).blocks.map((block) => (block.kind === 'line' ? block.text : block.rows.map((row) => row.map((cell) => cell.paragraphs.join('/')).join('|')).join('\n')));

test('段落、换行和列表各成一行，源码里的换行和空格不算', () => {
  expect(text('<h1>关于检查的\n  通知</h1><div>各单位：<p>　　请按时\n完成。<br>不得延误。</p></div><ul><li>第一项<li>第二项</ul>')).toEqual(['关于检查的 通知', '各单位：', '　　请按时 完成。', '不得延误。', '第一项', '第二项']);
});

test('看不见的不读：脚本、样式、隐藏的和修订中删去的', () => {
  expect(text('<title>网站</title><script>var a</script><style>p{}</style><p style="display: none">隐藏</p><p hidden>隐藏</p><p>保留<del>删去</del></p>')).toEqual(['保留']);
});

test('表格带着合并读出，表头认得；排版用的表格按行读', () => {
  const [table] = readHtml('<table><thead><tr><th>序号<th>任务</thead><tr><td rowspan=2>1<td>甲<p>乙<tr><td colspan=1>丙</table>').blocks;
  expect(table).toMatchObject({ kind: 'table', headerRows: 1, rows: [[{ paragraphs: ['序号'] }, { paragraphs: ['任务'] }], [{ paragraphs: ['1'], rowspan: 2 }, { paragraphs: ['甲', '乙'] }], [{ paragraphs: ['丙'], colspan: 1 }]] });
  expect(text('<table><tr><td>导航<td><table><tr><td>标题</td></tr><tr><td>正文</td></tr></table></table>')).toEqual(['导航', '标题', '正文']);
});

test('粗体、下划线、上下标留着', () => {
  expect(readHtml('<p>　　<b>一是</b>抓好落实<sup>2</sup></p>').blocks).toEqual([{ kind: 'line', text: '　　一是抓好落实2', formats: [{ mark: 'bold', span: [2, 4] }, { mark: 'superscript', span: [8, 9] }] }]);
});

test('有序列表的序号照浏览器所见补上，自己写了序号的和导航不补', () => {
  expect(text('<ol style="list-style-type:cjk-ideographic"><li><p>总体要求</p><p>预防为主。</p><li>工作任务<ol><li>报送材料。<li value=5><b>明确</b>人员。</ol></ol>')).toEqual(['一、总体要求', '预防为主。', '二、工作任务', '1.报送材料。', '5.明确人员。']);
  expect(text('<ol><li>1. 自查<li>（二）整改</ol><ol><li><a>首页</a><li><a>公开</a></ol><ol style="list-style:none"><li>附则</ol><ul><li>其他</ul>')).toEqual(['1. 自查', '（二）整改', '首页', '公开', '附则', '其他']);
  expect(readHtml('<ol><li><b>明确</b>人员。</ol>').blocks).toEqual([{ kind: 'line', text: '1.明确人员。', formats: [{ mark: 'bold', span: [2, 4] }] }]);
});

test('表名在表前成一行，单元格里的上标留着', () => {
  const blocks = readHtml('<table><caption>自查情况统计表</caption><tr><td>序号<td> 面积（m<sup>2</sup>）</table>').blocks;
  expect(blocks).toMatchObject([{ text: '自查情况统计表' }, { rows: [[{ paragraphs: ['序号'] }, { paragraphs: ['面积（m2）'], details: [{ formats: [{ mark: 'superscript', span: [4, 5] }] }] }]] }]);
});

test('注音、标为删去的、画了删除线的，各记一笔', () => {
  const { blocks, notes } = readHtml('<p>请于<del>三月</del><s>四月</s>五月报送，<ruby>会<rp>(</rp><rt>kuai</rt><rp>)</rp></ruby>计科负责。</p>');
  expect(blocks).toEqual([{ kind: 'line', text: '请于四月五月报送，会计科负责。' }]);
  expect(notes.map(({ what, text: words }) => [what, words])).toEqual([['deleted', '三月'], ['strike', '四月'], ['ruby', 'kuai']]);
});

test('空的列表项、只有表格的列表项，号不落到后面的段落上', () => {
  expect(text('<ol><li></li></ol><p>正文</p>')).toEqual(['正文']);
  expect(text('<ol><li>甲</li><li> </li><li>乙</li></ol><p>正文</p>')).toEqual(['1.甲', '3.乙', '正文']);
  const table = '<table><tr><td>序号<td>任务<tr><td>1<td>自查</table>';
  expect(readHtml(`<ol><li>${table}</li></ol><p>正文</p>`).blocks).toMatchObject([{ kind: 'table' }, { text: '正文' }]);
});

test('网页里古怪的元素名不碍事，字一个不少', () => {
  expect(text('<p>请<constructor>各科室</constructor>报送。</p>')).toEqual(['请各科室报送。']);
});

test('层层嵌套的网页读得完', () => {
  const deep = 50_000;
  expect(text(`${'<div>'.repeat(deep)}正文${'</div>'.repeat(deep)}`)).toEqual(['正文']);
  expect(text(`${'<table><tr><td>'.repeat(2000)}正文`)).toEqual(['正文']);
  expect(text(`${'<ol><li>'.repeat(20_000)}正文`)).toEqual(['1.正文']);
});

test('网页成为有结构的文稿，表格也在', () => {
  const { doc, report } = intakeWord(readHtml('<h2>关于做好检查工作的通知</h2><p>各科室：</p><p>　　现通知如下：</p><p>　　一、明确任务</p><p>　　任务见下表。</p><table><tr><th>序号<th>任务<tr><td>1<td>自查<tr><td>2<td>整改</table><p>县教育局</p><p>2026年8月1日</p>'));
  expect(report).toMatchObject({ title: '关于做好检查工作的通知', addressee: '各科室', signature: '县教育局', date: '2026-08-01', tables: 1, headings: [{ level: 1, label: '一、', text: '明确任务' }] });
  expect(doc.textContent).toContain('整改');
});

test('网页里自带的图片跟着来，网上的只记一笔，计数的小点不算', () => {
  const { doc, report } = intakeWord(readHtml(`<p>各单位：</p><p>　　流程见下图。</p><p><img src="data:image/png;base64,${PNG.sync.write(new PNG({ width: 40, height: 20 })).toString('base64')}" alt="办理流程"></p><p>　　咨询电话附后。<img src="https://example.invalid/code.png" alt="二维码"><img src="https://example.invalid/1.gif" width=1 height=1></p>`));
  const images: unknown[] = [];
  doc.descendants((node) => void (node.type.name === 'image' && images.push(node.attrs)));
  expect(images).toMatchObject([{ type: 'image/png', width: 600, height: 300, alt: '办理流程' }]);
  expect(report.report.find(({ code }) => code === 'unsupported-part')).toMatchObject({ count: 1, items: [{ what: 'image', text: '二维码', near: '咨询电话附后。' }] });
});
