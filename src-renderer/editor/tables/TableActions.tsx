import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { Kbd } from '../../ui/Kbd.tsx';
import { tableAt } from './edit-table.ts';
import { TABLE_ACTIONS } from './table-commands.ts';

/** Everything that can be done to the table at hand, for the ribbon and for the right mouse button. */
export function TableActions({ editor, act }: { readonly editor: Editor; readonly act: (command: Command) => void }) {
  const at = tableAt(editor.state);
  return (
    <div className="menu-list table-actions" role="menu" aria-label="表格" onKeyDown={walk}>
      {TABLE_ACTIONS.map((group, index) => (
        <div key={index} role="group">
          {group.map(({ name, command, keys }, nth) => (
            <button key={nth} type="button" role="menuitem" disabled={!command(editor.state)} onMouseDown={(event) => event.preventDefault()} onClick={() => act(command)}>
              {typeof name === 'string' ? name : name(at, editor.state)}
              {keys && <><span className="spring" /><Kbd>{keys}</Kbd></>}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** The arrow keys go from item to item. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('button:not(:disabled)')];
  const now = items.indexOf(document.activeElement as HTMLElement);
  items[(now + by + items.length) % items.length]?.focus();
}
