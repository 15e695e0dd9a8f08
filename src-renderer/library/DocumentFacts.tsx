import { Button } from 'antd';
import type { DocumentSummary } from '#core/contract/model.ts';
import { download } from '../ui/download.ts';
import { CopyIcon, PrintIcon, RestoreIcon, TemplateIcon, TrashIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { DocumentThumbnail } from './DocumentThumbnail.tsx';
import { sayMissingIn } from './missing-fields.ts';
import { nameOfTemplate } from './name-of-template.ts';
import { sayNumber } from './say-number.ts';
import { sayTime } from './say-time.ts';
import { useWorkplace } from './workplace.tsx';

interface DocumentFactsProps {
  readonly summary: DocumentSummary;
  readonly removed: boolean;
  readonly onOpen: () => void;
  readonly onDuplicate: () => void;
  readonly onRemove: () => void;
  readonly onRestore: () => void;
}

/** The chosen draft at the right of the list: page one, its facts, and what can be done with it. */
export function DocumentFacts({ summary, removed, onOpen, onDuplicate, onRemove, onRestore }: DocumentFactsProps) {
  const { host, info, templates, makeTemplate, print, keyOf, tell, report } = useWorkplace();
  const takeSource = async (): Promise<void> => {
    try {
      const source = await host.call('document.source', { id: summary.id });
      if (!source) return;
      if (info.nativeDialogs) await host.call('shell.save', source);
      else download(source.name, source.bytes);
      if (!info.nativeDialogs) tell(`原件在下载里：${source.name}`);
    } catch (error) {
      report(error);
    }
  };
  const facts: [string, string][] = [
    ['发文字号', sayNumber(summary.documentNumber)], ['主送机关', summary.addressee.replace(/：$/, '')], ['模板', nameOfTemplate(summary, templates) ?? '未套模板'], ['字数', summary.words.toLocaleString('zh-CN')],
    ['修改', `${sayTime(summary.changedAt, new Date())}　${summary.changedBy}`], ['建立', sayTime(summary.createdAt, new Date())],
  ];
  return (
    <aside className="document-facts" aria-label="所选文稿">
      <DocumentThumbnail key={summary.id} summary={summary} width={window.innerWidth >= 1700 ? 300 : 184}>
        {(preview) => {
          const missing = sayMissingIn(preview);
          return (
            <>
              <h2>{summary.title || '（无标题）'}</h2>
              {missing !== '' && <span className="tag seal">{missing}</span>}
            </>
          );
        }}
      </DocumentThumbnail>
      <dl>
        {facts.filter(([, value]) => value !== '').map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
        {summary.sourceName !== null && <div><dt>原件</dt><dd><button type="button" className="text-link take-source ellipsis" title={`取出导入时的原件：${summary.sourceName}`} onClick={() => void takeSource()}>{summary.sourceName}</button></dd></div>}
      </dl>
      <span className="spring" />
      {removed ? (
        <Button icon={<RestoreIcon />} onClick={onRestore}>放回文稿</Button>
      ) : (
        <>
          <Button onClick={onOpen}>打开<Kbd>Enter</Kbd></Button>
          <div className="facts-buttons">
            <Button icon={<CopyIcon />} onClick={onDuplicate}>复制一份</Button>
            <Button icon={<TrashIcon />} onClick={onRemove}>移入回收站</Button>
          </div>
          <div className="facts-buttons">
            <Button icon={<PrintIcon />} onClick={() => print(summary)} title={`打印（${keyOf('print')}）`}>打印</Button>
            <Button icon={<TemplateIcon />} onClick={() => makeTemplate(summary)}>存为模板</Button>
          </div>
        </>
      )}
    </aside>
  );
}
