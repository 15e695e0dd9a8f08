import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { Person, Template } from '#core/contract/model.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { StartPapers } from './StartPapers.tsx';
import { useToasts } from './use-failures.tsx';
import './start.css';

interface FirstStartProps {
  readonly host: Host;
  readonly templates: readonly Template[];
  readonly onNamed: (person: Person) => void;
}

/** The welcome: one question, who is writing, because every change is signed. */
export function FirstStart({ host, templates, onNamed }: FirstStartProps) {
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const first = useRef<InputRef>(null);
  const { report } = useToasts();
  useEffect(() => first.current?.focus(), []);

  const begin = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '') return first.current?.focus();
    setBusy(true);
    try {
      onNamed(await host.call('person.set', { name: name.trim(), post: post.trim() }));
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const missing = asked && name.trim() === '';
  return (
    <main className="start">
      <section className="start-panel">
        <form className="start-form" noValidate onSubmit={(event) => void begin(event)} aria-labelledby="start-head">
          <p className="start-brand" aria-hidden="true">拟文</p>
          <h1 id="start-head">写一份合乎国标的公文</h1>
          <p className="start-lead">先登记您是谁。改动和意见都以这个名字留痕，往后可以随时换人。</p>
          <div className="start-field">
            <label htmlFor="start-name">姓名<i>*</i></label>
            <Input ref={first} id="start-name" size="large" value={name} maxLength={50} autoComplete="off" required aria-invalid={missing} aria-describedby={missing ? 'start-name-missing' : undefined} className={missing ? 'missing' : ''} onChange={(event) => setName(event.target.value)} />
            {missing && <p id="start-name-missing" role="alert" className="start-missing">请填写姓名</p>}
          </div>
          <div className="start-field">
            <label htmlFor="start-post">职务</label>
            <Input id="start-post" size="large" value={post} maxLength={50} autoComplete="off" placeholder="如：办公室二级主任科员" onChange={(event) => setPost(event.target.value)} />
          </div>
          <Button type="primary" htmlType="submit" size="large" loading={busy} className="start-go">
            进入工作台<Kbd>Enter</Kbd>
          </Button>
          <p className="start-note">姓名和文稿只存在本机，不联网，不上传。</p>
        </form>
        <StartPapers templates={templates} name={name.trim()} />
      </section>
    </main>
  );
}
