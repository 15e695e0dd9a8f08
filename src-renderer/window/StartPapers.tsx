import { useMemo } from 'react';
import type { Template } from '#core/contract/model.ts';
import { createDocument } from '#core/document/fill.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { PaperView } from '../page/PaperView.tsx';

/** What the reply on the welcome page says; no real office, no real person. */
const SHOWN = {
  issuer: '××市人民政府', documentNumber: '×函〔2026〕1号', number: '0001', proposers: ['×××'], topic: '关于……的建议', consulted: ['市教育局', '市财政局'], date: '2026-01-05',
};

/** Beside the welcome: a real page of a reply, on which the name appears as it is typed. */
export function StartPapers({ templates, name }: { readonly templates: readonly Template[]; readonly name: string }) {
  const template = templates.find((each) => each.id === 'npc-reply') ?? templates[0];
  const shown = useMemo(() => {
    if (!template) return null;
    const doc = createDocument(template, { ...SHOWN, contact: name === '' ? '　　　' : name });
    return { doc, styles: resolveStyles(template) };
  }, [template, name]);
  return (
    <div className="start-papers" aria-hidden="true">
      <div className="start-sheet back" />
      {shown && <PaperView doc={shown.doc} styles={shown.styles} scale={1.72} cut className="lift" />}
    </div>
  );
}
