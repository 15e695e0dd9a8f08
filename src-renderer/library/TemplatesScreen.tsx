import { TemplateCard } from './TemplateCard.tsx';
import { useWorkplace } from './workplace.tsx';
import './desk.css';

/** 模板: what each one makes. */
export function TemplatesScreen() {
  const { templates } = useWorkplace();
  return (
    <div className="home-desk">
      <div className="screen-head">
        <h1>模板</h1>
        <span className="screen-note">{templates.length} 种，格式依 GB/T 9704—2012</span>
      </div>
      <section className="block" aria-label="全部模板">
        <div className="template-cards upright">{templates.map((template) => <TemplateCard key={template.id} template={template} upright />)}</div>
      </section>
    </div>
  );
}
