/** The command line: the same app without a window. Exit status: 0 done, 1 refused, 2 wrong use. */
import { Command, CommanderError } from 'commander';
import { programVersion } from '#main/app/places.ts';
import { inChinese, wrongUse } from './chinese-help.ts';
import { addCheck } from './commands/check.ts';
import { addExport } from './commands/export.ts';
import { addImport } from './commands/import.ts';
import { addLayout } from './commands/layout.ts';
import { addNew } from './commands/new.ts';
import { addPrint } from './commands/print.ts';
import { addServe } from './commands/serve.ts';
import { addTasks } from './commands/tasks.ts';
import { addTemplates } from './commands/templates.ts';
import { openHost, type DirectHost } from './open-host.ts';
import { printFailure } from './print.ts';

let host: DirectHost | undefined;
const open = async (): Promise<DirectHost> => (host = await openHost());

// A reader that has seen enough (`| head`) is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const program = inChinese(new Command('niwen'), programVersion).description('拟文：起草党政机关公文');
addTemplates(program, open);
addNew(program, open);
addImport(program, open, (code) => (process.exitCode = code));
addExport(program, open);
addTasks(program, open);
addCheck(program, open, (code) => (process.exitCode = code));
addLayout(program, open);
addPrint(program, open);
addServe(program, (code) => (process.exitCode = code));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? wrongUse(error) : printFailure(error);
} finally {
  host?.close();
}
