import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { baseKeymap, chainCommands, deleteSelection, toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/pm/history';
import type { Command } from '@tiptap/pm/state';
import { HEADING_LEVELS } from '#core/document/roles.ts';
import { backspace } from '../commands/backspace.ts';
import { breakLine } from '../commands/break-line.ts';
import { changeLevel } from '../commands/change-level.ts';
import { deleteForward } from '../commands/delete-forward.ts';
import { enter } from '../commands/enter.ts';
import { insertMarker } from '../commands/insert-marker.ts';
import { setLevel, setRole } from '../commands/set-role.ts';

/** Every key of the paper. What is not named here is the browser's. */
function keyBindings(editor: Editor): Record<string, Command> {
  const mark = (name: string): Command => toggleMark(editor.schema.marks[name]!);
  const roles = Object.fromEntries(['Alt-', 'Mod-Alt-'].flatMap((prefix) => [
    ...HEADING_LEVELS.map((level) => [`${prefix}${level}`, setLevel(level)] as const),
    [`${prefix}0`, setRole('body')] as const,
  ]));
  return {
    ...roles,
    Enter: enter,
    'Shift-Enter': breakLine,
    Backspace: chainCommands(deleteSelection, backspace),
    'Mod-Backspace': chainCommands(deleteSelection, backspace),
    'Shift-Backspace': chainCommands(deleteSelection, backspace),
    Delete: chainCommands(deleteSelection, deleteForward),
    'Mod-Delete': chainCommands(deleteSelection, deleteForward),
    Tab: changeLevel(1),
    'Shift-Tab': changeLevel(-1),
    'Mod-a': baseKeymap['Mod-a']!,
    'Mod-z': undo,
    'Mod-y': redo,
    'Mod-Shift-z': redo,
    'Mod-b': mark('bold'),
    'Mod-u': mark('underline'),
    'Alt-l': insertMarker('shi'),
  };
}

export const Keys = Extension.create({
  name: 'keys',
  priority: 1000,
  addKeyboardShortcuts() {
    const { editor } = this;
    return Object.fromEntries(Object.entries(keyBindings(editor)).map(([name, command]) => [
      name, () => command(editor.state, editor.view.dispatch, editor.view),
    ]));
  },
});
