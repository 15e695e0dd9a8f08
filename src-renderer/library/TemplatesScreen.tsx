import { TemplateCard } from './TemplateCard.tsx';
import { useWorkplace } from './workplace.tsx';
import './desk.css';

/** 模板: what each one makes, grouped as where templates are chosen. */
export function TemplatesScreen() {
  const { templates } = useWorkplace();
  const groups = [...new Set(templates.map((template) => template.group))];
  return (
    <div className="desk">
      <div className="screen-head">
        <h1>模板</h1>
        <span className="screen-note">{templates.length} 种，格式依 GB/T 9704—2012</span>
      </div>
      <div className="desk-main">
        {groups.map((group) => (
          <section key={group} className="block" aria-label={group}>
            <div className="block-head"><h2>{group}</h2><span className="count">{templates.filter((template) => template.group === group).length}</span></div>
            <div className="template-cards">{templates.filter((template) => template.group === group).map((template) => <TemplateCard key={template.id} template={template} />)}</div>
          </section>
        ))}
      </div>
    </div>
  );
}
