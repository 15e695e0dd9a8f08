import type { Command } from 'commander';
import type { DirectHost } from '../open-host.ts';
import { printJson } from '../print.ts';

/** `templates [--json]` */
export function addTemplates(program: Command, open: () => Promise<DirectHost>): void {
  program
    .command('templates')
    .description('列出模板：编号、文种、名称、要素')
    .option('--json', '以 JSON 输出')
    .action(async ({ json }: { json?: boolean }) => {
      const templates = await (await open()).call('template.list');
      const rows = templates.map(({ id, wenzhong, name, group, kind, description, fields }) => ({ id, wenzhong, name, group, kind, description, fields }));
      if (json) return printJson(rows);
      for (const { id, wenzhong, name, description, fields } of rows) {
        console.log(`${id}\t${wenzhong}\t${name}\t${description}`);
        for (const field of fields) console.log(`  ${field.id}\t${field.label}${field.required ? '（必填）' : ''}${choices(field.options)}`);
      }
    });
}

function choices(options: readonly { value: string }[] | undefined): string {
  return options ? `\t${options.map(({ value }) => value).join('｜')}` : '';
}
