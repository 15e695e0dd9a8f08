import type { ReactNode } from 'react';
import { COMMANDS } from '#core/wording/commands.ts';
import type { EditorCommand, PaperCommand } from '#core/wording/commands.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { RibbonButton } from './RibbonButton.tsx';

interface CommandButtonProps {
  readonly command: EditorCommand | PaperCommand;
  readonly run: (command: EditorCommand | PaperCommand) => void;
  readonly icon: ReactNode;
  readonly word?: string;
  readonly yields?: boolean;
  readonly isOn?: boolean;
  readonly disabled?: boolean;
}

/** A command of the registry as a button of the ribbon: name and key are the registry's. */
export function CommandButton({ command, run, ...rest }: CommandButtonProps) {
  const keys = keyLabel(command);
  return <RibbonButton name={COMMANDS[command].name} {...(keys === '' ? {} : { keys })} onClick={() => run(command)} {...rest} />;
}
