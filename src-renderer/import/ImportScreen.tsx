import { Button } from 'antd';
import { useState } from 'react';
import type { OpenedFile } from '#core/contract/model.ts';
import { useWorkplace } from '../library/workplace.tsx';
import type { ImportSource } from '../library/workplace.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ImportResult } from './ImportResult.tsx';
import { PasswordBox } from './PasswordBox.tsx';
import { PasteBox } from './PasteBox.tsx';
import { useReading } from './use-reading.ts';
import './import.css';

interface ImportScreenProps {
  readonly source: OneSource;
  readonly hidden: boolean;
  readonly onDone: (summary: { readonly id: string; readonly title: string }) => void;
  readonly onBack: () => void;
  readonly onName: (title: string) => void;
}

const PASTED = '粘贴的文字.txt';
const textFile = (text: string): OpenedFile => ({ name: PASTED, bytes: new TextEncoder().encode(text) });
/** One source; many at once have a screen of their own. */
export type OneSource = Exclude<ImportSource, { readonly kind: 'many' }>;
const fileOf = (source: OneSource): OpenedFile | null => (source.kind === 'file' ? source.file : source.kind === 'text' ? textFile(source.text) : null);

/** 导入: a pasted text or a file, recognised and shown beside its source; nothing is stored before 收下成稿. */
export function ImportScreen({ source, hidden, onDone, onBack, onName }: ImportScreenProps) {
  const { host, report } = useWorkplace();
  const [isStoring, setStoring] = useState(false);
  const actions = useReading(fileOf(source), ({ file, imported }) => onName(`导入 · ${imported.report.title ?? file.name}`));
  const { file, reading, isRefused, isBusy, open, lock, unlock } = actions;

  const accept = async (): Promise<void> => {
    if (!reading || isBusy || isStoring) return;
    setStoring(true);
    try {
      onDone((await host.call('document.add', { file: { ...reading.imported.file }, source: reading.file })).summary);
    } catch (error) {
      report(error);
      setStoring(false);
    }
  };
  if (isRefused) return <Refused name={file?.name ?? ''} onPaste={() => open(null)} />;
  if (!file) return <PasteBox onText={(text) => open(textFile(text))} onPage={(html) => open({ name: '粘贴的网页.html', bytes: new TextEncoder().encode(html) })} onBack={onBack} hidden={hidden} />;
  if (lock && !reading) return <PasswordBox name={file.name} isWrong={lock === 'wrong-password'} isBusy={isBusy} onPassword={unlock} onPaste={() => open(null)} />;
  if (!reading) return <Wait file={file} onBack={onBack} />;
  return <ImportResult reading={reading} actions={actions} isStoring={isStoring} hidden={hidden} onAccept={() => void accept()} onBack={onBack} />;
}

/** Bytes from which reading takes seconds: what may be done meanwhile is said. */
const LONG_WAIT = 1024 * 1024;

function Wait({ file, onBack }: { readonly file: OpenedFile; readonly onBack: () => void }) {
  return (
    <div className="import-wait">
      <div className="import-wait-box">
        <p role="status">正在识别“{file.name}”…</p>
        {file.bytes.length > LONG_WAIT && <p className="small quiet">文件有 {Math.round(file.bytes.length / 1024 / 1024)} MB，要等一会儿；识别在后台进行，可以先到别的页签做事。</p>}
        {file.bytes.length > LONG_WAIT && <Button onClick={onBack}>放弃</Button>}
      </div>
    </div>
  );
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
