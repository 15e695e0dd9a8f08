import { Button, Input } from 'antd';
import { useState } from 'react';
import type { Template } from '#core/contract/model.ts';
import { MenuDropdown } from '../ui/MenuDropdown.tsx';
import { download } from '../ui/download.ts';
import { MoreIcon } from '../ui/icons.tsx';
import { PageThumbnail } from './PageThumbnail.tsx';
import { useSample } from './previews.ts';
import { useWorkplace } from './workplace.tsx';
import './page-card.css';
import './template-card.css';

/** A template of the office: begin with it, call it something else, hand it on, take it away. */
export function OfficeTemplateCard({ template }: { readonly template: Template }) {
  const { host, info, startNew, report, tell } = useWorkplace();
  const { id } = template;
  const sample = useSample(host, template);
  const [isEdited, setEdited] = useState(false);
  const remove = (): void =>
    void host.call('template.remove', { id }).then(() => tell(`已移除模板：${template.name}。用它写的文稿不受影响`, () => void host.call('template.restore', { id }).catch(report)), report);
  const exportFile = async (): Promise<void> => {
    try {
      const { name, bytes } = await host.call('template.export', { id });
      if (!info.nativeDialogs) {
        download(name, bytes);
        tell(`已导出，在下载里：${name}`);
      } else {
        const saved = await host.call('shell.save', { name, bytes });
        if (saved) tell(`已导出：${saved.path}`);
      }
    } catch (error) {
      report(error);
    }
  };
  const actions: Readonly<Record<string, () => void>> = { edit: () => setEdited(true), export: () => void exportFile(), remove };
  return (
    <article className="page-card template-card upright" aria-label={template.name}>
      <PageThumbnail doc={sample} template={template} width={168} />
      {isEdited ? <Facts template={template} onDone={() => setEdited(false)} /> : (
        <div className="page-card-facts template-facts">
          <h3>{template.name}</h3>
          <p className="small quiet">{template.group} · {template.wenzhong} · {template.format === 'letter' ? '信函格式' : '文件格式'}</p>
          <p className="template-description">{template.description}</p>
          <span className="spring" />
          <div className="template-buttons">
            <Button size="small" onClick={() => startNew(id)}>用它起草</Button>
            <span className="spring" />
            <MenuDropdown placement="bottomRight" menu={{ items: [{ key: 'edit', label: '改名称、说明' }, { key: 'export', label: '导出给同事（.nwt）' }, { key: 'remove', label: '移除' }], onClick: ({ key }) => actions[key]!() }}>
              <Button size="small" type="text" icon={<MoreIcon />} aria-label={`${template.name}：更多`} />
            </MenuDropdown>
          </div>
        </div>
      )}
    </article>
  );
}

function Facts({ template, onDone }: { readonly template: Template; readonly onDone: () => void }) {
  const { host, report } = useWorkplace();
  const [facts, setFacts] = useState({ name: template.name, group: template.group, description: template.description });
  const save = (): void => {
    if (facts.name.trim() === '') return;
    void host.call('template.describe', { id: template.id, name: facts.name.trim(), group: facts.group.trim() || template.group, description: facts.description.trim() }).then(onDone, report);
  };
  return (
    <form className="page-card-facts template-facts template-edit" onSubmit={(event) => { event.preventDefault(); save(); }} onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onDone()}>
      <Input size="small" autoFocus value={facts.name} maxLength={60} status={facts.name.trim() === '' ? 'error' : ''} aria-label="名称" onChange={(event) => setFacts({ ...facts, name: event.target.value })} />
      <Input size="small" value={facts.group} maxLength={30} aria-label="归在" onChange={(event) => setFacts({ ...facts, group: event.target.value })} />
      <Input size="small" value={facts.description} maxLength={200} aria-label="说明" placeholder="什么时候用它" onChange={(event) => setFacts({ ...facts, description: event.target.value })} />
      <div className="template-buttons">
        <Button size="small" type="primary" htmlType="submit">保存</Button>
        <Button size="small" type="text" onClick={onDone}>不改了</Button>
      </div>
    </form>
  );
}
