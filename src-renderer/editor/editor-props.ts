import type { Host } from '#core/contract/methods.ts';
import type { Settings } from '#core/contract/model.ts';
import type { Template } from '#core/template/template.ts';
import type { EditorCommand, PaperCommand } from '#core/wording/commands.ts';
import type { OutlineItem } from './outline/outline.ts';

/** How a draft stands, for its tab and the title bar. */
export interface EditorSummary {
  readonly title: string;
  readonly state: 'saved' | 'saving' | 'failed';
  readonly savedAt?: string;
}

/** What the window asks of the draft in front: its commands, and its headings to go to. */
export interface EditorHandle {
  run(command: EditorCommand | PaperCommand): void;
  canRun(command: EditorCommand | PaperCommand): boolean;
  outline(): readonly OutlineItem[];
  goTo(item: OutlineItem): void;
  /** The id of the template it follows. */
  template(): string | null;
  /** 改换文种. */
  changeTemplate(to: Template): void;
  /** Puts the keys back onto the paper. */
  focus(): void;
}

export interface DocumentEditorProps {
  readonly host: Host;
  readonly id: string;
  readonly settings: Settings;
  /** True while another tab is in front: keys of the window are then not ours. */
  readonly hidden?: boolean;
  readonly onSummary: (summary: EditorSummary) => void;
  readonly onClosed: () => void;
  /** Another draft is to be opened, such as the copy made of a draft in conflict. */
  readonly onOpen?: (document: { readonly id: string; readonly title: string }) => void;
  readonly onSettings?: (patch: Partial<Settings>) => void;
  /** Told once the draft can take commands, and null when it goes. */
  readonly onHandle?: (handle: EditorHandle | null) => void;
  /** 改换文种: the window's search is to open on the templates. */
  readonly onChangeTemplate?: () => void;
  /** 存为模板: everything typed is in the store when it is told; `title` is the draft's. */
  readonly onMakeTemplate?: (title: string) => void;
  /** 打印: everything typed is in the store when it is told. */
  readonly onPrint?: (title: string) => void;
  /** 定位: the window's search is to open on the headings of this draft. */
  readonly onGoTo?: () => void;
}
