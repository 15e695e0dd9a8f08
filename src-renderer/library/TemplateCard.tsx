import { Button } from 'antd';
import { useState } from 'react';
import { FORMAT_NAMES } from '#core/template/template.ts';
import type { Template } from '#core/contract/model.ts';
import { PageThumbnail } from './PageThumbnail.tsx';
import { useSample } from './previews.ts';
import { useWorkplace } from './workplace.tsx';
import './page-card.css';
import './template-card.css';

/** A template by the page it makes, with the two things to do with it; `upright` puts the words below the page. */
export function TemplateCard({ template, upright = false }: { readonly template: Template; readonly upright?: boolean }) {
  const { host, startNew, openDocument, report } = useWorkplace();
  const sample = useSample(host, template);
  const [busy, setBusy] = useState(false);
  const openExample = async (): Promise<void> => {
    setBusy(true);
    try {
      openDocument((await host.call('document.fromExample', { template: template.id })).summary);
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <article className={upright ? 'page-card template-card upright' : 'page-card template-card'} aria-label={template.name}>
      <PageThumbnail doc={sample} template={template} width={upright ? 168 : 132} />
      <div className="page-card-facts template-facts">
        <h3>{template.name}</h3>
        <p className="small quiet">{template.wenzhong} · {FORMAT_NAMES[template.format]}</p>
        <p className="template-description">{template.description}</p>
        <span className="spring" />
        <div className="template-buttons">
          <Button size="small" onClick={() => startNew(template.id)}>用它起草</Button>
          <Button size="small" type="text" loading={busy} onClick={() => void openExample()}>看范例</Button>
        </div>
      </div>
    </article>
  );
}
