import { Button, Input } from 'antd';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Template } from '#core/contract/model.ts';
import { beginsWith, matchCost, usePinyinFind } from '../ui/pinyin-find.ts';
import { ClipboardIcon, FolderIcon, SearchIcon } from '../ui/icons.tsx';
import { PageThumbnail } from './PageThumbnail.tsx';
import { useSample } from './previews.ts';
import { useWorkplace } from './workplace.tsx';

interface TemplatePickerProps {
  readonly chosen: string;
  /** `leads`: on into the form (a click, Enter); else the person is still walking. */
  readonly onChoose: (template: string, leads: boolean) => void;
  readonly onFocus: () => void;
}

/** The templates by 文种, each as its page; pasting and opening stand beside them as equals. */
export function TemplatePicker({ chosen, onChoose, onFocus }: TemplatePickerProps) {
  const { templates, startImport, chooseFile } = useWorkplace();
  const [search, setSearch] = useState('');
  const wanted = search.trim();
  const find = usePinyinFind();
  const list = useRef<HTMLDivElement>(null);
  const found = useMemo(() => findTemplates(templates, wanted, find), [templates, wanted, find]);
  const groups = [...new Set(found.map((template) => template.group))];
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 2, ArrowUp: -2 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const ordered = groups.flatMap((group) => found.filter((template) => template.group === group));
    const next = ordered[Math.min(ordered.length - 1, Math.max(0, ordered.findIndex((template) => template.id === chosen) + step))];
    if (next) {
      onChoose(next.id, false);
      event.currentTarget.querySelector<HTMLElement>(`[data-template="${next.id}"]`)?.focus();
    }
  };
  return (
    <aside className="picker" aria-label="选模板" onFocus={onFocus}>
      <div className="picker-ways">
        <Button size="small" icon={<ClipboardIcon />} onClick={() => startImport({ kind: 'empty' })}>粘贴文字</Button>
        <Button size="small" icon={<FolderIcon />} onClick={chooseFile}>打开文件</Button>
      </div>
      <Input value={search} prefix={<SearchIcon />} placeholder="找模板：名称、拼音、首字母" aria-label="找模板" allowClear onChange={(event) => setSearch(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && found[0] && onChoose(found[0].id, true)} />
      <nav className="picker-groups" aria-label="模板分组">
        {groups.length > 3 && groups.map((group) => (
          <button key={group} type="button" className="plain-button small" onClick={() => list.current?.querySelector(`[aria-label="${group}"]`)?.scrollIntoView({ block: 'start' })}>{group}</button>
        ))}
      </nav>
      <div className="picker-list" role="radiogroup" aria-label="模板" onKeyDown={walk} ref={list}>
        {groups.map((group) => (
          <section key={group} aria-label={group}>
            <h2 className="picker-group">{group}<span className="quiet small">{found.filter((template) => template.group === group).length}</span></h2>
            <div className="picker-pages">
              {found.filter((template) => template.group === group).map((template) => <PickerPage key={template.id} template={template} on={template.id === chosen} onChoose={() => onChoose(template.id, true)} />)}
            </div>
          </section>
        ))}
        {found.length === 0 && <p className="quiet picker-none">没有“{wanted}”的模板。可以把写好的同类文件拖进来。</p>}
      </div>
    </aside>
  );
}

/** Behind those found by their name, before those found by their group. */
const BY_OTHER_NAME = 9000;

/** Those whose name, other names, group, 文种 or description answers; the best answer first, so that Enter takes it. */
function findTemplates(templates: readonly Template[], wanted: string, find: ReturnType<typeof usePinyinFind>): readonly Template[] {
  if (wanted === '') return templates;
  const costs = templates.flatMap((template) => {
    const places = [template.name, template.group, template.wenzhong, template.description].map((text, rank) => {
      // A description is looked at for its very words: pinyin would find something in all of them.
      const ranges = rank < 3 ? find(text, wanted) : text.includes(wanted) ? [] : null;
      return ranges && rank * 10_000 + matchCost(ranges);
    }).filter((cost) => cost !== null);
    if (template.also?.split(' ').some((name) => beginsWith(find, name, wanted))) places.push(BY_OTHER_NAME);
    return places.length > 0 ? [{ template, cost: Math.min(...places) }] : [];
  });
  return costs.sort((a, b) => a.cost - b.cost).map(({ template }) => template);
}

function PickerPage({ template, on, onChoose }: { readonly template: Template; readonly on: boolean; readonly onChoose: () => void }) {
  const { host } = useWorkplace();
  const sample = useSample(host, template);
  return (
    <button type="button" role="radio" aria-checked={on} tabIndex={on ? 0 : -1} data-template={template.id} className={on ? 'picker-page on' : 'picker-page'} title={template.description} onClick={onChoose}>
      <PageThumbnail doc={sample} template={template} width={84} />
      <span className="ellipsis">{template.name}</span>
    </button>
  );
}
