import type { CSSProperties } from 'react';
import type { ElementFinding } from '#core/check/element-state.ts';
import { REQUIREMENTS } from '#core/check/wenzhong.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Part, Role } from '#core/document/roles.ts';
import { fieldsIn } from '#core/template/pattern.ts';
import type { Field, Template, Wenzhong } from '#core/template/template.ts';
import { CheckIcon, WarnIcon } from '../ui/icons.tsx';
import type { DocumentNode } from './PaperView.tsx';
import './parts-miniature.css';

const PARTS: readonly (readonly [Part, string])[] = [['masthead', '版头'], ['main', '主体'], ['imprint', '版记']];
/** More lines than these would not be seen in the miniature. */
const MOST_LINES: Readonly<Record<Part, number>> = { masthead: 4, main: 8, imprint: 3 };

interface PartsMiniatureProps {
  readonly doc: DocumentNode;
  readonly template: Template | null;
  /** 文种 of the document; null while nothing says it. */
  readonly wenzhong: Wenzhong | null;
  readonly missing: readonly Field[];
  /** Whole elements that are missing, forbidden or in excess. */
  readonly troubles: readonly ElementFinding[];
  readonly onField: (id: string) => void;
  readonly onTrouble: (trouble: ElementFinding) => void;
}

/** The three parts of the paper in small, with the places of what is missing, forbidden or in excess, and the same in words. */
export function PartsMiniature({ doc, template, wenzhong, missing, troubles, onField, onTrouble }: PartsMiniatureProps) {
  // What an empty field says already is not said again for its element.
  const told = new Set(missing.flatMap((field) => rolesOf(template, field.id)));
  const labels = new Set(missing.map((field) => `缺${field.label}`));
  const more = troubles.filter((each) => each.trouble !== 'missing' || (!told.has(each.role) && !labels.has(sayTrouble(each))));
  const lines = linesOf(doc, template, new Set(missing.map((field) => field.id)), more);
  const open = missing.length + more.filter(({ trouble }) => trouble === 'missing').length;
  const needs = wenzhong === null ? '' : sayNeeds(wenzhong);
  const wrong = more.length - more.filter(({ trouble }) => trouble === 'missing').length;
  return (
    <div className="miniature">
      <p className="small miniature-head" aria-live="polite">
        {open === 0 && wrong === 0 ? '要素已齐' : <>{open > 0 && <>还缺 <b className="seal-text">{open}</b> 项</>}{open > 0 && wrong > 0 && '，'}{wrong > 0 && <>多余 <span className="seal-text">{wrong}</span> 项</>}</>}
      </p>
      <div className="miniature-page" aria-hidden="true">
        {PARTS.map(([part, name]) => (
          <div key={part} className={`miniature-part ${part}`}>
            <span>{name}</span>
            {lines.filter((line) => line.part === part).map((line, index) => (
              <u key={index} className={['bar', line.role, line.state].filter(Boolean).join(' ')} style={{ '--bar': `${line.width}px` } as CSSProperties} />
            ))}
          </div>
        ))}
      </div>
      <dl>
        {PARTS.filter(([part]) => template === null || template.fields.some((field) => field.part === part) || missing.some((field) => field.part === part) || more.some(({ role }) => ROLES[role].part === part)).map(([part, name]) => {
          const here = missing.filter((field) => field.part === part);
          const amiss = more.filter(({ role }) => ROLES[role].part === part);
          return (
            <div key={part}>
              <dt>{name}</dt>
              {here.map((field) => (
                <dd key={field.id}><button type="button" className="plain-button missing-line" onClick={() => onField(field.id)}><WarnIcon size="tiny" />缺{field.label}</button></dd>
              ))}
              {amiss.map((each, index) => (
                <dd key={`${each.role} ${index}`}><button type="button" className="plain-button missing-line" onClick={() => onTrouble(each)}><WarnIcon size="tiny" />{sayTrouble(each)}</button></dd>
              ))}
              {here.length + amiss.length === 0 && <dd className="quiet"><CheckIcon size="tiny" />{lines.some((line) => line.part === part) || (template?.fields.some((field) => field.part === part && field.required) ?? true) ? '已齐' : '可后补'}</dd>}
            </div>
          );
        })}
      </dl>
      {needs !== '' && <p className="miniature-needs">{needs}</p>}
    </div>
  );
}

interface Bar {
  readonly part: Part;
  readonly role: Role;
  readonly state: '' | 'missing' | 'absent' | 'forbidden' | 'excess';
  readonly width: number;
}

function linesOf(doc: DocumentNode, template: Template | null, lacking: ReadonlySet<string>, troubles: readonly ElementFinding[]): Bar[] {
  const lines: Bar[] = [];
  doc.forEach((block, pos) => {
    if (block.type.name !== 'para') return;
    const role = block.attrs.role as Role;
    const { part } = ROLES[role];
    if (lines.filter((line) => line.part === part).length >= MOST_LINES[part]) return;
    const element = template?.elements.find((each) => each.slot === block.attrs.slot);
    const lacks = element !== undefined && [...fieldsIn(element.text), element.repeat].some((id) => id !== undefined && lacking.has(id));
    const trouble = troubles.find(({ trouble: kind, role: of, diagnostic }) => kind !== 'missing' && (diagnostic.where ? diagnostic.where.pos >= pos && diagnostic.where.pos < pos + block.nodeSize : of === role))?.trouble;
    lines.push({ part, role, state: lacks ? 'missing' : trouble === 'forbidden' || trouble === 'excess' ? trouble : '', width: Math.min(86, Math.max(24, block.textContent.length * 4)) });
  });
  // A place is kept open for what is not on the paper at all.
  for (const { trouble, role } of troubles) {
    if (trouble === 'missing' && !lines.some((line) => line.role === role)) lines.push({ part: ROLES[role].part, role, state: 'absent', width: 40 });
  }
  return lines;
}

const rolesOf = (template: Template | null, field: string): string[] =>
  (template?.elements ?? []).filter((element) => element.repeat === field || fieldsIn(element.text).includes(field)).map((element) => element.role);

function sayTrouble({ trouble, role, diagnostic }: ElementFinding): string {
  const name = String(diagnostic.args.element ?? ROLES[role].name);
  if (diagnostic.code === 'seal-unexpected') return '不加盖印章';
  if (diagnostic.code === 'addressee-several') return '主送多于一个';
  if (diagnostic.code === 'contact-missing') return '缺联系人电话';
  return trouble === 'missing' ? `缺${name}` : trouble === 'forbidden' ? `不写${name}` : `多一处${name}`;
}

/** 请示：注明签发人，主送一个上级机关。 '' for a 文种 that goes up, down and across (意见). What the table of the 文种 (check/wenzhong.ts) asks, in a line. */
function sayNeeds(wenzhong: Wenzhong): string {
  const { addressee, isUpward, needs, closing } = REQUIREMENTS[wenzhong];
  const says = [
    addressee === 'forbidden' ? '不写主送机关' : isUpward ? '主送一个上级机关' : addressee === 'required' ? '写主送机关' : '',
    needs.signatory === 'required' ? '注明签发人' : needs.signatory === 'forbidden' ? '不标签发人' : '',
    needs.titleNote === 'required' ? '题下注通过日期' : '',
    needs.present === 'usual' ? '写明出席人员' : '',
    closing === 'unsealed' ? '不加盖印章' : closing === 'signed' ? '落款用签名章' : '',
  ].filter((each) => each !== '');
  return says.length === 0 ? '' : `${wenzhong}：${says.join('，')}。`;
}
