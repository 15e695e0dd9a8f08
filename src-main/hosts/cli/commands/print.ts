import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import type { Input } from '#core/contract/methods.ts';
import { LAYOUT_DIAGNOSTICS } from '#core/wording/layout.ts';
import { writeUserFile } from '#main/app/user-file.ts';
import type { DirectHost } from '../open-host.ts';
import { readSource } from '../read-source.ts';

type Wish = Input<'print.write'>['wish'];

interface Options {
  readonly to: string;
  readonly paper: NonNullable<Wish['paper']>;
  readonly pages?: string;
  readonly only?: 'odd' | 'even';
  readonly sides: NonNullable<Wish['sides']>;
  readonly pass?: 'fronts' | 'backs';
  readonly reverse?: boolean;
  readonly copies: number;
  readonly number?: number;
  readonly overprint?: boolean;
  readonly offset?: readonly [number, number];
  readonly marked?: boolean;
  readonly partsOnFront?: boolean;
  readonly imprintOnBack?: boolean;
}

/** `print FILE --to OUT.pdf [options]`: what the print screen hands to the printer, as a file. */
export function addPrint(program: Command, open: () => Promise<DirectHost>): void {
  program
    .command('print <文件>')
    .description('写成送打印机的 PDF：份数和份号、双面、套打、校样、发文稿纸，同打印页一样')
    .requiredOption('--to <文件>', '写到哪里：.pdf', readPdf)
    .addOption(new Option('--paper <种类>', '公文（document，不写时）、校样（proof）、发文稿纸（form）、套打校准页（test）').choices(['document', 'proof', 'form', 'test']).default('document'))
    .option('--pages <页码>', '只印这些页，如 1-3,5')
    .addOption(new Option('--only <单双页>', '只印单页（odd）或双页（even）').choices(['odd', 'even']))
    .addOption(new Option('--sides <单双面>', '单面（one，不写时）、双面（two）、手动双面（manual）').choices(['one', 'two', 'manual']).default('one'))
    .addOption(new Option('--pass <遍>', '手动双面只要一遍：正面（fronts）或背面（backs）').choices(['fronts', 'backs']))
    .option('--reverse', '手动双面的背面从最后一张印起')
    .option('--copies <份数>', '几份', wholeNumber(1, 999), 1)
    .option('--number <份号>', '第一份的份号，一份一号；公文有份号才编', wholeNumber(1, 999_999))
    .option('--overprint', '套打：红头、红线已经印在纸上，不再印')
    .option('--offset <横,纵>', '套打偏移，毫米，右、下为正，如 0.5,-1.2', readOffset)
    .option('--marked', '花脸稿：印出没有接受的修订；不写时印清稿')
    .option('--parts-on-front', '双面时附件、所印发的文件从正面起')
    .option('--imprint-on-back', '双面时版记排在背面')
    .action(async (file: string, options: Options) => {
      const host = await open();
      const { file: document } = await host.call('import.read', await readSource(file));
      const { bytes } = await host.call('print.write', { file: { ...document }, wish: wishOf(options) });
      await writeUserFile(options.to, bytes);
      if (options.paper === 'form' || options.paper === 'test') return;
      // What the print screen shows before printing.
      const { diagnostics } = await host.call('layout.run', { file: { ...document } });
      for (const { code, page, args } of diagnostics) console.error(`[${code}] 第 ${page} 页：${LAYOUT_DIAGNOSTICS[code](args).message}`);
    });
}

const wishOf = ({ paper, pages, only, sides, pass, reverse, copies, number, overprint, offset, marked, partsOnFront, imprintOnBack }: Options): Wish => ({
  paper, range: pages ?? '', parity: only ?? 'all', sides, pass: pass ?? null, backsReversed: reverse ?? false, copies, firstNumber: number ?? null,
  overprint: overprint ?? false, offsetX: offset?.[0] ?? 0, offsetY: offset?.[1] ?? 0, isMarked: marked ?? false, partsOnFront: partsOnFront ?? false, imprintOnBack: imprintOnBack ?? false,
});

function readPdf(file: string): string {
  if (!/\.pdf$/iu.test(file)) throw new InvalidArgumentError('只能写成 .pdf 文件');
  return file;
}

const wholeNumber = (least: number, most: number) => (value: string): number => {
  const number = Number(value);
  if (!/^\d+$/u.test(value) || number < least || number > most) throw new InvalidArgumentError(`只能是 ${least} 到 ${most} 的整数`);
  return number;
};

/** Millimetres as written → tenths. */
function readOffset(value: string): readonly [number, number] {
  const match = /^([+-]?\d{1,2}(?:\.\d)?)[,，]([+-]?\d{1,2}(?:\.\d)?)$/u.exec(value);
  const [x, y] = [Math.round(Number(match?.[1]) * 10), Math.round(Number(match?.[2]) * 10)];
  if (!match || Math.abs(x) > 300 || Math.abs(y) > 300) throw new InvalidArgumentError('要写成 横,纵 两个毫米数，最多一位小数，各不超过 30，如 0.5,-1.2');
  return [x, y];
}
