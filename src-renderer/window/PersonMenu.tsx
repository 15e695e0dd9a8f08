import { Input, Modal } from 'antd';
import type { MenuProps } from 'antd';
import { useState } from 'react';
import type { Host } from '#core/contract/methods.ts';
import type { Person } from '#core/contract/model.ts';
import { MenuDropdown } from '../ui/MenuDropdown.tsx';
import { CheckIcon, ChevronDownIcon, PlusIcon, SettingsIcon } from '../ui/icons.tsx';

interface PersonMenuProps {
  readonly host: Host;
  readonly person: Person;
  readonly onPerson: (person: Person) => void;
  readonly onError: (error: unknown) => void;
  readonly onSettings: () => void;
}

/** Who is writing, at the upper right; changes are signed with this name from the next keystroke on. */
export function PersonMenu({ host, person, onPerson, onError, onSettings }: PersonMenuProps) {
  const [people, setPeople] = useState<readonly Person[]>([person]);
  const [asking, setAsking] = useState(false);
  const change = (name: string, post: string): Promise<void> => host.call('person.set', { name, post }).then(onPerson, onError);
  const items: MenuProps['items'] = [
    { type: 'group', label: '谁在写', children: people.map((each) => ({
      key: each.id, label: <span className="person-line">{each.name}<span className="quiet">{each.post}</span></span>, icon: each.id === person.id ? <CheckIcon /> : <span className="icon" />,
      onClick: () => void change(each.name, each.post),
    })) },
    { type: 'divider' },
    { key: 'other', label: '换一个人…', icon: <PlusIcon />, onClick: () => setAsking(true) },
    { key: 'settings', label: '设置', icon: <SettingsIcon />, onClick: onSettings },
  ];
  return (
    <>
      <MenuDropdown menu={{ items }} placement="bottomRight" onOpenChange={(open) => open && host.call('person.list').then(setPeople, onError)}>
        <button type="button" className="person plain-button" aria-haspopup="menu" aria-label={`当前人员：${person.name} ${person.post}`}>
          <span className="avatar" aria-hidden="true">{[...person.name][0]}</span>
          <span>{person.name}</span>
          {person.post !== '' && <span className="quiet person-post ellipsis">{person.post}</span>}
          <ChevronDownIcon size="tiny" />
        </button>
      </MenuDropdown>
      <PersonDialog open={asking} onCancel={() => setAsking(false)} onDone={(name, post) => void change(name, post).then(() => setAsking(false))} />
    </>
  );
}

function PersonDialog({ open, onCancel, onDone }: { readonly open: boolean; readonly onCancel: () => void; readonly onDone: (name: string, post: string) => void }) {
  const [name, setName] = useState('');
  const [post, setPost] = useState('');
  const done = (): void => {
    if (name.trim() !== '') onDone(name.trim(), post.trim());
  };
  return (
    <Modal open={open} title="换一个人写" width={440} okText="换成此人" cancelText="取消" okButtonProps={{ disabled: name.trim() === '' }} onOk={done} onCancel={onCancel} destroyOnHidden afterClose={() => { setName(''); setPost(''); }}>
      <p className="quiet dialog-lead">已有的改动仍署原来的名字，从现在起的改动署新的名字。</p>
      <div className="dialog-field"><label htmlFor="person-name">姓名</label><Input id="person-name" autoFocus value={name} maxLength={50} onChange={(event) => setName(event.target.value)} onPressEnter={done} /></div>
      <div className="dialog-field"><label htmlFor="person-post">职务</label><Input id="person-post" value={post} maxLength={50} onChange={(event) => setPost(event.target.value)} onPressEnter={done} /></div>
    </Modal>
  );
}
