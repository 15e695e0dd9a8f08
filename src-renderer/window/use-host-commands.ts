import { useEffect, useRef } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { OpenedFile } from '#core/contract/model.ts';
import type { WindowCommand } from './keys.ts';

interface HostCommands {
  readonly run: (command: WindowCommand) => void;
  readonly openFile: (file: OpenedFile) => void;
  /** With drafts open their editors answer `app.closing`; without any the window does. */
  readonly hasDrafts: boolean;
}

const KNOWN: ReadonlySet<string> = new Set(['new', 'open', 'paste', 'close', 'search', 'next', 'previous', 'settings'] satisfies WindowCommand[]);

/** What the native menu, a file association or the closing host asks of the window. */
export function useHostCommands(host: Host, commands: HostCommands): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const offCommand = host.on('shell.command', ({ command, file }) => {
      if (file) latest.current.openFile(file);
      else if (KNOWN.has(command)) latest.current.run(command as WindowCommand);
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
