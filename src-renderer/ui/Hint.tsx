import { Tooltip } from 'antd';
import type { ReactElement } from 'react';

/** Name and key of what is under the pointer; shown after half a second, so that it never flashes in passing. */
export function Hint({ name, keys, placement, children }: { readonly name: string; readonly keys?: string | undefined; readonly placement?: 'top' | 'bottom' | 'right' | 'left'; readonly children: ReactElement }) {
  return (
    <Tooltip title={keys ? `${name}　${keys}` : name} mouseEnterDelay={0.5} placement={placement ?? 'bottom'} arrow={false}>
      {children}
    </Tooltip>
  );
}
