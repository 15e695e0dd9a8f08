import { useMemo } from 'react';
import type { Template } from '#core/contract/model.ts';
import { createDocument } from '#core/document/fill.ts';
import { PageOne } from '../page/PageOne.tsx';

/** What the reply on the welcome page says; no real office, no real person. */
const SHOWN = {
  issuer: '××市人民政府', documentNumber: '×函〔2026〕1号', number: '0001', proposers: ['×××'], topic: '关于……的建议', consulted: ['市教育局', '市财政局'], date: '2026-01-05',
};

/** Beside the welcome: a real page of a reply, on which the name appears as it is typed. */
export function StartPapers({ templates, name }: { readonly templates: readonly Template[]; readonly name: string }) {
  const template = templates.find((each) => each.id === 'npc-reply') ?? templates[0];
  const shown = useMemo(() => template && createDocument(template, { ...SHOWN, contact: name === '' ? '　　　' : name }), [template, name]);
  return (
    <div className="start-papers" aria-hidden="true">
      <div className="start-sheet back" />
      {template && shown && <PageOne doc={shown} template={template} width={361} />}
    </div>
  );
}
