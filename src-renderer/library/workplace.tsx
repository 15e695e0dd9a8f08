import { createContext, useContext } from 'react';
import type { AppInfo, DocumentSummary, OpenedFile, Person, Settings, Template } from '#core/contract/model.ts';
import type { Host } from '#core/contract/methods.ts';
import type { CommandId } from '#core/wording/commands.ts';

/** The screens behind the rail. */
export type HomeView = 'desk' | 'library' | 'templates' | 'settings';

/** A file and the name it goes by in a job: its path within the folder. */
export interface NamedFile {
  readonly name: string;
  readonly file: File;
}

/** What a new import begins with: a file, a pasted text, an empty box to paste into, or many files at once. */
export type ImportSource = { readonly kind: 'file'; readonly file: OpenedFile } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'empty' } | { readonly kind: 'many'; readonly name: string; readonly files: readonly NamedFile[]; readonly job?: string | undefined };

/** What the screens ask of the window around them. */
export interface Workplace {
  readonly host: Host;
  readonly info: AppInfo;
  readonly person: Person;
  readonly settings: Settings;
  readonly templates: readonly Template[];
  readonly saveSettings: (patch: Partial<Settings>) => Promise<void>;
  readonly openDocument: (summary: Pick<DocumentSummary, 'id' | 'title'>) => void;
  readonly startNew: (template?: string) => void;
  /** 存为模板, from a draft of the library. */
  readonly makeTemplate: (summary: Pick<DocumentSummary, 'id' | 'title'>) => void;
  /** 打印, of a draft of the library. */
  readonly print: (summary: Pick<DocumentSummary, 'id' | 'title'>) => void;
  /** The draft chosen in a list, which 打印 means while no other is in front; null when the list goes. */
  readonly choose: (summary: Pick<DocumentSummary, 'id' | 'title'> | null) => void;
  readonly startImport: (source: ImportSource) => void;
  /** Asks for a file, by the host's dialog or the browser's, and starts its import. */
  readonly chooseFile: () => void;
  /** Asks for a folder and imports every file in it; with a job that was cut off, goes on with it. */
  readonly chooseFolder: (job?: string) => void;
  readonly show: (view: HomeView) => void;
  /** Shows a refused call in words; it stays until it is put away. */
  readonly report: (error: unknown) => void;
  /** Says what was done, for four seconds; `undo` offers to take it back. */
  readonly tell: (text: string, undo?: () => void) => () => void;
  /** The key of a command as it works in this host. */
  readonly keyOf: (command: CommandId) => string;
}

const WorkplaceContext = createContext<Workplace | null>(null);
export const WorkplaceProvider = WorkplaceContext.Provider;

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (!workplace) throw new Error('a screen outside the window');
  return workplace;
}
