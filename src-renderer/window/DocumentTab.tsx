import { DocumentEditor } from '../editor/DocumentEditor.tsx';
import type { EditorSummary } from '../editor/editor-props.ts';
import { useWorkplace } from '../library/workplace.tsx';

interface DocumentTabProps {
  readonly id: string;
  readonly hidden: boolean;
  readonly onSummary: (summary: EditorSummary) => void;
  readonly onClosed: () => void;
}

/** A draft in its tab. */
export function DocumentTab(props: DocumentTabProps) {
  const { host, settings, saveSettings, openDocument } = useWorkplace();
  return <DocumentEditor {...props} host={host} settings={settings} onOpen={openDocument} onSettings={(patch) => void saveSettings(patch)} />;
}
