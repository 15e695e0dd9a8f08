import type { Command } from 'commander';
import type { DirectHost } from '../open-host.ts';
import { readSource } from '../read-source.ts';
import { readOutput, type Output } from '../output.ts';
import { writeOutput } from '../write-output.ts';

/** `export FILE --to OUT.docx|OUT.pdf|OUT.txt|OUT.json` */
export function addExport(program: Command, open: () => Promise<DirectHost>): void {
  program
    .command('export <文件>')
    .description('把文稿写成 Word、PDF、文本或本程序的文稿文件')
    .requiredOption('--to <文件>', '写到哪里：.docx、.pdf、.txt 或 .json', readOutput)
    .action(async (file: string, { to }: { to: Output }) => {
      const host = await open();
      const { file: document } = await host.call('import.read', await readSource(file));
      await writeOutput(host, document, to);
    });
}
