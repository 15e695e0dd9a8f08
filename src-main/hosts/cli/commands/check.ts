import type { Command } from 'commander';
import type { Diagnostic } from '#core/contract/model.ts';
import { DIAGNOSTICS } from '#core/wording/diagnostics.ts';
import type { DirectHost } from '../open-host.ts';
import { printJson } from '../print.ts';
import { readSource } from '../read-source.ts';

/** `check FILE [--json]`: exit status 1 when one of the findings is an error. */
export function addCheck(program: Command, open: () => Promise<DirectHost>, setExitCode: (code: number) => void): void {
  program
    .command('check <文件>')
    .description('检查文稿：序号、要素、附件、标题和文种的要求，逐条列出')
    .option('--json', '以 JSON 输出')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const host = await open();
      const { file: document } = await host.call('import.read', await readSource(file));
      const found = await host.call('check.run', { file: { ...document } });
      if (json) printJson(found.map((each) => ({ ...each, ...DIAGNOSTICS[each.code](each.args) })));
      else for (const each of found) console.log(lineOf(each));
      if (found.some(({ severity }) => severity === 'error')) setExitCode(1);
    });
}

const SEVERITY: Readonly<Record<Diagnostic['severity'], string>> = { error: '错误', warning: '警告', hint: '提示' };

/** [number-year] 第 2 段 错误：…，…（GB/T 9704—2012 7.2.5） */
function lineOf({ code, severity, where, args, clause }: Diagnostic): string {
  const { message, hint } = DIAGNOSTICS[code](args);
  const place = where && where.paragraph > 0 ? `第 ${where.paragraph} 段` : '全文';
  return `[${code}] ${place} ${SEVERITY[severity]}：${message}。${hint}（${clause}）`.replaceAll('\n', ' ');
}
