import { Button } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Imported, OpenedFile } from '#core/contract/model.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ImportResult } from './ImportResult.tsx';
import { PasteBox } from './PasteBox.tsx';
import { decodeSource } from './source-text.ts';
import type { ImportSource } from './workplace.tsx';
import { useWorkplace } from './workplace.tsx';
import './import.css';

interface ImportScreenProps {
  readonly source: ImportSource;
  readonly hidden: boolean;
  readonly onDone: (summary: { readonly id: string; readonly title: string }) => void;
  readonly onBack: () => void;
  readonly onName: (title: string) => void;
}

/** What was read, the text it was read from (null for a Word file), and the template asked for. */
interface Reading {
  readonly file: OpenedFile;
  readonly imported: Imported;
  readonly text: string | null;
  readonly template: string | null;
}

const PASTED = '粘贴的文字.txt';
const fileOf = (source: ImportSource): OpenedFile | null =>
  source.kind === 'file' ? source.file : source.kind === 'text' ? { name: PASTED, bytes: new TextEncoder().encode(source.text) } : null;

/** 导入: a pasted text or a file, recognised and shown beside its source; nothing is stored before 收下成稿. */
export function ImportScreen({ source, hidden, onDone, onBack, onName }: ImportScreenProps) {
  const { host, templates, report } = useWorkplace();
  const [file, setFile] = useState<OpenedFile | null>(() => fileOf(source));
  const [reading, setReading] = useState<Reading | null>(null);
  const [refused, setRefused] = useState(false);
  const [busy, setBusy] = useState(false);
  const named = useRef(onName);

  const read = useCallback(
    async (wanted: OpenedFile, template: string | null | undefined) => {
      setBusy(true);
      try {
        let imported = await host.call('import.read', { ...wanted, ...(template == null ? {} : { template }) });
        // Reading chooses a template by the title; where it does not, the only one of the kind is taken. One click changes it.
        let chosen = template === undefined ? ((imported.file.doc as { attrs?: { template?: string | null } }).attrs?.template ?? null) : template;
        const ofKind = templates.filter((each) => each.kind === imported.report.kind);
        if (template === undefined && chosen === null && ofKind.length === 1) {
          chosen = ofKind[0]!.id;
          imported = await host.call('import.read', { ...wanted, template: chosen });
        }
        setReading({ file: wanted, imported, text: /\.json$/i.test(wanted.name) ? null : decodeSource(wanted.bytes, imported.encoding), template: chosen });
        named.current(`导入 · ${imported.report.title ?? wanted.name}`);
      } catch (error) {
        report(error);
        setRefused(true);
      } finally {
        setBusy(false);
      }
    },
    [host, templates, report],
  );
  useEffect(() => {
    if (file) void read(file, undefined);
  }, [file, read]);

  const accept = async (): Promise<void> => {
    if (!reading || busy) return;
    setBusy(true);
    try {
      onDone((await host.call('document.add', { file: { ...reading.imported.file }, source: reading.file })).summary);
    } catch (error) {
      report(error);
      setBusy(false);
    }
  };
  if (refused && !reading) return <Refused name={file?.name ?? ''} onPaste={() => { setRefused(false); setFile(null); }} />;
  if (!file) return <PasteBox onText={(text) => setFile({ name: PASTED, bytes: new TextEncoder().encode(text) })} onBack={onBack} hidden={hidden} />;
  if (!reading) return <div className="import-wait" role="status">正在识别“{file.name}”…</div>;
  return <ImportResult {...reading} name={reading.file.name} busy={busy} hidden={hidden} onTemplate={(template) => void read(reading.file, template)} onAccept={() => void accept()} onBack={onBack} />;
}

function Refused({ name, onPaste }: { readonly name: string; readonly onPaste: () => void }) {
  const { chooseFile } = useWorkplace();
  return (
    <div className="import-wait">
      <EmptyState title={`没有读成“${name}”`} text="原因写在窗口下方。可以换一个文件，或把文字直接粘贴进来。">
        <Button onClick={chooseFile}>换一个文件</Button>
        <Button onClick={onPaste}>粘贴文字</Button>
      </EmptyState>
    </div>
  );
}
