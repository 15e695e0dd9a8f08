import type { Host } from '#core/contract/methods.ts';
import type { Settings } from '#core/contract/model.ts';

/** How a draft stands, for its tab and the title bar. */
export interface EditorSummary {
  readonly title: string;
  readonly state: 'saved' | 'saving' | 'failed';
  readonly savedAt?: string;
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
}
