import { Option } from 'commander';
import type { Command } from 'commander';
import type { FontUse } from '#core/layout/report-layout.ts';
import type { Face } from '#core/template/styles.ts';
import { FACE_NAMES } from '#core/wording/fonts.ts';
import { LAYOUT_DIAGNOSTICS } from '#core/wording/layout.ts';
import { LAYOUT_RULE_NAMES, sayMeasured, sayQuantity, sayRequired } from '#core/wording/layout-rules.ts';
import type { DirectHost } from '../open-host.ts';
import { printJson } from '../print.ts';
import { readSource } from '../read-source.ts';

interface Options {
  readonly json?: boolean;
  readonly profile: 'gb' | 'lo';
}

/** `layout FILE [--json] [--profile gb|lo]`: pages and lines as they come out on paper. */
export function addLayout(program: Command, open: () => Promise<DirectHost>): void {
  program
    .command('layout <文件>')
    .description('排版：一共几页，每页每行在哪里、写着什么，逐条量是否合国标')
    .option('--json', '以 JSON 输出')
    .addOption(new Option('--profile <断行办法>', '按国标（gb，不写时），或者照 LibreOffice 的断行（lo）').choices(['gb', 'lo']).default('gb'))
    .action(async (file: string, { json, profile }: Options) => {
      const host = await open();
      const { file: document } = await host.call('import.read', await readSource(file));
      const { pages, fit, diagnostics, fonts, clauses } = await host.call('layout.run', { file: { ...document }, profile });
      const found = diagnostics.map((each) => ({ ...each, ...LAYOUT_DIAGNOSTICS[each.code](each.args) }));
      if (json) return printJson({ pages, fit, diagnostics: found, fonts, clauses: clauses.map((each) => ({ ...each, name: LAYOUT_RULE_NAMES[each.rule] })) });
      console.log(`共 ${pages.length} 页，每页 ${fit.lines} 行，每行 ${fit.characters} 字`);
      for (const page of pages) {
        console.log(`\n第 ${page.number} 页`);
        for (const { x, y, text } of page.lines) console.log(`${y.toFixed(1).padStart(6)} ${x.toFixed(1).padStart(6)}  ${text.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')}`);
      }
      for (const { code, page, message, hint } of found) console.log(`\n[${code}] 第 ${page} 页：${message}。${hint}`);
      console.log(`\n字体：${fonts.map(({ font, name, characters }) => `${name ?? sayBundled(font)} ${characters} 字`).join('，')}`);
      console.log(`\n${sayMeasured(clauses)}`);
      for (const each of clauses) {
        if (each.state !== 'kept') console.log(`[${each.clause}] 第 ${each.place.page} 页：${LAYOUT_RULE_NAMES[each.rule]}要求 ${sayRequired(each)}，${each.state === 'fitted' ? '为落款与正文同面调为' : '实测'} ${sayQuantity(each.measured)}`);
      }
    });
}

const sayBundled = (font: FontUse['font']): string => (font in FACE_NAMES ? `自带${FACE_NAMES[font as Face].name}` : '自带西文');
