import { Button } from 'antd';
import { isOfficeTemplate } from '#core/template/template-file.ts';
import { ImportIcon } from '../ui/icons.tsx';
import { OfficeTemplateCard } from './OfficeTemplateCard.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { useWorkplace } from './workplace.tsx';
import './desk.css';
import './make-template.css';

/** 模板: the office's own first, then what each of the program's makes. */
export function TemplatesScreen() {
  const { templates, chooseFile } = useWorkplace();
  const office = templates.filter((template) => isOfficeTemplate(template.id));
  const builtIn = templates.filter((template) => !isOfficeTemplate(template.id));
  return (
    <div className="home-desk">
      <div className="screen-head">
        <h1>模板</h1>
        <span className="screen-note">{builtIn.length} 种，格式依 GB/T 9704—2012{office.length > 0 && `；本机关 ${office.length} 个`}</span>
        <span className="spring" />
        <Button icon={<ImportIcon />} onClick={chooseFile}>收下模板文件</Button>
      </div>
      <section className="block office-templates" aria-labelledby="office-templates">
        <div className="block-head"><h2 id="office-templates">本机关的模板</h2></div>
        {office.length === 0
          ? <p className="template-none">还没有。写好一份文稿，在“导出”旁的菜单里选“存为模板…”，下次就从它起草；同事给的模板文件（.nwt）拖进窗口就收下。</p>
          : <div className="template-cards upright">{office.map((template) => <OfficeTemplateCard key={template.id} template={template} />)}</div>}
      </section>
      <section className="block" aria-label="全部模板">
        <div className="template-cards upright">{builtIn.map((template) => <TemplateCard key={template.id} template={template} upright />)}</div>
      </section>
    </div>
  );
}
