import type { CSSProperties } from 'react';
import { ROLES } from '#core/document/roles.ts';
import type { Part, Role } from '#core/document/roles.ts';
import { fieldsIn } from '#core/template/pattern.ts';
import type { Field, Template } from '#core/template/template.ts';
import type { DocumentNode } from '../page/PaperView.tsx';
import { CheckIcon, WarnIcon } from '../ui/icons.tsx';

const PARTS: readonly (readonly [Part, string])[] = [['masthead', '版头'], ['main', '主体'], ['imprint', '版记']];
/** More lines than this would not be seen in the miniature. */
const MOST_LINES = 12;

interface PartsMiniatureProps {
  readonly doc: DocumentNode;
  readonly template: Template;
  readonly missing: readonly Field[];
  readonly onField: (id: string) => void;
}

/** The three parts of the paper in small, with the places of what is missing, and the same in words below. */
export function PartsMiniature({ doc, template, missing, onField }: PartsMiniatureProps) {
  const lacking = new Set(missing.map((field) => field.id));
  const lines: { part: Part; role: Role; missing: boolean; width: number }[] = [];
  doc.forEach((block) => {
    if (block.type.name !== 'para' || lines.length >= MOST_LINES) return;
    const role = block.attrs.role as Role;
    const element = template.elements.find((each) => each.slot === block.attrs.slot);
    const lacks = element !== undefined && [...fieldsIn(element.text), element.repeat].some((id) => id !== undefined && lacking.has(id));
    lines.push({ part: ROLES[role].part, role, missing: lacks, width: Math.min(86, Math.max(24, block.textContent.length * 4)) });
  });
  return (
    <div className="miniature">
      <p className="small miniature-head" aria-live="polite">{missing.length === 0 ? '要素已齐' : <>还缺 <b className="seal-text">{missing.length}</b> 项</>}</p>
      <div className="miniature-page" aria-hidden="true">
        {PARTS.map(([part, name]) => (
          <div key={part} className={`miniature-part ${part}`}>
            <span>{name}</span>
            {lines.filter((line) => line.part === part).map((line, index) => (
              <u key={index} className={line.missing ? `bar ${line.role} missing` : `bar ${line.role}`} style={{ '--bar': `${line.width}px` } as CSSProperties} />
            ))}
          </div>
        ))}
      </div>
      <dl>
        {PARTS.filter(([part]) => template.fields.some((field) => field.part === part)).map(([part, name]) => {
          const here = missing.filter((field) => field.part === part);
          return (
            <div key={part}>
              <dt>{name}</dt>
              {here.map((field) => (
                <dd key={field.id}><button type="button" className="plain-button missing-line" onClick={() => onField(field.id)}><WarnIcon size="tiny" />缺{field.label}</button></dd>
              ))}
              {here.length === 0 && <dd className="quiet"><CheckIcon size="tiny" />{template.fields.some((field) => field.part === part && field.required) ? '已齐' : '可后补'}</dd>}
            </div>
          );
        })}
      </dl>
    </div>
  );
}
