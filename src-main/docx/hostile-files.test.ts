import { unzipSync, strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { AppError } from '#core/contract/failure.ts';
import type { FailureCode } from '#core/contract/failure.ts';
import { intakeWord } from '#core/intake/intake.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { FAILURES } from '#core/wording/failures.ts';
import { sampleOf, templateOf } from '../../test/support/samples.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { readDocx } from './read-docx.ts';
import { writeDocx } from './write-docx.ts';

/** 'read', or the code it was refused with; anything else thrown is a bug. */
function outcome(bytes: Uint8Array): string {
  try {
    intakeWord(readDocx(bytes)).doc.check();
    return 'read';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const nested = (depth: number): string => '<w:tbl><w:tr><w:tc>'.repeat(depth) + wordPara(wordRun('里')) + '</w:tc></w:tr></w:tbl>'.repeat(depth);
const withDocument = (xml: string): Uint8Array => zipSync({ 'word/document.xml': strToU8(xml) }, { level: 1 });

test('套了十万层的表格、实体炸弹、撑大的压缩包，都说清楚读不了', () => {
  expect(outcome(wordFile(nested(100_000)))).toBe('not-a-docx');
  expect(outcome(wordFile('<w:p><w:ins>'.repeat(2000) + '</w:ins></w:p>'.repeat(2000)))).toBe('not-a-docx');
  const bomb = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
  expect(outcome(withDocument(bomb))).toBe('not-a-docx');
  expect(outcome(withDocument('<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>'))).toBe('not-a-docx');
  expect(outcome(zipSync({ 'word/document.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 1 }))).toBe('too-much-inside');
  expect(outcome(withDocument(`<w:document xmlns:w="w"><w:body>${'<w:p/>'.repeat(1_600_000)}</w:body></w:document>`))).toBe('too-much-inside');
});

/** A zip whose headers say that its one part is small. */
function lying(size: number): Uint8Array {
  const bytes = zipSync({ 'word/document.xml': new Uint8Array(size).fill(0x20) }, { level: 9 });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at < bytes.length - 4; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x0201_4b50) view.setUint32(at + 24, 100, true);
    if (signature === 0x0403_4b50) view.setUint32(at + 22, 100, true);
  }
  return bytes;
}
const change = 'w:id="1" w:author="甲"';

test.each([
  ['声称很小、解开很大的部件', () => lying(40_000_000), 'not-a-docx'],
  ['上万个部件', () => zipSync(Object.fromEntries(Array.from({ length: 11_000 }, (_, n) => [`word/x${n}.xml`, new Uint8Array(0)])), { level: 0 }), 'too-much-inside'],
  ['长得没有边的部件名', () => zipSync({ [`${'a/'.repeat(20_000)}x.xml`]: new Uint8Array(0) }, { level: 0 }), 'too-much-inside'],
  ['一行左边空出成千上万格的表格', () => wordFile(`<w:tbl>${'<w:tr><w:trPr><w:gridBefore w:val="200"/></w:trPr></w:tr>'.repeat(3_000)}</w:tbl>`), 'too-much-inside'],
  ['一行上万列的表格', () => wordFile(`<w:tbl><w:tr>${'<w:tc><w:tcPr><w:gridSpan w:val="200"/></w:tcPr><w:p/></w:tc>'.repeat(100)}</w:tr></w:tbl>`), 'too-much-inside'],
  ['四百万字以上', () => wordFile(wordPara(wordRun('国'.repeat(4_100_000)))), 'too-much-inside'],
  ['互相引用的脚注', () => wordFile(wordPara(wordRun('正文。') + '<w:r><w:footnoteReference w:id="1"/></w:r>'), { footnotes: [1, 2].map((id) => `<w:footnote w:id="${id}">${wordPara(wordRun('注') + '<w:r><w:footnoteReference w:id="1"/><w:footnoteReference w:id="2"/></w:r>')}</w:footnote>`).join('') }), 'read'],
  ['两千处引用的同一个脚注', () => wordFile(wordPara('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(2_000)), { footnotes: `<w:footnote w:id="1">${wordPara(wordRun('注'.repeat(10_000)))}</w:footnote>` }), 'read'],
  ['几千条批注盖着同一大段', () => wordFile(Array.from({ length: 3_000 }, (_, id) => `<w:commentRangeStart w:id="${id}"/>`).join('') + wordPara(wordRun('文')).repeat(5_000), { comments: Array.from({ length: 3_000 }, (_, id) => `<w:comment w:id="${id}" w:author="甲">${wordPara(wordRun('批'))}</w:comment>`).join('') }), 'read'],
  ['一段里几万处修订', () => wordFile(wordPara(`<w:ins ${change}>${wordRun('甲')}</w:ins><w:del ${change}><w:r><w:delText>乙</w:delText></w:r></w:del>`.repeat(20_000))), 'read'],
  ['几万个段落标记删去的段落', () => wordFile(wordPara(wordRun('正文')) + wordPara(`<w:del ${change}><w:r><w:delText>乙</w:delText></w:r></w:del>`, `<w:rPr><w:del ${change}/></w:rPr>`).repeat(20_000)), 'read'],
  ['几十万个同样的段落', () => wordFile(wordPara(wordRun('认真落实。')).repeat(130_000)), 'read'],
] as const)('%s：不卡住，不撑爆内存', (_, make, expected) => {
  expect(outcome(make())).toBe(expected);
}, 60_000);

test('名字逃出压缩包的部件、绕圈的样式、指向不存在处的编号和批注，读得出正文', () => {
  const files = unzipSync(wordFile(wordPara(wordRun('正文。'), '<w:pStyle w:val="A"/><w:numPr><w:ilvl w:val="9"/><w:numId w:val="77"/></w:numPr>') + wordPara('<w:commentRangeStart w:id="9"/><w:r><w:footnoteReference w:id="9"/></w:r>'), {
    styles: '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="甲"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="乙"/><w:basedOn w:val="A"/></w:style>',
  }));
  const bytes = zipSync({ ...files, '../../../etc/passwd.xml': strToU8('<a/>'), '/word/x.xml': strToU8('no xml at all') });
  expect(intakeWord(readDocx(bytes)).doc.textContent).toBe('正文。');
  expect(intakeWord(readDocx(wordFile(nested(20)))).doc.textContent).toBe('里');
});

/** A small generator of numbers: the same seed, the same files. */
function numbersFrom(seed: number): (below: number) => number {
  let state = Math.imul(seed, 0x9e37_79b1);
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A part of a package made worse by a person of ill will or a program with faults. */
const SPOIL: readonly ((files: Record<string, Uint8Array>, next: (below: number) => number) => Uint8Array)[] = [
  // A part lost.
  (files, next) => {
    const names = Object.keys(files);
    const lost = names[next(names.length)]!;
    return zipSync(Object.fromEntries(Object.entries(files).filter(([name]) => name !== lost)));
  },
  // Names that lead out of the package, or say nothing.
  (files, next) => zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [next(3) === 0 ? ['../../../', '/', 'C:\\', '..\\..\\', './', '\u0000', '__proto__/'][next(7)]! + name : name, bytes]))),
  // Content types and relationships that say something else.
  (files, next) => {
    const part = ['[Content_Types].xml', '_rels/.rels', 'word/_rels/document.xml.rels'][next(3)]!;
    const text = new TextDecoder().decode(files[part]).replace(/"[^"]*"/g, (value) => (next(4) === 0 ? ['""', '"../../../etc/passwd"', '"application/zip"', '"word/document.xml"', '"http://example.invalid/x.xml"'][next(5)]! : value));
    return zipSync({ ...files, [part]: strToU8(next(5) === 0 ? '' : text) });
  },
  // Tables within tables.
  (files, next) => withBody(files, nested(10 ** (1 + next(next(20) === 0 ? 5 : 3)))),
  // Entities that grow.
  (files, next) => {
    const text = new TextDecoder().decode(files['word/document.xml']).replace(/<w:document/, `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: next(9) }, (_, n) => `<!ENTITY a${n} "${`&a${n === 0 ? '' : n - 1};`.repeat(10)}">`).join('')}]><w:document`).replace('<w:t', '<w:t>&a;&a7;</w:t><w:t');
    return zipSync({ ...files, 'word/document.xml': strToU8(text) });
  },
  // A part that is small in the file and large outside, and may lie about it.
  (files, next) => (next(10) === 0 ? lying(10_000_000 + next(60_000_000)) : withBody(files, ['<w:p/>', wordPara(wordRun('大')), '<w:tbl/>'][next(3)]!.repeat(10 ** next(5)))),
];

function withBody(files: Record<string, Uint8Array>, inside: string): Uint8Array {
  const text = new TextDecoder().decode(files['word/document.xml']);
  return zipSync({ ...files, 'word/document.xml': strToU8(text.replace('</w:body>', () => `${inside}</w:body>`)) }, { level: 1 });
}

/** One file made worse: bytes changed, cut short, a part spoilt, tags of the text taken out, doubled or swapped, numbers blown up. */
function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const next = numbersFrom(seed);
  const kind = next(6 + SPOIL.length);
  if (kind === 0) return bytes.slice(0, next(bytes.length));
  if (kind === 1) {
    const changed = bytes.slice();
    for (let i = next(20) + 1; i > 0; i--) changed[next(changed.length)]! ^= 1 << next(8);
    return changed;
  }
  const files = unzipSync(bytes);
  if (kind >= 6) return SPOIL[kind - 6]!(files, next);
  let text = new TextDecoder().decode(files['word/document.xml']);
  const tags = [...text.matchAll(/<[^>]+>/g)];
  for (let i = next(6) + 1; i > 0; i--) {
    const tag = tags[next(tags.length)]!;
    const other = tags[next(tags.length)]!;
    if (kind === 2) text = text.replace(tag[0], '');
    else if (kind === 3) text = text.replace(tag[0], other[0]);
    else if (kind === 4) text = text.replace(tag[0], tag[0].replace(/"[^"]*"/g, () => ['"-1"', '"999999999"', '""', '"NaN"', '"\ud800"'][next(5)]!));
    else text = text.replace(/<w:(p|r|tbl|tr|tc)>/g, (whole) => (next(40) === 0 ? '' : whole));
  }
  return zipSync({ ...files, 'word/document.xml': strToU8(text.toWellFormed()) });
}

/** Five seconds on a machine that does nothing else, three times that on a busy one. */
const LONGEST_MS = 15_000;
const MOST_MEMORY = 2 ** 30;

test('成百上千种弄坏的 Word 文件：不是读出来，就是说读不了，从不出错', async () => {
  const rounds = Number(process.env.NIWEN_FUZZ ?? 210);
  const change = 'w:id="1" w:author="李四" w:date="2026-08-01T08:30:00Z"';
  const foreign = wordFile(
    wordPara(wordRun('关于做好工作的通知')) + wordPara(wordRun('一、要求', '<w:b/>') + `<w:ins ${change}>${wordRun('新增')}</w:ins><w:del ${change}><w:r><w:delText>旧文</w:delText></w:r></w:del>`, `<w:rPr><w:del ${change}/></w:rPr>`)
      + wordPara('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + wordRun('第一条') + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
      + `<w:tbl><w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr>${wordPara(wordRun('甲'))}</w:tc></w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:vMerge/></w:tcPr>${wordPara(wordRun('乙'))}</w:tc></w:tr></w:tbl>`,
    { numbering: '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>', comments: `<w:comment ${change}>${wordPara(wordRun('批'))}</w:comment>` },
  );
  const own = await writeDocx(sampleOf('notice'), resolveStyles(templateOf('notice')), { title: '', author: '', created: new Date('2026-08-01T08:00:00Z') });
  const seen = new Map<string, number>();
  let [longest, most] = [0, 0];
  for (let seed = 1; seed <= rounds; seed++) {
    const bytes = mutate(seed % 3 === 0 ? own : foreign, seed);
    let result: string;
    const start = performance.now();
    try {
      result = outcome(bytes);
    } catch (error) {
      throw new Error(`seed ${seed}`, { cause: error });
    }
    longest = Math.max(longest, performance.now() - start);
    expect(longest, `seed ${seed}`).toBeLessThan(LONGEST_MS);
    most = Math.max(most, process.memoryUsage().rss);
    expect(most, `seed ${seed}`).toBeLessThan(MOST_MEMORY);
    seen.set(result, (seen.get(result) ?? 0) + 1);
  }
  if (rounds >= 10_000) console.log(Object.fromEntries(seen), { longestMs: Math.round(longest), memoryMb: Math.round(most / 2 ** 20) });
  // What is refused is refused in Chinese, by name, with a way on.
  for (const code of seen.keys()) if (code !== 'read') expect(FAILURES[code as FailureCode]({ name: '来文.docx' })).toMatch(/来文\.docx.*请用 Word 或 WPS/);
  // Both ways were gone: the mutations neither spared nor killed every file.
  expect(seen.get('read')).toBeGreaterThan(rounds / 10);
  expect(seen.get('not-a-docx')).toBeGreaterThan(rounds / 10);
}, 60_000 + Number(process.env.NIWEN_FUZZ ?? 0) * 100);
