import type { Editor } from '@tiptap/core';
import { COMMANDS } from '#core/wording/commands.ts';
import type { EditorCommand } from '#core/wording/commands.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { MenuDropdown } from '../../ui/MenuDropdown.tsx';
import { ChevronDownIcon, ClipboardIcon } from '../../ui/icons.tsx';
import { useEditorValue } from '../use-editor-value.ts';

const ITEMS = ['words', 'keep-phrase'] as const satisfies readonly EditorCommand[];

/** 口径: puts words of the office in, or keeps the selected ones. */
export function WordsMenu({ editor, run }: { readonly editor: Editor; readonly run: (command: EditorCommand) => void }) {
  const isEmpty = useEditorValue(editor, (state) => state.selection.empty, 60);
  return (
    <MenuDropdown
      placement="bottomLeft"
      menu={{
        items: ITEMS.map((id) => ({ key: id, disabled: id === 'keep-phrase' && isEmpty, label: <span className="menu-line">{COMMANDS[id].name}<span className="menu-key">{keyLabel(id)}</span></span> })),
        onClick: ({ key }) => run(key as EditorCommand),
      }}
    >
      <button type="button" className="ribbon-button" aria-label="口径和单位名" aria-haspopup="menu" onMouseDown={(event) => event.preventDefault()}><ClipboardIcon /><span className="word">口径</span><ChevronDownIcon size="tiny" /></button>
    </MenuDropdown>
  );
}
