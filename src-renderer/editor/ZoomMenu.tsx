import { memo } from 'react';
import { COMMANDS } from '#core/wording/commands.ts';
import type { EditorCommand } from '#core/wording/commands.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { MenuDropdown } from '../ui/MenuDropdown.tsx';
import { Hint } from '../ui/Hint.tsx';
import { MinusIcon, PlusIcon } from '../ui/icons.tsx';

const SIZES = [50, 75, 90, 110, 125, 150, 200, 300];
const FITS = ['fit-width', 'real-size'] as const satisfies readonly EditorCommand[];

interface ZoomMenuProps {
  /** Per cent. */
  readonly zoom: number;
  readonly onZoom: (percent: number) => void;
  readonly run: (command: EditorCommand) => void;
}

/** 显示比例: smaller, a list of sizes, larger. */
export const ZoomMenu = memo(function ZoomMenu({ zoom, onZoom, run }: ZoomMenuProps) {
  const line = (id: EditorCommand) => ({ key: id, label: <span className="menu-line">{COMMANDS[id].name}<span className="menu-key">{keyLabel(id)}</span></span> });
  return (
    <span className="zoom">
      <Hint name={COMMANDS['zoom-out'].name} keys={keyLabel('zoom-out')} placement="top"><button type="button" aria-label={COMMANDS['zoom-out'].name} onClick={() => run('zoom-out')}><MinusIcon size="tiny" /></button></Hint>
      <MenuDropdown
        placement="topRight"
        menu={{
          selectedKeys: [String(zoom)],
          items: [...FITS.map(line), { type: 'divider' }, ...SIZES.map((size) => ({ key: String(size), label: `${size} %` }))],
          onClick: ({ key }) => (FITS.some((id) => id === key) ? run(key as EditorCommand) : onZoom(Number(key))),
        }}
      >
        <button type="button" className="zoom-value" aria-haspopup="menu" aria-label={`显示比例 ${zoom}%`}>{zoom} %</button>
      </MenuDropdown>
      <Hint name={COMMANDS['zoom-in'].name} keys={keyLabel('zoom-in')} placement="top"><button type="button" aria-label={COMMANDS['zoom-in'].name} onClick={() => run('zoom-in')}><PlusIcon size="tiny" /></button></Hint>
    </span>
  );
});
