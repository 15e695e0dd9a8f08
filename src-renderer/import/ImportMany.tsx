import { Button, Progress, Segmented } from 'antd';
import { memo, useCallback, useState } from 'react';
import { AppError } from '#core/contract/failure.ts';
import type { ImportedFile } from '#core/contract/model.ts';
import { FAILURES } from '#core/wording/failures.ts';
import { useWorkplace } from '../library/workplace.tsx';
import type { NamedFile } from '../library/workplace.tsx';
import { CheckIcon, ErrorIcon, WarnIcon } from '../ui/icons.tsx';
import { useImportJob } from './use-import-job.ts';
import './import-many.css';

type Shown = 'all' | 'doubtful' | 'failed';

/** 批量导入: each file of a folder becomes a draft of the library; what was done is said file by file. */
export function ImportMany({ name, files, job, onClose }: { readonly name: string; readonly files: readonly NamedFile[]; readonly job?: string | undefined; readonly onClose: () => void }) {
  const { openDocument, startImport, report } = useWorkplace();
  const { phase, results, stop, goOn } = useImportJob(name, files, job);
  const [shown, setShown] = useState<Shown>('all');
  const failed = results.filter((file) => file.failure !== null);
  const doubtful = results.filter((file) => file.doubts > 0);
  const list = shown === 'failed' ? failed : shown === 'doubtful' ? doubtful : results;
  const total = files.length;
  // Only one by itself can be asked for its password.
  const unlock = useCallback((path: string): void => {
    const found = files.find((each) => each.name === path)?.file;
    if (found) found.arrayBuffer().then((bytes) => startImport({ kind: 'file', file: { name: found.name, bytes: new Uint8Array(bytes) } }), () => report(new AppError('unreadable-file', { name: found.name })));
  }, [files, startImport, report]);
  return (
    <div className="many">
      <div className="screen-head">
        <h1>批量导入</h1>
        <span className="screen-note ellipsis">{name}，共 {total.toLocaleString('zh-CN')} 份</span>
        <span className="spring" />
        {phase === 'running' && <Button onClick={stop}>取消</Button>}
        {phase === 'stopped' && <Button type="primary" onClick={goOn}>接着导入</Button>}
        {phase !== 'running' && <Button {...(phase === 'done' ? { type: 'primary' as const } : {})} onClick={onClose}>关闭</Button>}
      </div>
      <div className="many-progress">
        <Progress percent={Math.floor((results.length / Math.max(total, 1)) * 100)} size="small" status={phase === 'running' ? 'active' : 'normal'} showInfo={false} aria-label="导入进度" />
        <p role="status">{sayProgress(phase, results.length, total, failed.length, doubtful.length, results.filter((file) => file.isRepeated).length)}</p>
      </div>
      <Segmented<Shown>
        value={shown} onChange={setShown} aria-label="看哪些文件"
        options={[{ value: 'all', label: `全部 ${results.length}` }, { value: 'doubtful', label: `有待核对 ${doubtful.length}` }, { value: 'failed', label: `没有读成 ${failed.length}` }]}
      />
      <ul className="many-list" aria-label="各个文件" tabIndex={0}>
        {list.map((file) => <FileRow key={file.name} file={file} onOpen={openDocument} onUnlock={unlock} />)}
        {list.length === 0 && <li className="many-none quiet">{shown === 'all' ? '正在读第一份…' : '没有。'}</li>}
      </ul>
    </div>
  );
}

function sayProgress(phase: 'running' | 'stopped' | 'done', count: number, total: number, failed: number, doubtful: number, repeated: number): string {
  const head = phase === 'running' ? `正在导入，已读 ${count} / ${total}` : phase === 'stopped' ? `已停下，读了 ${count} / ${total}；读过的都在文稿里，可以接着导入` : `全部读完，${count - failed} 份已在文稿里`;
  return [head, repeated > 0 ? `其中 ${repeated} 份原来就有，没有重复导入` : '', failed > 0 ? `${failed} 份没有读成` : '', doubtful > 0 ? `${doubtful} 份有待核对之处` : ''].filter((part) => part !== '').join('；');
}

const FileRow = memo(function FileRow({ file: { name, document, title, doubts, failure, isRepeated }, onOpen, onUnlock }: { readonly file: ImportedFile; readonly onOpen: (document: { readonly id: string; readonly title: string }) => void; readonly onUnlock: (name: string) => void }) {
  const icon = failure ? <ErrorIcon size="tiny" /> : doubts > 0 ? <WarnIcon size="tiny" /> : <CheckIcon size="tiny" />;
  const kind = failure ? 'failed' : doubts > 0 ? 'doubtful' : 'read';
  return (
    <li className={kind}>
      {icon}
      <span className="many-name ellipsis" title={name}>{name}</span>
      {document === null ? <span className="many-words">{failure && FAILURES[failure.code](failure.details)}</span> : (
        <button type="button" className="plain-button many-words ellipsis" onClick={() => onOpen({ id: document, title: title ?? name })}>{title ?? '没有认出标题'}</button>
      )}
      {failure?.code === 'encrypted-docx' && <Button size="small" onClick={() => onUnlock(name)}>输入密码</Button>}
      {isRepeated && <span className="many-repeated small quiet" title="文稿里已有用同样内容的文件导入的一份，点标题打开它">原来就有</span>}
      {doubts > 0 && <span className="many-doubts small">{doubts} 处待核对</span>}
    </li>
  );
});
