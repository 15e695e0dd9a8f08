import { useEffect, useRef } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { OpenedFile } from '#core/contract/model.ts';
import { isWindowCommand } from '#core/wording/commands.ts';
import type { WindowCommand } from '#core/wording/commands.ts';

interface HostCommands {
  readonly run: (command: WindowCommand) => void;
  readonly openFile: (file: OpenedFile) => void;
  /** With drafts open their editors answer `app.closing`; without any the window does. */
  readonly hasDrafts: boolean;
}

/** What the native menu, a file association or the closing host asks of the window. */
export function useHostCommands(host: Host, commands: HostCommands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const offCommand = host.on('shell.command', ({ command, file }) => {
      if (file) latest.current.openFile(file);
      else if (isWindowCommand(command)) latest.current.run(command);
    });
    const offClosing = host.on('app.closing', () => {
      if (!latest.current.hasDrafts) void host.call('app.flushed');
    });
    return () => {
      offCommand();
      offClosing();
    };
  }, [host]);
}
