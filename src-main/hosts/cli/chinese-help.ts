import type { Command, CommanderError } from 'commander';

const TITLES: Readonly<Record<string, string>> = { 'Usage:': '用法：', 'Arguments:': '参数：', 'Options:': '选项：', 'Commands:': '命令：' };

/** Makes a program, and every command added to it later, speak Chinese and leave by a CommanderError instead of ending the process. */
export function inChinese(program: Command, version: string): Command {
  return program
    .usage('<命令> [选项]')
    .version(version, '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .configureHelp({
      // A Chinese character is two columns wide, or the descriptions would not line up.
      displayWidth: (text) => [...text].reduce((width, character) => width + (character > '\u2E7F' ? 2 : 1), 0),
      // Without the choices and the default that commander adds in English: our descriptions say them.
      optionDescription: (option) => option.description,
      styleTitle: (title) => TITLES[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]'),
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map((each) => (each.required ? `<${each.name()}>` : `[${each.name()}]`))].join(' '),
    })
    .configureOutput({ outputError: () => {} })
    .showSuggestionAfterError(false)
    .exitOverride();
}

const SENTENCES: Readonly<Record<string, (subject: string) => string>> = {
  'commander.unknownCommand': (name) => `没有这个命令：${name}`,
  'commander.unknownOption': (name) => `没有这个选项：${name}`,
  'commander.missingArgument': (name) => `缺少参数：${name}`,
  'commander.missingMandatoryOptionValue': (name) => `缺少选项：${name}`,
  'commander.optionMissingArgument': (name) => `选项后面缺少内容：${name}`,
  'commander.excessArguments': () => '参数太多',
};

/** Says what is wrong with the command line and returns the exit status: 2, or 0 when only help or the version was asked for. */
export function wrongUse({ code, exitCode, message }: CommanderError): number {
  if (exitCode === 0) return 0;
  if (code !== 'commander.help') console.error(`命令写错了：${sentenceOf(code, message)}。用 --help 查看用法。`);
  return 2;
}

/** Commander's own messages are English and name their subject in quotes; ours are what stands after its colon. */
function sentenceOf(code: string, message: string): string {
  const subject = /'([^']*)'/.exec(message)?.[1] ?? '';
  const reason = / is invalid\. (.*)$/.exec(message)?.[1];
  if (reason !== undefined) return `${subject}：${reason}`;
  return SENTENCES[code]?.(subject) ?? message.replace(/^error: /, '');
}
