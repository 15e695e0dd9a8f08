import { Popover } from 'antd';
import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { useState } from 'react';
import { keyLabel } from '#core/wording/shown-key.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { WhenOpen } from '../../ui/WhenOpen.tsx';
import { ChevronDownIcon, TableIcon } from '../../ui/icons.tsx';
import { insertTable } from '../commands/insert-table.ts';
import { run } from '../go-to.ts';
import { useCaretValue } from '../use-editor-value.ts';
import { isInTable } from './edit-table.ts';
import { SizePicker } from './SizePicker.tsx';
import { isLandscape, toggleLandscape } from './table-commands.ts';
import { TableActions } from './TableActions.tsx';
import './tables.css';

/** 表格: a picker of rows × columns outside a table, what can be done to it inside. */
export function TableMenu({ editor }: { readonly editor: Editor }) {
  const [isOpen, setOpen] = useState(false);
  const inside = useCaretValue(editor, isInTable);
  const act = (command: Command): void => {
    setOpen(false);
    run(editor, command);
  };
  const content = () => (isInTable(editor.state) ? <TableActions editor={editor} act={act} /> : (
    <div className="menu-list">
      <SizePicker choose={(rows, columns) => act(insertTable(rows, columns))} />
      {toggleLandscape(editor.state) && (
        <div role="menu" aria-label="附件页"><button type="button" role="menuitem" onClick={() => act(toggleLandscape)}>{isLandscape(editor.state) ? '本附件改回竖排页' : '本附件改为横排页'}<span className="spring" /><Kbd>{keyLabel('landscape')}</Kbd></button></div>
      )}
    </div>
  ));
  return (
    <Popover open={isOpen} onOpenChange={setOpen} trigger="click" placement="bottomLeft" arrow={false} content={<WhenOpen content={content} />} classNames={{ root: 'ribbon-popover' }} destroyOnHidden>
      <button type="button" className={`ribbon-button${inside ? ' on' : ''}`} aria-haspopup="menu" aria-expanded={isOpen} aria-label="表格" onMouseDown={(event) => event.preventDefault()}>
        <TableIcon /><span className="word">表格</span><ChevronDownIcon size="tiny" />
      </button>
    </Popover>
  );
}
