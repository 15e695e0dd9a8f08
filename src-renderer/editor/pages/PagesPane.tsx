import { Button } from 'antd';
import type { Editor } from '@tiptap/core';
import { useLayoutEffect, useRef, useState } from 'react';
import type { CaretPlace } from '#core/layout/find-place.ts';
import type { MeasuredPlace } from '#core/layout/measure/measurement.ts';
import { COMMANDS } from '#core/wording/commands.ts';
import { LAYOUT_DIAGNOSTICS } from '#core/wording/layout.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { MenuDropdown } from '../../ui/MenuDropdown.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { ChevronDownIcon, CloseIcon, WarnIcon } from '../../ui/icons.tsx';
import { goToPlace } from './go-to-place.ts';
import { PageList } from './PageList.tsx';
import type { LaidOut } from './use-layout.ts';
import './pages.css';

/** Pixels of a point at 100 %. */
const PIXELS_PER_POINT = 96 / 72;
const STEPS = [25, 50, 75, 100, 125, 150, 200, 300] as const;
const GAP = 16;
const A4_POINTS = 595.3;

interface PagesPaneProps {
  readonly editor: Editor;
  readonly laid: LaidOut | null;
  readonly caret: CaretPlace | null;
  /** A place of the layout report to be shown. */
  readonly mark: MeasuredPlace | null;
  readonly onReport: () => void;
  readonly onClose: () => void;
}

/** 版面: the pages as they will be printed, beside the draft; a click there puts the caret here, and the caret here brings its page there. */
export function PagesPane({ editor, laid, caret, mark, onReport, onClose }: PagesPaneProps) {
  const pane = useRef<HTMLElement>(null);
  const [percent, setPercent] = useState<number | null>(null);
  const [width, setWidth] = useState(480);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(entry!.contentRect.width));
    watch.observe(pane.current!);
    return () => watch.disconnect();
  }, []);
  const fitting = Math.max(0.2, (width - 2 * GAP - 14) / A4_POINTS);
  const scale = percent === null ? fitting : (percent / 100) * PIXELS_PER_POINT;
  const faults = laid?.layout.diagnostics ?? [];
  return (
    <aside className="pages-pane" aria-label="版面" data-region="pages" ref={pane}>
      <div className="pane-head">
        版面
        <span className="quiet small">{laid ? `共 ${laid.layout.pages.length} 页 · 与打印、PDF 一致` : '正在排版…'}</span>
        <span className="spring" />
        <Hint name={COMMANDS['layout-report'].name} keys={keyLabel('layout-report')}><button type="button" className="status-button" onClick={onReport}>版式报告</button></Hint>
        <MenuDropdown menu={{ selectedKeys: [String(percent)], items: [{ key: 'null', label: '适合宽度' }, ...STEPS.map((step) => ({ key: String(step), label: `${step}%` }))], onClick: ({ key }) => setPercent(key === 'null' ? null : Number(key)) }}>
          <button type="button" className="status-button" aria-label="版面大小">{Math.round((scale / PIXELS_PER_POINT) * 100)}%<ChevronDownIcon size="tiny" /></button>
        </MenuDropdown>
        <Button type="text" size="small" icon={<CloseIcon />} aria-label="收起版面" onClick={onClose} />
      </div>
      {faults.length > 0 && <p className="pages-fault small" role="status"><WarnIcon size="tiny" />{LAYOUT_DIAGNOSTICS[faults[0]!.code](faults[0]!.args).message}{faults.length > 1 && `（共 ${faults.length} 处）`}</p>}
      {laid && <PageList layout={laid.layout} scale={scale} gap={GAP} caret={caret} mark={mark} label="各页" onPlace={(page, x, y) => goToPlace(editor, laid, page, x, y)} />}
    </aside>
  );
}
