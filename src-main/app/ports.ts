import type { AppInfo, ExportedFile, OpenedFile, SystemPrinter } from '#core/contract/model.ts';

/** Everything the app cannot decide for itself. A host is whoever fills this in. */
export interface Ports {
  /** The library's SQLite file; ':memory:' for an app that keeps nothing. */
  readonly databaseFile: string;
  /** `fonts` are the system's folders of fonts; those the person adds lie in the data folder. */
  readonly folders: { readonly data: string; readonly resources: string; readonly templates: string; readonly fonts: readonly string[] };
  readonly host: AppInfo['host'];
  now(): Date;
  /** A new id that nobody else has, of at most 64 characters. */
  newId(): string;
  readonly log: Log;
  /** Native dialogs; absent where the host has none. */
  readonly shell?: Shell;
  /** The machine's printers; absent where the host cannot reach them. */
  readonly printing?: Printing;
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

/** The printers of the machine. */
export interface Printing {
  list(): Promise<readonly SystemPrinter[]>;
  /** Sends a PDF as it is, at its own size. Rejects with AppError `no-printer` or `printer-refused`. */
  send(job: PrinterJob): Promise<void>;
}

export interface PrinterJob {
  readonly printer: string;
  readonly bytes: Uint8Array;
  readonly isDouble: boolean;
}
