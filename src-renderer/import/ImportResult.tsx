import { Button, Segmented, Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Template } from '#core/contract/model.ts';
import type { Doubt } from '#core/intake/report.ts';
import { CHOICE } from '#core/wording/report.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { useWorkplace } from '../library/workplace.tsx';
import { download } from '../ui/download.ts';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { CorrectionCard } from './CorrectionCard.tsx';
import { CHOICES, choiceName } from './element-groups.ts';
import type { Choice } from './element-groups.ts';
import { DoubtList } from './DoubtList.tsx';
import { ImportReportBar } from './ImportReportBar.tsx';
import { RecognisedParts } from './RecognisedParts.tsx';
import { ReportPlaces } from './ReportPlaces.tsx';
import { ResultPaper } from './ResultPaper.tsx';
import { doubtKey, elementAt, isRunIn, reportText } from './result-facts.ts';
import type { Fate } from './source-lines.ts';
import { lineAt } from './source-lines.ts';
import { SourcePane } from './SourcePane.tsx';
import type { Reading, ReadingActions } from './use-reading.ts';

interface ImportResultProps {
  readonly reading: Reading;
  readonly actions: ReadingActions;
  readonly isStoring: boolean;
  readonly hidden: boolean;
  readonly onAccept: () => void;
  readonly onBack: () => void;
}

/** Left what to look at and what was recognised, beside it the source as it came, right the page it becomes, at the foot what was done. */
export function ImportResult({ reading, actions, isStoring, hidden, onAccept, onBack }: ImportResultProps) {
  const { templates, host, info, tell, report: refuse } = useWorkplace();
  const { imported, file, doc } = reading;
  const { recognition, report } = imported;
  const { source, elements, choice } = recognition;
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [block, setBlock] = useState<number | null>(null);
  const [doubt, setDoubt] = useState<string | null>(null);
  const [isAlike, setAlike] = useState(true);
  const [isTinted, setTinted] = useState(true);
  const [places, setPlaces] = useState<Exclude<Fate, 'kept'> | null>(null);
  const [spot, setSpot] = useState<{ readonly line: number } | null>(null);

  const template = choice?.id ?? ((imported.file.doc as { attrs?: { template?: string | null } }).attrs?.template ?? null);
  const styles = useMemo(() => resolveStyles(templates.find((each) => each.id === template) ?? null), [templates, template]);
  const open = useMemo(() => recognition.doubts.filter((each) => !seen.has(doubtKey(each))), [recognition, seen]);

  // The first doubtful place is in hand when the result comes, and after each correction the next one.
  const current = open.find((each) => doubtKey(each) === doubt) ?? (block === null ? open[0] : undefined);
  const selected = block !== null ? (elements.find((each) => each.block === block) ?? null) : current ? (elementAt(elements, current.span) ?? null) : null;

  const choose = (next: number | null): void => {
    setBlock(next);
    setDoubt(null);
  };
  const goTo = (key: string): void => {
    setDoubt(key);
    setBlock(null);
    const found = open.find((each) => doubtKey(each) === key);
    if (found) setSpot({ line: lineAt(source, found.span[0]) });
  };
  const pass = (): void => {
    if (!current) return;
    const at = open.indexOf(current);
    setSeen(new Set([...seen, doubtKey(current)]));
    const next = open[at + 1] ?? open[at - 1];
    setBlock(null);
    setDoubt(next && next !== current ? doubtKey(next) : null);
    if (next) setSpot({ line: lineAt(source, next.span[0]) });
  };
  /** How the list stood before each thing said; the sentence that offers to take the last one back. */
  const past = useRef<{ readonly seen: ReadonlySet<string>; readonly current: Doubt | undefined }[]>([]);
  const offer = useRef<() => void>(() => undefined);
  useEffect(() => () => offer.current(), []);
  const undo = (): void => {
    offer.current();
    if (!actions.undo()) {
      tell('没有可撤回的指定');
      return;
    }
    const before = past.current.pop();
    if (!before) return;
    setSeen(before.seen);
    setBlock(null);
    setDoubt(before.current ? doubtKey(before.current) : null);
    if (before.current) setSpot({ line: lineAt(source, before.current.span[0]) });
  };
  const takeBack = useRef(undo);
  useEffect(() => {
    takeBack.current = undo;
  });
  const offerUndo = (text: string): void => {
    past.current.push({ seen, current });
    // Only the last thing said can be taken back.
    offer.current();
    offer.current = tell(text, () => takeBack.current());
  };
  const correct = async ({ role, level }: Choice): Promise<void> => {
    if (!selected || selected.spans.length === 0 || selected.role === 'table' || actions.isBusy) return;
    const { spans } = selected;
    const runIn = role === 'heading' && isRunIn(source, spans);
    const changed = await actions.correct({ spans, role, level, runIn, alike: isAlike });
    if (changed === null) return;
    if (current) setSeen(new Set([...seen, doubtKey(current)]));
    setDoubt(null);
    setBlock(null);
    offerUndo(`已改为${choiceName({ role, level })}${changed > 0 ? `，同样写法的另 ${changed} 处一并改了` : ''}`);
  };

  const saveReport = async (): Promise<void> => {
    const name = `导入报告 ${report.title ?? file.name}.txt`;
    const bytes = new TextEncoder().encode(reportText(imported));
    try {
      if (!info.nativeDialogs) download(name, bytes);
      else await host.call('shell.save', { name, bytes });
    } catch (error) {
      refuse(error);
    }
  };

  const takeProposal = async (): Promise<void> => {
    if (!current?.proposal || actions.isBusy) return;
    const { span, text, proposal } = current;
    setDoubt(null);
    if (await actions.fixWord({ span, text: proposal })) offerUndo(`“${text}”已改为“${proposal}”，原文不动`);
  };

  const keys = useRef<(event: KeyboardEvent) => boolean>(() => false);
  useEffect(() => {
    keys.current = (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onAccept();
      else if (isTyping(event)) return false;
      else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') undo();
      else if (event.ctrlKey || event.metaKey || event.altKey) return false;
      else if (event.key === 'Escape' && places !== null) setPlaces(null);
      else if (event.key === 'Escape' && block !== null) choose(null);
      else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1, event);
      else if (event.key.toLowerCase() === 'g' && current?.proposal) void takeProposal();
      else if (event.key === 'Enter' && current && !(event.target as Element).closest('button, a, summary')) pass();
      else {
        const chosen = CHOICES.find((each) => each.key === event.key);
        if (!chosen || !selected) return false;
        void correct(chosen);
      }
      return true;
    };
  });
  /** In the source and on the paper from paragraph to paragraph, elsewhere from doubt to doubt. */
  const step = (by: 1 | -1, event: KeyboardEvent): void => {
    if ((event.target as Element).closest('.source, .import-desk')) {
      const at = elements.findIndex((each) => each === selected);
      const next = elements[Math.min(Math.max(at + by, 0), elements.length - 1)];
      if (next) choose(next.block);
    } else if (open.length > 0) {
      const at = current ? open.indexOf(current) : by > 0 ? -1 : 0;
      goTo(doubtKey(open[(at + by + open.length) % open.length]!));
    }
  };
  useEffect(() => {
    if (hidden) return;
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing || document.querySelector('.ant-modal-wrap:not([style*="none"])')) return;
      if (keys.current(event)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [hidden]);

  const card = selected && (
    <CorrectionCard source={source} element={selected} isAlike={isAlike} elements={elements} isBusy={actions.isBusy} canUndo={recognition.known.length > 0 || reading.words.length > 0} onAlike={setAlike} onChoose={(each) => void correct(each)} onUndo={undo} />
  );
  return (
    <div className="import">
      <div className="import-columns">
        <section className="import-parts" aria-label="认出的要素">
          <div className="screen-pane-head">
            <h1>{open.length > 0 ? '先看这几处' : '认出的要素'}</h1>
            {open.length > 0 && <span className="chip warn">{open.length} 处待核对</span>}
          </div>
          <div className="parts">
            {block !== null && <div className="in-hand">{card}</div>}
            <DoubtList doubts={recognition.doubts} open={open} source={source} current={block === null ? current : undefined} onGo={goTo} onPass={pass} onProposal={() => void takeProposal()} onPassAll={() => setSeen(new Set(recognition.doubts.map(doubtKey)))}>
              {block === null && card}
            </DoubtList>
            {open.length > 0 && <h2>认出的要素</h2>}
            <RecognisedParts report={report} />
          </div>
        </section>
        <section className="import-source" aria-label="原文">
          <div className="screen-pane-head"><h1>原文</h1><span className="small quiet ellipsis">{file.name}{imported.encoding !== 'docx' && ` · ${imported.encoding.toUpperCase()}`} · 按原样，不改动</span></div>
          {source === '' ? <p className="source-absent quiet">这是拟文自己的文稿文件，原样读出，无须识别。</p> : (
            <SourcePane recognition={recognition} report={report.report} selected={selected?.block ?? null} spot={spot} onSelect={choose} />
          )}
        </section>
        <section className="import-paper" aria-label="成稿">
          <div className="screen-pane-head">
            <h1>成稿</h1>
            <span className="spring" />
            <Segmented size="small" value={isTinted ? 'tinted' : 'plain'} options={[{ value: 'tinted', label: '要素着色' }, { value: 'plain', label: '纸面' }]} onChange={(value) => setTinted(value === 'tinted')} aria-label="成稿的看法" />
            <Select
              suffixIcon={<ChevronDownIcon size="tiny" />} id="import-template" aria-label="模板" size="small" className="import-template" value={template ?? ''} disabled={actions.isBusy}
              onChange={(value) => actions.setTemplate(value === '' ? null : value)} showSearch={{ optionFilterProp: 'label' }} options={templateOptions(templates, choice?.others ?? [])}
            />
          </div>
          <p className="template-reason small quiet ellipsis">{choice ? `${nameOf(templates, choice.id)}：${CHOICE[choice.reason].replace('「」', `「${choice.words}」`)}` : reading.template === null ? '不套模板：版式按通用格式' : '没有看出用哪个模板，可在右上选一个'}</p>
          {doc && <ResultPaper doc={doc} styles={styles} elements={elements} isTinted={isTinted} selected={selected?.block ?? null} onSelect={choose} />}
        </section>
      </div>
      {places !== null && <ReportPlaces fate={places} report={report.report} source={source} onGo={(offset) => { setSpot({ line: lineAt(source, offset) }); choose(elementAt(elements, [offset, offset + 1])?.block ?? null); }} onClose={() => setPlaces(null)} />}
      <div className="import-foot">
        <ImportReportBar report={report} open={places} onOpen={setPlaces} doubts={recognition.doubts.length} />
        <span className="spring" />
        <Button onClick={() => void saveReport()}>存报告</Button>
        <Button onClick={onBack}>放弃</Button>
        <Button type="primary" loading={isStoring} disabled={actions.isBusy} onClick={onAccept}>收下成稿<Kbd>Ctrl Enter</Kbd></Button>
      </div>
    </div>
  );
}

const isTyping = (event: KeyboardEvent): boolean => event.target instanceof HTMLElement && event.target.closest('input, textarea, [contenteditable="true"], .ant-select') !== null;

const nameOf = (templates: readonly Template[], id: string): string => templates.find((each) => each.id === id)?.name ?? id;

function templateOptions(templates: readonly Template[], others: readonly string[]) {
  const option = ({ id, name }: Template) => ({ value: id, label: name });
  const near = others.flatMap((id) => templates.filter((each) => each.id === id));
  const none = { value: '', label: '不套模板' };
  const rest = templates.filter((each) => !others.includes(each.id)).map(option);
  return near.length === 0 ? [{ label: '全部', options: [none, ...rest] }] : [{ label: '也可能是', options: [none, ...near.map(option)] }, { label: '其余', options: rest }];
}
