import type { ReactNode } from 'react';
import { Hint } from '../../ui/Hint.tsx';

interface RibbonButtonProps {
  readonly name: string;
  readonly keys?: string;
  readonly icon: ReactNode;
  /** Written beside the icon; falls away where the window is narrow. */
  readonly word?: string;
  /** Its word falls away first: the sign is known to everybody. */
  readonly yields?: boolean;
  readonly isOn?: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
}

/** A button of the ribbon. It never takes the caret from the paper. */
export function RibbonButton({ name, keys, icon, word, yields, isOn, disabled, onClick }: RibbonButtonProps) {
  return (
    <Hint name={name} {...(keys ? { keys } : {})}>
      <button
        type="button" className={`ribbon-button${isOn ? ' on' : ''}`} aria-label={name} aria-keyshortcuts={keys?.replaceAll(' ', '+')} aria-pressed={isOn} disabled={disabled}
        onMouseDown={(event) => event.preventDefault()} onClick={onClick}
      >
        {icon}{word && <span className={yields ? 'word yields' : 'word'}>{word}</span>}
      </button>
    </Hint>
  );
}
