import { stat } from 'node:fs/promises';
import { InvalidArgumentError } from 'commander';
import type { Command } from 'commander';
import type { ExportFormat } from '#core/contract/methods.ts';
import type { ImportReport } from '#core/contract/model.ts';
import { KIND, REPORT, sayWordNote } from '#core/wording/report.ts';
import type { DirectHost } from '../open-host.ts';
import { printJson } from '../print.ts';
import { readSource } from '../read-source.ts';
import { readFormat, readOutput } from '../output.ts';
import { importFolder } from './import-folder.ts';
import { writeOutput } from '../write-output.ts';

interface Options {
  readonly json?: boolean;
  readonly to?: string;
  readonly format?: ExportFormat;
  readonly template?: string;
  readonly password?: string;
}

/** `import FILE [--json] [--to OUT] [--template ID] [--password P]`, `import FOLDER --to OUTFOLDER [--format json]` */
export function addImport(program: Command, open: () => Promise<DirectHost>, exit: (code: number) => void): void {
  program
    .command('import <文件>')
    .usage('<文件或文件夹> [选项]')
    .description('把文本或 Word 文件变成有结构的文稿，并报告识别、改动和略去了什么')
    .option('--json', '以 JSON 输出报告')
    .option('--to <文件>', '写成文稿：.json、.docx、.pdf 或 .txt；来源是文件夹时，写到这个文件夹')
    .option('--format <格式>', '来源是文件夹时，写成哪种文件：json（不写时）、docx、pdf 或 txt', readFormat)
    .option('--template <编号>', '按这个模板的要素识别')
    .option('--password <密码>', '打开设了密码的 Word 文件')
    .action(async (file: string, { json, to: wanted, format, template, password }: Options) => {
      if ((await stat(file).catch(() => undefined))?.isDirectory()) {
        if (wanted === undefined) throw new InvalidArgumentError('来源是文件夹时，要用 --to 说明写到哪个文件夹');
        exit((await importFolder(await open(), { folder: file, to: wanted, format: format ?? 'json' })) > 0 ? 1 : 0);
        return;
      }
      const to = wanted === undefined ? undefined : readOutput(wanted);
      const host = await open();
      const source = await readSource(file);
      const imported = await host.call('import.read', { ...source, ...(template === undefined ? {} : { template }), ...(password === undefined ? {} : { password }) });
      if (to) await writeOutput(host, imported.file, to);
      if (json) printJson(imported.report);
      else printReport(imported.report);
    });
}

function printReport(report: ImportReport): void {
  const lines: [string, string | null][] = [
    ['类型', KIND[report.kind]],
    ['标题', report.title],
    ['发文字号', report.documentNumber],
    ['发文机关', report.issuer],
    ['主送机关', report.addressee],
    ['署名', report.signature],
    ['成文日期', report.date],
    ['附件', report.attachments.join('；') || null],
    [report.kind === 'minutes' ? '分送' : '抄送', report.copyTo],
    ['公开属性', report.publicity],
  ];
  for (const [label, value] of lines) if (value !== null) console.log(`${label}：${value}`);
  console.log(`正文 ${report.paragraphs} 段，标题 ${report.headings.length} 个，表格 ${report.tables} 个`);
  for (const { code, count, items } of report.report) {
    console.log(`${REPORT[code]}：${count} 处`);
    for (const item of items ?? []) console.log(`  ${sayWordNote(item)}`);
  }
}
