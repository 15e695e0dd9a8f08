import type { Editor } from '@tiptap/core';
import type { PaperCommand } from '#core/wording/commands.ts';
import type { Command } from '@tiptap/pm/state';
import { paperCommands } from './commands/paper-commands.ts';
import { run } from './go-to.ts';

/** What doing again would not mean the same twice. */
const NOT_REPEATED: ReadonlySet<PaperCommand> = new Set(['undo', 'redo', 'select-all', 'move-up', 'move-down', 'reference', 'footnote']);

interface Known {
  readonly commands: Readonly<Record<PaperCommand, Command>>;
  last: PaperCommand | null;
}
const known = new WeakMap<Editor, Known>();

function commandsOf(editor: Editor): Known {
  let own = known.get(editor);
  if (!own) known.set(editor, (own = { commands: paperCommands(editor.schema), last: null }));
  return own;
}

/** Whether a command of the paper can do anything at the caret. */
export const canRun = (editor: Editor, id: PaperCommand): boolean => commandsOf(editor).commands[id](editor.state);

/** Does a command of the paper and gives the paper the keys back; false where it cannot. Nothing is done while an input method is at work. */
export function runCommand(editor: Editor, id: PaperCommand): boolean {
  if (editor.view.composing) return false;
  const own = commandsOf(editor);
  const done = run(editor, own.commands[id]);
  if (done && !NOT_REPEATED.has(id)) own.last = id;
  return done;
}

/** F4: the last command of the paper once more, at the caret. */
export function repeatCommand(editor: Editor): boolean {
  const { last } = commandsOf(editor);
  return last !== null && runCommand(editor, last);
}
