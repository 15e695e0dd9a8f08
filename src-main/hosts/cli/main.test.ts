import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import { temporaryFolder } from '../../../test/support/temporary-folder.ts';

const entry = join(import.meta.dirname, 'main.ts');

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs one command in a folder of its own; nothing of this machine's user is read or written. */
function niwen(folder: string, args: readonly string[], input: string | Buffer = ''): Promise<Run> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [entry, ...args], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', HOME: folder, XDG_DATA_HOME: join(folder, 'share') } });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', failed);
    child.on('close', (code) => done({ code, stdout, stderr }));
  });
}

const NOTICE = '关于做好夏季防汛工作的通知\n\n各处室：\n　　请认真做好防汛工作。\n';

describe('templates', () => {
  it('lists id, 文种, name and fields', async () => {
    const { code, stdout } = await niwen(temporaryFolder(), ['templates']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^npc-reply\t函\t人大建议答复/m);
    expect(stdout).toMatch(/^ {2}issuer\t发文机关/m);
  });

  it('does so for programs', async () => {
    const { stdout } = await niwen(temporaryFolder(), ['templates', '--json']);
    expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ id: 'notice', wenzhong: '通知', fields: expect.arrayContaining([expect.objectContaining({ id: 'issuer' })]) as unknown }));
  });
});

describe('new', () => {
  it('writes a document from field values, several of a list field', async () => {
    const folder = temporaryFolder();
    const fields = ['--set', 'issuer=某某部', '--set', 'proposers=张三', '--set', 'proposers=李四', '--set', 'date=2026-01-05', '--set', 'topic=关于a=b的建议'];
    expect(await niwen(folder, ['new', 'npc-reply', ...fields, '--to', 'a.txt'])).toEqual({ code: 0, stdout: '', stderr: '' });
    const text = readFileSync(join(folder, 'a.txt'), 'utf8');
    expect(text).toContain('张三、李四代表：');
    expect(text).toContain('关于a=b的建议');
    expect(text).toContain('2026年1月5日');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  it('writes Word', async () => {
    const folder = temporaryFolder();
    expect(await niwen(folder, ['new', 'notice', '--to', 'a.docx'])).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'a.docx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('refuses a template that is not there', async () => {
    expect(await niwen(temporaryFolder(), ['new', 'none', '--to', 'a.docx'])).toEqual({ code: 1, stdout: '', stderr: '[unknown-template] 没有这个模板：none。请从模板列表里另选一个。\n' });
  });

  it.each([
    ['an unknown field', ['--set', 'nosuch=1'], '没有要素 nosuch'],
    ['a setting without =', ['--set', 'issuer'], '要素=内容'],
    ['a second value of a single field', ['--set', 'issuer=一', '--set', 'issuer=二'], '只能填一次'],
    ['a choice that is none', ['--set', 'result=Z'], '只能填：A、B、C、D'],
    ['a date in words', ['--set', 'date=今天'], '日期'],
    ['a day that is on no calendar', ['--set', 'date=2026-02-30'], '日期'],
  ])('calls %s wrong use', async (_, fields, sentence) => {
    const folder = temporaryFolder();
    const { code, stdout, stderr } = await niwen(folder, ['new', 'npc-reply', ...fields, '--to', 'a.json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('import', () => {
  it('prints the report of a text from standard input', async () => {
    const { code, stdout, stderr } = await niwen(temporaryFolder(), ['import', '-', '--json'], NOTICE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(Object.keys(JSON.parse(stdout) as object)).toEqual([
      'kind', 'title', 'documentNumber', 'issuer', 'addressee', 'signature', 'date', 'headings', 'enumerations', 'attachments', 'copyTo', 'publicity', 'tables', 'paragraphs', 'report',
    ]);
  });

  it('converts, and reads back what it wrote', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, '通知.txt'), NOTICE);
    expect(await niwen(folder, ['import', '通知.txt', '--to', 'a.json'])).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(readFileSync(join(folder, 'a.json'), 'utf8'))).toMatchObject({ format: 'niwen-document' });
    expect(await niwen(folder, ['import', 'a.json', '--to', 'a.docx'])).toMatchObject({ code: 0, stderr: '' });
    expect(await niwen(folder, ['export', 'a.json', '--to', 'a.txt'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toContain('请认真做好防汛工作。');
    expect(readdirSync(folder).sort()).toEqual(['a.docx', 'a.json', 'a.txt', '通知.txt']);
  });

  it('says the report in words too', async () => {
    expect((await niwen(temporaryFolder(), ['import', '-'], NOTICE)).stdout).toMatch(/^类型：.+\n[^]*正文 \d+ 段/);
  });

  const refused: [string, string, Buffer | string | null][] = [
    ['unreadable-file', 'none.txt', null],
    ['empty-file', 'empty.txt', ''],
    ['binary-file', 'picture.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])],
    ['not-a-document', 'other.json', '{"a":1}'],
    ['newer-document', 'newer.json', '{"format":"niwen-document","version":999,"doc":{}}'],
    ['not-a-docx', 'broken.docx', 'PK no zip'],
    ['file-too-large', 'large.txt', Buffer.alloc(LARGEST_FILE + 1, 0x20)],
  ];
  it.each(refused)('refuses with %s, one line, exit 1, and leaves what stood there', async (failure, name, content) => {
    const folder = temporaryFolder();
    if (content !== null) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, 'out.json'), 'before');
    const { code, stdout, stderr } = await niwen(folder, ['import', name, '--json', '--to', 'out.json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(new RegExp(`^\\[${failure}\\] \\p{Script=Han}.*\\n$`, 'u'));
    expect(readFileSync(join(folder, 'out.json'), 'utf8')).toBe('before');
  });

  it('reads a folder into another, tells what failed, and goes on where it stood', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'in', '2024'), { recursive: true });
    writeFileSync(join(folder, 'in', 'a.txt'), NOTICE);
    writeFileSync(join(folder, 'in', '2024', 'b.txt'), NOTICE);
    writeFileSync(join(folder, 'in', 'c.docx'), 'no zip');
    const first = await niwen(folder, ['import', 'in', '--to', 'out', '--format', 'txt']);
    expect(first).toMatchObject({ code: 1, stdout: '导入 2 个，未能导入 1 个\n' });
    expect(first.stderr).toMatch(/^c\.docx：\[not-a-docx\] .+/);
    expect(readFileSync(join(folder, 'out', '2024', 'b.txt.txt'), 'utf8')).toContain('关于做好夏季防汛工作的通知');
    writeFileSync(join(folder, 'in', 'c.docx'), '');
    expect(await niwen(folder, ['import', 'in', '--to', 'out', '--format', 'txt'])).toMatchObject({ code: 1, stdout: '导入 0 个，以前已导入 2 个，未能导入 1 个\n' });
    expect(await niwen(folder, ['import', 'in'])).toMatchObject({ code: 2 });
  });

  it('writes nothing where it may not', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'out.json'));
    for (const out of ['none/out.json', 'out.json']) {
      const { code, stderr } = await niwen(folder, ['import', '-', '--to', out], NOTICE);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^\[unwritable-file\] /);
    }
    expect(readdirSync(folder)).toEqual(['out.json']);
    expect(existsSync(join(folder, 'none'))).toBe(false);
  });
});

describe('check', () => {
  it('一处一行：代码、第几段、轻重、句子和依据，有错误时退出码为 1', async () => {
    const { code, stdout, stderr } = await niwen(temporaryFolder(), ['check', '-'], '关于夏季防汛工作的请示报告\n\n各处室：\n　　请认真做好防汛工作。\n');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toContain('[title-mixed-wenzhong] 第 1 段 错误：“请示报告”混用两个文种。只用一个：请求批准用请示，汇报情况用报告（《党政机关公文处理工作条例》第八条）\n');
    expect(stdout).toMatch(/^(?:\[[a-z-]+\] (?:第 \d+ 段|全文) (?:错误|警告|提示)：.+（.+）\n)+$/);
  });

  it('没有错误时退出码为 0，给程序的是 JSON', async () => {
    const { code, stdout, stderr } = await niwen(temporaryFolder(), ['check', '-', '--json'], NOTICE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const found of JSON.parse(stdout) as object[]) expect(found).toMatchObject({ code: expect.any(String) as unknown, severity: expect.stringMatching(/warning|hint/) as unknown, message: expect.any(String) as unknown, clause: expect.any(String) as unknown });
  });

  it('读不了的文件和别的命令一样拒绝', async () => {
    const { code, stdout, stderr } = await niwen(temporaryFolder(), ['check', 'none.txt']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^\[unreadable-file\] /);
  });
});

describe('layout', () => {
  it('几页，每行在哪里、写着什么，单位是毫米', async () => {
    const { code, stdout, stderr } = await niwen(temporaryFolder(), ['layout', '-', '--json'], NOTICE);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { pages, diagnostics, clauses } = JSON.parse(stdout) as { clauses: unknown[]; pages: { number: number; width: number; height: number; lines: { x: number; y: number; width: number; text: string; block: string }[] }[]; diagnostics: unknown[] };
    expect(diagnostics).toEqual([]);
    expect(pages).toMatchObject([{ number: 1, width: 210, height: 297 }]);
    expect(pages[0]!.lines.map(({ text, block }) => [block, text])).toEqual([
      ['title', '关于做好夏季防汛工作的通知'], ['addressee', '各处室：'], ['paragraph', '请认真做好防汛工作。'], ['pageNumber', '— 1 —'],
    ]);
    // 天头 37 mm, 订口 28 mm, two characters of 5.56 mm in (5.2.1, 7.3.3).
    expect(pages[0]!.lines[0]!.y).toBeCloseTo(37, 1);
    expect(pages[0]!.lines[1]!.x).toBeCloseTo(28, 1);
    expect(pages[0]!.lines[2]!.x).toBeCloseTo(39.1, 1);
    expect(clauses).toContainEqual({ rule: 'top-margin', name: '天头（上白边）', clause: '5.2.1', required: { unit: 'mm', value: 37 }, compares: 'same', measured: { unit: 'mm', value: 37.01 }, state: 'kept', count: 1, place: { page: 1, x: 28, y: 0, width: 156, height: 37 } });
  });

  it('给人看的是同样的几行', async () => {
    const { code, stdout } = await niwen(temporaryFolder(), ['layout', '-'], NOTICE);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^共 1 页，每页 22 行，每行 28 字\n\n第 1 页\n +37\.0 +28\.0 {2}关于做好夏季防汛工作的通知\n/);
    expect(stdout).toMatch(/\n量了 \d+ 项，都合 GB\/T 9704—2012\n$/);
  });
});

describe('print', () => {
  it('同打印页一样写成送打印机的 PDF，不写别的', async () => {
    const folder = temporaryFolder();
    expect(await niwen(folder, ['print', '-', '--copies', '3', '--sides', 'two', '--to', 'a.pdf'], NOTICE)).toEqual({ code: 0, stdout: '', stderr: '' });
    const file = readFileSync(join(folder, 'a.pdf'), 'latin1');
    // Three copies of one page, each on a sheet of its own: a blank back between.
    expect(file.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(5);
    expect(file).toContain('/Duplex /DuplexFlipLongEdge');
  });

  it('页码范围不对，说出哪里不对，原来的文件不动', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.pdf'), 'before');
    const { code, stderr } = await niwen(folder, ['print', '-', '--pages', '3-9', '--to', 'a.pdf'], NOTICE);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '[bad-print-range] 页码范围里的“3-9”超出了，一共只有 1 页，没有打印。请改在 1 到 1 之间。\n' });
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).toBe('before');
    expect(await niwen(folder, ['print', '-', '--offset', '3', '--to', 'a.pdf'], NOTICE)).toMatchObject({ code: 2, stderr: expect.stringContaining('如 0.5,-1.2') as unknown });
  });
});

describe('用法', () => {
  it('helps in Chinese, on every command', async () => {
    const folder = temporaryFolder();
    for (const args of [['--help'], ['help', 'import'], ...['templates', 'new', 'import', 'export', 'check', 'layout', 'print', 'serve'].map((name) => [name, '--help'])]) {
      const { code, stdout, stderr } = await niwen(folder, args);
      expect({ code, stderr }, args.join(' ')).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(/^用法：/);
      expect(stdout).not.toMatch(/usage|options|display|default/i);
    }
  });

  it.each([[], ['nosuch'], ['import'], ['import', 'a', 'b'], ['import', 'a', '--nosuch'], ['export', 'a.txt'], ['export', 'a.txt', '--to', 'a.rtf'], ['check'], ['typeset', 'a.txt'], ['serve', '--port', 'x', '--no-open']].map((args) => [args]))('calls %j wrong use', async (args) => {
    const { code, stdout, stderr } = await niwen(temporaryFolder(), args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/\p{Script=Han}/u);
  });
});

describe('serve', () => {
  it('prints its address first, ends on a signal with 0', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, [entry, 'serve', '--no-open', '--data', folder], { env: { ...process.env, NODE_OPTIONS: '' } });
    const line = await new Promise<string>((done) => child.stdout.setEncoding('utf8').once('data', done));
    expect(line).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}\n/);
    const page = await fetch(new URL('/', line));
    expect(page.status).toBe(200);
    const code = new Promise((done) => child.once('close', done));
    child.kill('SIGTERM');
    expect(await code).toBe(0);
  });
});
