import { AutoComplete, Button, Input, Select } from 'antd';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Template } from '#core/contract/model.ts';
import { readDocument } from '#core/document/document-file.ts';
import { documentTitle, roleOf } from '#core/document/elements.ts';
import { makeTemplate } from '#core/document/make-template.ts';
import { proposeTemplate } from '#core/document/propose-template.ts';
import type { TemplatePart } from '#core/document/propose-template.ts';
import { ROLES } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { fieldsIn } from '#core/template/pattern.ts';
import { readTemplate } from '#core/template/read-template.ts';
import { isOfficeTemplate } from '#core/template/template-file.ts';
import type { DocumentNode } from '../page/PaperView.tsx';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { LivePage } from './LivePage.tsx';
import { baseFor } from './base-for.ts';
import { lackingInTemplate, rolesOfField } from './lacking-in-template.ts';
import { PartRows } from './PartRows.tsx';
import { useWorkplace } from './workplace.tsx';
import './new-document.css';
import './make-template.css';

interface MakeTemplateProps {
  /** The draft it is made from. */
  readonly id: string;
  readonly hidden: boolean;
  readonly onDone: () => void;
}

interface Draft {
  readonly doc: DocumentNode;
  readonly own: Template | null;
}

/** 存为模板: what becomes of each part of a draft at the left, the paper a new document begins with at the right. */
export function MakeTemplate({ id, hidden, onDone }: MakeTemplateProps) {
  const { host, report } = useWorkplace();
  const [draft, setDraft] = useState<Draft | null>(null);
  useEffect(() => {
    host.call('document.open', { id }).then(({ file, template }) => {
      const read = readDocument(file);
      if (read.ok) setDraft({ doc: read.doc, own: template });
    }, report);
  }, [host, id, report]);
  return draft ? <TemplateMaker {...draft} hidden={hidden} onDone={onDone} /> : <div className="new-document" aria-busy="true" />;
}

const OWN_GROUP = '本机关';

function TemplateMaker({ doc, own, hidden, onDone }: Draft & Omit<MakeTemplateProps, 'id'>) {
  const { host, templates, report, tell, show } = useWorkplace();
  const builtIn = useMemo(() => templates.filter((each) => !isOfficeTemplate(each.id)), [templates]);
  const [baseId, setBaseId] = useState(() => baseFor(builtIn, own, documentTitle(doc)).id);
  const base = builtIn.find((each) => each.id === baseId) ?? builtIn[0]!;
  // One's own template may be brought up to date instead of being put beside itself.
  const mine = own && templates.find((each) => each.id === own.id && isOfficeTemplate(each.id));
  const [replaces, setReplaces] = useState(false);
  const [name, setName] = useState(() => (mine ? mine.name : (own?.name ?? documentTitle(doc)).slice(0, 60)));
  const [group, setGroup] = useState(mine?.group ?? OWN_GROUP);
  const [description, setDescription] = useState(mine?.description ?? '');
  const [parts, setParts] = useState<readonly TemplatePart[]>(() => proposeTemplate(doc, own));
  const [isBusy, setBusy] = useState(false);
  const nameBox = useRef<HTMLDivElement>(null);
  const groups = useMemo(() => [...new Set([OWN_GROUP, ...templates.map((each) => each.group)])], [templates]);

  const written = useMemo(
    () => makeTemplate(doc, own, base, parts, { id: 'office-new', name: name.trim(), group: group.trim() || OWN_GROUP, description: description.trim() }),
    [doc, own, base, parts, name, group, description],
  );
  const shown = useDeferredValue(written);
  const template = useMemo(() => {
    const read = readTemplate(shown, (id) => builtIn.find((each) => each.id === id));
    return read.ok ? read.template : null;
  }, [shown, builtIn]);

  const save = async (): Promise<void> => {
    if (isBusy) return;
    if (name.trim() === '') {
      nameBox.current?.querySelector('input')?.focus();
      return;
    }
    setBusy(true);
    try {
      const made = await host.call('template.save', { template: { ...written }, ...(replaces && mine ? { replaces: mine.id } : {}) });
      tell(replaces ? `已更新模板：${made.name}` : `已存为模板：${made.name}，新建公文时可以选它`);
      onDone();
      show('templates');
    } catch (error) {
      report(error);
      setBusy(false);
    }
  };
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    if (hidden) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopPropagation();
      void latest.current();
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, [hidden]);
  const fields = template?.fields.length ?? 0;
  const lacking = useMemo(() => (template ? lackingInTemplate(base, template) : NONE), [base, template]);
  const rows = useRef<HTMLDivElement>(null);
  const goToPart = (index: number, name: string): void => {
    if (index < 0) {
      tell(`原稿里没有${name}，模板里也就没有。请先在文稿里补上，再存为模板`);
      return;
    }
    const row = rows.current?.querySelectorAll<HTMLElement>('.part-row')[index];
    row?.scrollIntoView({ block: 'nearest' });
    row?.querySelector<HTMLElement>('.part-choice input')?.focus();
  };
  const partOf = (role: string): number => parts.findIndex((part) => (part.element?.role ?? (part.to > part.from ? roleOf(doc.child(part.from)) : null)) === role);
  const goToRole = (role: Role): void => goToPart(partOf(role), ROLES[role].name);
  const goToField = (id: string): void => {
    const own = parts.findIndex(({ treatment, field, element }) => (treatment === 'field' && field?.field.id === id) || (treatment === 'template' && element !== undefined && (element.repeat === id || fieldsIn(element.text).includes(id))));
    const [role] = rolesOfField(base, id);
    goToPart(own >= 0 || role === undefined ? own : partOf(role), base.fields.find((field) => field.id === id)?.label ?? '');
  };
  return (
    <div className="new-document">
      <section className="form-pane make-template" aria-label="存为模板">
        <div className="screen-pane-head">
          <h1>存为模板</h1>
          <span className="quiet small ellipsis">从“{documentTitle(doc) || '无标题文稿'}”</span>
        </div>
        <div className="field-form" data-region="main" ref={rows}>
          <section className="template-facts-form" role="group" aria-label="名称和归类">
            <div className="field" ref={nameBox}>
              <label htmlFor="template-name">名称<i aria-label="必填">*</i></label>
              <Input id="template-name" autoFocus onFocus={(event) => event.currentTarget.select()} value={name} maxLength={60} status={name.trim() === '' ? 'error' : ''} onChange={(event) => setName(event.target.value)} />
            </div>
            <div className="field">
              <label htmlFor="template-group">归在</label>
              <AutoComplete id="template-group" value={group} maxLength={30} options={groups.map((value) => ({ value }))} onChange={setGroup} />
            </div>
            <div className="field">
              <label htmlFor="template-description">说明</label>
              <Input id="template-description" value={description} maxLength={200} placeholder="什么时候用它" onChange={(event) => setDescription(event.target.value)} />
            </div>
            <div className="field">
              <label htmlFor="template-base">依据</label>
              <Select id="template-base" suffixIcon={<ChevronDownIcon size="tiny" />} value={base.id} onChange={setBaseId} showSearch={{ optionFilterProp: 'label' }} options={builtIn.map((each) => ({ value: each.id, label: each.name }))} />
            </div>
            {mine && (
              <div className="field">
                <label htmlFor="template-replaces">存到</label>
                <Select id="template-replaces" suffixIcon={<ChevronDownIcon size="tiny" />} value={replaces ? 'old' : 'new'} onChange={(value) => setReplaces(value === 'old')} options={[{ value: 'new', label: '另存一个新模板' }, { value: 'old', label: `更新“${mine.name}”` }]} />
              </div>
            )}
          </section>
          <PartRows parts={parts} onChange={setParts} />
        </div>
        <div className="form-foot">
          <span className="small quiet form-help" aria-live="polite">{template === null ? '一项也没有留下，至少留一项' : `${fields} 个填写项 · 文种、版式依“${base.name}”`}</span>
          <Button type="primary" loading={isBusy} disabled={template === null} onClick={() => void save()}>存为模板<Kbd>Ctrl Enter</Kbd></Button>
        </div>
      </section>
      {template && <LivePage template={template} values={NO_VALUES} missing={lacking} linked={null} onField={goToField} onRole={goToRole} />}
    </div>
  );
}

const NO_VALUES = {};
const NONE: readonly never[] = [];
