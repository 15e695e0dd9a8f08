import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { chainCommands, deleteSelection } from '@tiptap/pm/commands';
import type { Command } from '@tiptap/pm/state';
import { readChord } from '#core/wording/chord.ts';
import { COMMANDS, PAPER_COMMANDS } from '#core/wording/commands.ts';
import type { PaperCommand } from '#core/wording/commands.ts';
import { backspace } from '../commands/backspace.ts';
import { breakLine } from '../commands/break-line.ts';
import { changeLevel } from '../commands/change-level.ts';
import { deleteForward } from '../commands/delete-forward.ts';
import { enter } from '../commands/enter.ts';
import { toEdge } from '../commands/to-edge.ts';
import { runCommand } from '../run-command.ts';
import { selectRowAbove } from '../tables/crossing-selection.ts';

/** What typing itself consists of; every other key of the paper belongs to a command (core/wording/paper-commands.ts). */
const TYPING: Readonly<Record<string, Command>> = {
  Enter: enter,
  'Shift-Enter': breakLine,
  Backspace: chainCommands(deleteSelection, backspace),
  'Mod-Backspace': chainCommands(deleteSelection, backspace),
  'Shift-Backspace': chainCommands(deleteSelection, backspace),
  Delete: chainCommands(deleteSelection, deleteForward),
  'Mod-Delete': chainCommands(deleteSelection, deleteForward),
  Tab: changeLevel(1),
  'Shift-Tab': changeLevel(-1),
  'Shift-ArrowLeft': selectRowAbove,
  'Mod-Home': toEdge('start', false),
  'Mod-End': toEdge('end', false),
  'Mod-Shift-Home': toEdge('start', true),
  'Mod-Shift-End': toEdge('end', true),
};

/** A written key in the words of ProseMirror's keymap: `Ctrl+Shift+Z` → `Mod-Shift-z`. */
function keymapName(written: string): string {
  const { ctrl, alt, shift, key } = readChord(written);
  return `${ctrl ? 'Mod-' : ''}${alt ? 'Alt-' : ''}${shift ? 'Shift-' : ''}${key.length === 1 ? key.toLowerCase() : key}`;
}

/** Every key of the paper. What is not named here is the browser's. A key of a command is ours even where it can do nothing. */
function keyBindings(editor: Editor): Record<string, () => boolean> {
  const typing = Object.entries(TYPING).map(([name, command]) => [name, () => command(editor.state, editor.view.dispatch, editor.view)] as const);
  const commands = (Object.keys(PAPER_COMMANDS) as PaperCommand[]).flatMap((id) => (COMMANDS[id].keys ?? []).map((key) => [keymapName(key), () => {
    runCommand(editor, id);
    return true;
  }] as const));
  return Object.fromEntries([...typing, ...commands]);
}

export const Keys = Extension.create({
  name: 'keys',
  priority: 1000,
  addKeyboardShortcuts() {
    return keyBindings(this.editor);
  },
});
