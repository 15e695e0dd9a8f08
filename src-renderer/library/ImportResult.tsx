import { Button, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Imported } from '#core/contract/model.ts';
import { readDocument } from '#core/document/document-file.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { PaperView } from '../page/PaperView.tsx';
import { ImportReportBar } from './ImportReportBar.tsx';
import { RecognisedParts } from './RecognisedParts.tsx';
import { sourceLines } from './source-text.ts';
import { useWorkplace } from './workplace.tsx';

interface ImportResultProps {
  readonly name: string;
  readonly imported: Imported;
  readonly text: string | null;
  readonly template: string | null;
  readonly busy: boolean;
  readonly hidden: boolean;
  readonly onTemplate: (template: string | null) => void;
  readonly onAccept: () => void;
  readonly onBack: () => void;
}

/** Left what was recognised, beside it the source as it came, right the page it becomes, at the foot what was done. */
export function ImportResult({ name, imported, text, template, busy, hidden, onTemplate, onAccept, onBack }: ImportResultProps) {
  const { templates } = useWorkplace();
  const doc = useMemo(() => {
    const read = readDocument(imported.file);
    return read.ok ? read.doc : null;
  }, [imported]);
  const styles = useMemo(() => resolveStyles(templates.find((each) => each.id === template) ?? null), [templates, template]);
  const keys = useRef({ onAccept, onBack });
  useEffect(() => {
    keys.current = { onAccept, onBack };
  });
  useEffect(() => {
    if (hidden) return;
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        keys.current.onAccept();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [hidden]);
  return (
    <div className="import">
      <div className="import-columns">
        <section className="import-parts" aria-label="认出的要素">
          <div className="screen-pane-head"><h1>认出的要素</h1></div>
          <RecognisedParts report={imported.report} />
        </section>
        <section className="import-source" aria-label="原文">
          <div className="screen-pane-head"><h1>原文</h1><span className="small quiet ellipsis">{name}{text !== null && ` · ${imported.encoding.toUpperCase()}`} · 按原样，不改动</span></div>
          {text !== null ? <SourceText text={text} imported={imported} /> : <p className="source-absent quiet">Word 文件原件会随文稿一并留存。右边是读出来的样子，请从头看一遍：标题层次、表格和落款是否都在。</p>}
        </section>
        <section className="import-paper" aria-label="成稿">
          <div className="screen-pane-head">
            <h1>成稿</h1>
            <span className="spring" />
            <label className="small quiet" htmlFor="import-template">模板</label>
            <Select suffixIcon={<ChevronDownIcon size="tiny" />} id="import-template" size="small" className="import-template" value={template ?? ''} disabled={busy} onChange={(value) => onTemplate(value === '' ? null : value)} showSearch={{ optionFilterProp: 'label' }} options={[{ value: '', label: '不套模板' }, ...templates.map((each) => ({ value: each.id, label: each.name }))]} />
          </div>
          {doc && <FittedPaper doc={doc} styles={styles} />}
        </section>
      </div>
      <div className="import-foot">
        <ImportReportBar report={imported.report} />
        <span className="spring" />
        <Button onClick={onBack}>放弃</Button>
        <Button type="primary" loading={busy} onClick={onAccept}>收下成稿<Kbd>Ctrl Enter</Kbd></Button>
      </div>
    </div>
  );
}

function SourceText({ text, imported }: { readonly text: string; readonly imported: Imported }) {
  const lines = useMemo(() => sourceLines(text, imported.report.report), [text, imported]);
  return (
    <ol className="source" tabIndex={0} aria-label="原文各行">
      {lines.map((line, index) => (
        <li key={index}>
          <span className="source-number">{index + 1}</span>
          <span className="source-line">{line.map((stretch, at) => (stretch.fate === 'kept' ? stretch.text : <span key={at} className={stretch.fate}>{stretch.text}</span>))}</span>
        </li>
      ))}
    </ol>
  );
}

function FittedPaper({ doc, styles }: Pick<Parameters<typeof PaperView>[0], 'doc' | 'styles'>) {
  const box = useRef<HTMLDivElement>(null);
  const [scale, setScale] = useState(2);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setScale(Math.min(3.4, Math.max(1.4, (entry!.contentRect.width - 48) / 210))));
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, []);
  return (
    <div className="import-desk" ref={box} tabIndex={0} aria-label="成稿纸面">
      <PaperView doc={doc} styles={styles} scale={scale} className="lift" />
    </div>
  );
}
