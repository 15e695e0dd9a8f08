import { Button, InputNumber, Segmented } from 'antd';
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { SystemPrinter, Template } from '#core/contract/model.ts';
import { readDocument } from '#core/document/document-file.ts';
import { documentTitle } from '#core/document/elements.ts';
import type { LayoutEngine } from '#core/layout/layout-document.ts';
import { copyNumberOf, layOutToPrint, pageWish, prepareToPrint } from '#core/print/prepare.ts';
import { sidesOf } from '#core/print/print-wish.ts';
import type { PageWish } from '#core/print/prepare.ts';
import type { Pass, PrintWish } from '#core/print/print-wish.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { officialDayOf } from '#core/units/date.ts';
import { sayPrintProblem } from '#core/wording/print.ts';
import { createWindowEngine } from '../page/window-engine.ts';
import { useWorkplace } from '../library/workplace.tsx';
import type { DocumentNode } from '../page/PaperView.tsx';
import { useOwnFonts } from '../page/own-fonts.ts';
import { download } from '../ui/download.ts';
import { PrintIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { printInBrowser } from './print-in-browser.ts';
import { PrintPanel } from './PrintPanel.tsx';
import { sayJob, sheetRows } from './sheet-rows.ts';
import { SheetList } from './SheetList.tsx';
import { useKeptOffset } from './use-kept-offset.ts';
import { usePrintKeys } from './use-print-keys.ts';
import { usePrintWish } from './use-print-wish.ts';
import './print.css';

interface PrintScreenProps {
  readonly id: string;
  readonly hidden: boolean;
  readonly onDone: () => void;
}

interface Draft {
  readonly doc: DocumentNode;
  readonly template: Template | null;
}

/** 打印: the pages of a draft as they will come out at the left, printer, copies, 份号, sides and 套打 at the side. */
export function PrintScreen({ id, hidden, onDone }: PrintScreenProps) {
  const { host, info, report } = useWorkplace();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [engine, setEngine] = useState<LayoutEngine | null>(null);
  const [printers, setPrinters] = useState<readonly SystemPrinter[] | null>(null);
  useEffect(() => {
    const load = (): void => void host.call('document.open', { id }).then(({ file, template }) => {
      const read = readDocument(file);
      if (read.ok) setDraft({ doc: read.doc, template });
    }, report);
    load();
    // It is written on in another tab or window: what is printed is what stands there now.
    return host.on('document.changed', (changed) => changed.id === id && load());
  }, [host, id, report]);
  const own = useOwnFonts();
  useEffect(() => void createWindowEngine(own).then(setEngine, report), [own, report]);
  useEffect(() => {
    host.call('print.printers').then(setPrinters, report);
  }, [host, report]);
  if (!draft || !engine || !printers) return <div className="print-screen" aria-busy="true" />;
  return <Printing id={id} hidden={hidden} onDone={onDone} draft={draft} engine={engine} printers={info.systemPrinters ? printers : null} />;
}

interface PrintingProps extends PrintScreenProps {
  readonly draft: Draft;
  readonly engine: LayoutEngine;
  readonly printers: readonly SystemPrinter[] | null;
}

const NO_PRINTERS: readonly SystemPrinter[] = [];

function Printing({ id, hidden, onDone, draft: { doc, template }, engine, printers }: PrintingProps) {
  const { host, info, person, settings, saveSettings, report, tell } = useWorkplace();
  const { printer, wish: asked, change, choose, remember } = usePrintWish(settings.print, printers ?? NO_PRINTERS);
  const styles = useMemo(() => resolveStyles(template), [template]);
  const { isNumbered, ownNumber } = useMemo(() => copyNumberOf(doc), [doc]);
  const wish: PrintWish = { ...asked, firstNumber: isNumbered ? (asked.firstNumber ?? ownNumber ?? 1) : null, pass: null };
  const shown = useDeferredValue(JSON.stringify(wish));
  const pages = JSON.stringify(pageWish(JSON.parse(shown) as PrintWish));
  const laid = useMemo(() => layOutToPrint(engine, doc, styles, JSON.parse(pages) as PageWish), [engine, doc, styles, pages]);
  const prepared = useMemo(() => prepareToPrint(engine, laid, JSON.parse(shown) as PrintWish, { name: person.name, post: person.post, day: officialDayOf(new Date()) }), [engine, laid, shown, person]);
  const [columns, setColumns] = useState<1 | 2>(2);
  const [copy, setCopy] = useState(1);
  const [wanted, setWanted] = useState<{ page: number; asked: number } | null>(null);
  const [isBusy, setBusy] = useState(false);
  /** 手动双面: the fronts are printed, the backs wait for the paper to be turned. */
  const [waits, setWaits] = useState(false);
  const at = Math.min(copy, wish.copies);
  const rows = useMemo(() => sheetRows(prepared, at, columns), [prepared, at, columns]);
  const problem = prepared.job.ok ? '' : sayPrintProblem(prepared.job);
  const isManual = sidesOf(wish) === 'manual';

  const send = async (what: PrintWish, words: string): Promise<boolean> => {
    setBusy(true);
    try {
      if (info.systemPrinters) {
        await host.call('print.send', { id, wish: { ...what }, printer });
        tell(`已送到打印机：${words}`);
      } else {
        const { name, bytes } = await host.call('print.write', { id, wish: { ...what } });
        const how = await printInBrowser(name, bytes);
        tell(how === 'dialogue' ? `已交给浏览器打印：${words}` : `这个浏览器不能直接打印 PDF，文件在下载里：${name}，请打开它再打印`);
      }
      await saveSettings({ print: remember(settings.print) });
      return true;
    } catch (error) {
      report(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const canPrint = prepared.job.ok && !isBusy && printers?.length !== 0;
  const print = async (): Promise<void> => {
    if (!canPrint) return;
    const pass: Pass | null = isManual ? (waits ? 'backs' : 'fronts') : null;
    const words = `${documentTitle(doc) || '无标题文稿'}${pass === null ? '' : pass === 'fronts' ? '，正面' : '，背面'}`;
    if (await send({ ...wish, pass }, words)) setWaits(pass === 'fronts');
  };
  const saveFile = async (): Promise<void> => {
    setBusy(true);
    try {
      const file = await host.call('print.write', { id, wish: { ...wish } });
      if (info.nativeDialogs) {
        const saved = await host.call('shell.save', { name: file.name, bytes: file.bytes });
        if (saved) tell(`已存为：${saved.path}`);
      } else {
        download(file.name, file.bytes);
        tell(`已存为 PDF，在下载里：${file.name}`);
      }
      await saveSettings({ print: remember(settings.print) });
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const alter = useCallback((patch: Partial<PrintWish>) => {
    setWaits(false);
    change(patch);
  }, [change]);
  useKeptOffset(wish, () => void saveSettings({ print: remember(settings.print) }));
  usePrintKeys(!hidden, () => void print(), onDone);
  return (
    <div className="print-screen">
      <section className="print-preview" aria-label="预览" data-region="main">
        <div className="pane-head">
          印出来的样子
          <span className="quiet small">{prepared.job.ok ? sayJob(prepared.job, wish.copies) : '没有可印的页'}</span>
          <span className="spring" />
          {wish.copies > 1 && <span className="small print-copy">看第<InputNumber size="small" aria-label="看第几份" value={at} min={1} max={wish.copies} precision={0} onChange={(next) => setCopy(next ?? 1)} />份</span>}
          <Segmented size="small" aria-label="预览大小" value={columns} options={[{ value: 2, label: '两页' }, { value: 1, label: '一页' }]} onChange={setColumns} />
        </div>
        <SheetList rows={rows} columns={columns} frame={prepared.frame} wanted={wanted} />
      </section>
      <PrintPanel
        wish={wish} change={alter} facts={prepared.facts} printers={printers} printer={printer} onPrinter={choose} diagnostics={prepared.diagnostics} problem={problem} isBusy={isBusy}
        onPage={(page) => setWanted((now) => ({ page, asked: (now?.asked ?? 0) + 1 }))}
        onTestSheet={() => void send({ ...wish, paper: 'test', copies: 1, range: '', parity: 'all' }, '套打校准页')}
      >
        {waits && <p className="small print-turn" role="status">正面印完了。把整叠纸翻过来放回纸盒，再按“印背面”。</p>}
        <div className="print-buttons">
          <Button disabled={!prepared.job.ok || isBusy} onClick={() => void saveFile()}>存为 PDF</Button>
          <Button type="primary" icon={<PrintIcon />} disabled={!canPrint} loading={isBusy} onClick={() => void print()}>{isManual ? (waits ? '印背面' : '印正面') : '打印'}<Kbd>Ctrl P</Kbd></Button>
        </div>
      </PrintPanel>
    </div>
  );
}
