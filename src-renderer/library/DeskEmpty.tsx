import { Button } from 'antd';
import type { Template } from '#core/contract/model.ts';
import { ClipboardIcon, FolderIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { TemplateCard } from './TemplateCard.tsx';
import { useWorkplace } from './workplace.tsx';

/** The desk before the first draft: three ways to begin, each shown by what comes of it. */
export function DeskEmpty() {
  const { templates, startImport, chooseFile, keyOf } = useWorkplace();
  return (
    <div className="desk-empty">
      <section className="block" aria-labelledby="empty-templates">
        <div className="block-head">
          <h2 id="empty-templates">从一种公文开始</h2>
          <span className="quiet small">“看范例”得到一份写好的样稿，可以随意改</span>
        </div>
        <div className="template-cards upright">{templates.map((template: Template) => <TemplateCard key={template.id} template={template} upright />)}</div>
      </section>
      <div className="empty-ways">
        <section className="way" aria-labelledby="empty-paste">
          <ClipboardIcon className="way-icon" />
          <div>
            <h3 id="empty-paste">粘贴去年的稿子</h3>
            <p className="quiet">网页、邮件、聊天里的文字都行。标题、文号、主送、层次和落款自动认出，断行和半角标点顺手理好。</p>
          </div>
          <Button onClick={() => startImport({ kind: 'empty' })}>粘贴文字成稿<Kbd>{keyOf('paste')}</Kbd></Button>
        </section>
        <section className="way" aria-labelledby="empty-open">
          <FolderIcon className="way-icon" />
          <div>
            <h3 id="empty-open">打开 Word 或文本文件</h3>
            <p className="quiet">也可以把文件直接拖进窗口。收下以前先对照着看，原件原样留存。</p>
          </div>
          <Button onClick={chooseFile}>打开文件<Kbd>{keyOf('open')}</Kbd></Button>
        </section>
      </div>
    </div>
  );
}
