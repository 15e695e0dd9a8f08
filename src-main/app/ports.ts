import type { AppInfo, ExportedFile, OpenedFile } from '#core/contract/model.ts';

/** Everything the app cannot decide for itself. A host is whoever fills this in. */
export interface Ports {
  /** The library's SQLite file; ':memory:' for an app that keeps nothing. */
  readonly databaseFile: string;
  readonly folders: { readonly data: string; readonly resources: string; readonly templates: string };
  readonly host: AppInfo['host'];
  now(): Date;
  /** A new id that nobody else has, of at most 64 characters. */
  newId(): string;
  readonly log: Log;
  /** Native dialogs; absent where the host has none. */
  readonly shell?: Shell;
}

export interface Log {
  info(message: string, details?: object): void;
  warn(message: string, details?: object): void;
  error(message: string, details?: object): void;
}

/** What a desktop can do beyond a browser. Null means that the person cancelled. */
export interface Shell {
  open(): Promise<OpenedFile | null>;
  save(file: ExportedFile): Promise<{ path: string } | null>;
  reveal(path: string): Promise<void>;
  /** The window has sent everything it held and may be closed. */
  flushed(): void;
}
