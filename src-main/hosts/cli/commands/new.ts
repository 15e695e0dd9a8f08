import { InvalidArgumentError, type Command } from 'commander';
import { AppError } from '#core/contract/failure.ts';
import { formatOfficialDate, readOfficialDate } from '#core/units/date.ts';
import type { Template } from '#core/contract/model.ts';
import type { DirectHost } from '../open-host.ts';
import { readOutput, type Output } from '../output.ts';
import { writeOutput } from '../write-output.ts';

type Settings = ReadonlyMap<string, string[]>;

interface Options {
  readonly set?: Settings;
  readonly to: Output;
}

/** `new TEMPLATE [--set FIELD=VALUE …] --to OUT` */
export function addNew(program: Command, open: () => Promise<DirectHost>): void {
  program
    .command('new <模板>')
    .description('从模板新建文稿（模板编号和要素见 templates）')
    .option('--set <要素=内容>', '填一个要素，可写多次；多个值的要素同名再写', readSetting)
    .requiredOption('--to <文件>', '写到哪里：.docx、.pdf、.txt 或 .json', readOutput)
    .action(async (id: string, { set = new Map(), to }: Options, command: Command) => {
      const host = await open();
      const template = (await host.call('template.list')).find((each) => each.id === id);
      if (!template) throw new AppError('unknown-template', { id });
      const problem = findProblem(template, set);
      if (problem !== undefined) command.error(problem, { exitCode: 2 });
      await host.call('person.set', { name: '命令行', post: '' });
      const { file } = await host.call('document.fromTemplate', { template: id, fields: valuesOf(template, set) });
      await writeOutput(host, file, to);
    });
}

function readSetting(text: string, before: Settings = new Map()): Settings {
  const at = text.indexOf('=');
  if (at < 1) throw new InvalidArgumentError('要写成 要素=内容');
  const field = text.slice(0, at);
  return new Map([...before, [field, [...(before.get(field) ?? []), text.slice(at + 1)]]]);
}

/** What is wrong with the settings for this template, as a sentence. */
function findProblem(template: Template, set: Settings): string | undefined {
  for (const [id, values] of set) {
    const field = template.fields.find((each) => each.id === id);
    if (!field) return `模板 ${template.id} 没有要素 ${id}，可用的有：${template.fields.map((each) => each.id).join('、')}`;
    if (field.input !== 'list' && values.length > 1) return `要素 ${id} 只能填一次`;
    const choices = field.options?.map(({ value }) => value);
    if (field.input === 'choice' && choices && !choices.includes(values[0]!)) return `要素 ${id} 只能填：${choices.join('、')}`;
    if (field.input === 'date' && !isDay(values[0]!)) return `要素 ${id} 要写成 2026-01-31 这样的日期`;
  }
  return undefined;
}

/** 2026-01-31, and a day of the calendar. */
const isDay = (text: string): boolean => /^[1-9]\d{3}-\d{2}-\d{2}$/.test(text) && readOfficialDate(formatOfficialDate(text)) === text;

function valuesOf(template: Template, set: Settings): Record<string, string | string[]> {
  return Object.fromEntries([...set].map(([id, values]) => [id, template.fields.find((field) => field.id === id)?.input === 'list' ? values : values[0]!]));
}
