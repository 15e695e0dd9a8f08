import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { ImportJob } from '#core/contract/model.ts';
import { useWorkplace } from '../library/workplace.tsx';
import './import-many.css';

/** Jobs that were cancelled or cut off: the same folder, chosen again, goes on where it stood. */
export function UnfinishedJobs() {
  const { host, chooseFolder, report } = useWorkplace();
  const [jobs, setJobs] = useState<readonly ImportJob[]>([]);
  useEffect(() => {
    host.call('import.jobs').then(setJobs, report);
  }, [host, report]);
  const forget = (id: string): void => {
    setJobs(jobs.filter((job) => job.id !== id));
    host.call('import.forget', { job: id }).catch(report);
  };
  return jobs.slice(0, 3).map((job) => {
    const done = job.files.filter((file) => file.document !== null).length;
    return (
      <div key={job.id} className="unfinished" role="note">
        <span className="ellipsis">批量导入“{job.name}”{job.files.length < job.total ? '没有做完' : '有几份没有读成'}：{done} / {job.total} 份已在文稿里</span>
        <span className="spring" />
        <Button size="small" onClick={() => chooseFolder(job.id)}>再选这个文件夹，接着导入</Button>
        <Button size="small" type="text" onClick={() => forget(job.id)}>不用了</Button>
      </div>
    );
  });
}
