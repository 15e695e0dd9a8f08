import { ImportIcon } from '../ui/icons.tsx';
import { PageThumbnail } from './PageThumbnail.tsx';
import { useSample } from './previews.ts';
import { useWorkplace } from './workplace.tsx';
import { FORMAT_NAMES } from '#core/template/template.ts';
import type { Template } from '#core/contract/model.ts';

/** The right column of the desk: a new draft from each template in one click, and where to drop a file. */
export function TemplateShortcuts() {
  const { templates, chooseFile, show } = useWorkplace();
  return (
    <aside className="desk-side">
      <section className="block" aria-labelledby="desk-new">
        <div className="block-head">
          <h2 id="desk-new">起草</h2>
          <span className="spring" />
          <button type="button" className="plain-button more-link small" onClick={() => show('templates')}>看范例</button>
        </div>
        <ul className="shortcuts">{templates.slice(0, 6).map((template) => <li key={template.id}><Shortcut template={template} /></li>)}</ul>
      </section>
      <button type="button" className="drop-here" onClick={chooseFile}>
        <ImportIcon className="drop-icon" />
        <span>
          <b>把旧稿拖到窗口里</b>
          <span className="small quiet">Word 或文本都行。识别成稿以前先给您看，原件原样留存。</span>
        </span>
      </button>
    </aside>
  );
}

function Shortcut({ template }: { readonly template: Template }) {
  const { host, startNew } = useWorkplace();
  const sample = useSample(host, template);
  return (
    <button type="button" className="shortcut" onClick={() => startNew(template.id)} aria-label={`起草 ${template.name}`}>
      <PageThumbnail doc={sample} template={template} width={40} />
      <span className="shortcut-words">
        <span>{template.name}</span>
        <span className="small quiet ellipsis">{template.wenzhong} · {FORMAT_NAMES[template.format]}</span>
      </span>
    </button>
  );
}
