import { Button } from 'antd';
import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { useEffect, useRef } from 'react';
import type { Diagnostic, Severity } from '#core/check/diagnostic.ts';
import { roleName } from '#core/document/roles.ts';
import { DIAGNOSTICS } from '#core/wording/diagnostics.ts';
import { keyLabel } from '#core/wording/shown-key.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { frame } from '../behaviour/places.ts';
import { goTo } from '../go-to.ts';
import './check.css';

const SEVERITY_NAMES: Readonly<Record<Severity, string>> = { error: '错', warning: '警', hint: '示' };

interface CheckPanelProps {
  readonly editor: Editor;
  readonly findings: readonly Diagnostic[];
  /** The finding in hand, by index; the keys F7 and Shift F7 walk along it. */
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  /** Settles some of the findings in one step. */
  readonly onFix: (settled: readonly Diagnostic[]) => void;
}

/** 检查: each finding with its place, its source, and a fix where one is safe; those of one kind can be settled together. */
export function CheckPanel({ editor, findings, current, onCurrent, onFix }: CheckPanelProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  if (findings.length === 0) return <EmptyState title="没有查出问题" text="序号、要素和格式都合规定。停下笔就会再查一遍。" />;
  return (
    <ol ref={list} className="findings" aria-label="查出的问题">
      {findings.map((finding, index) => {
        const { message, hint } = DIAGNOSTICS[finding.code](finding.args);
        const alike = findings.filter(({ code, fix }) => fix && code === finding.code);
        return (
          <li key={`${finding.code} ${finding.where?.pos ?? ''} ${index}`} className={index === current ? 'finding on' : 'finding'} data-severity={finding.severity}>
            <button type="button" className="plain-button finding-text" aria-current={index === current} onClick={() => { onCurrent(index); showFinding(editor, finding); }}>
              <span className="finding-head"><b className="severity">{SEVERITY_NAMES[finding.severity]}</b>{placeName(editor.state.doc, finding)}</span>
              <span className="finding-message">{message}</span>
              <span className="finding-hint">{hint}</span>
              <span className="finding-clause">{finding.clause}</span>
            </button>
            {finding.fix && (
              <div className="finding-fixes">
                <Button size="small" aria-label={`改正：${message}`} onClick={() => onFix([finding])}>改正{index === current && <Kbd>{keyLabel('fix-finding')}</Kbd>}</Button>
                {alike.length > 1 && (alike[0] === finding || index === current) && <Button size="small" type="text" onClick={() => onFix(alike)}>同类 {alike.length} 处一并改正</Button>}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** 第 3 段 · 二级标题; 全文 where no place can be named. */
function placeName(doc: Node, { where }: Diagnostic): string {
  if (!where) return '全文';
  // What was found in the document of a moment ago.
  const at = where.pos <= doc.content.size ? doc.resolve(where.pos) : null;
  const paragraph = at?.parent.isTextblock ? at.parent : at?.nodeAfter;
  const name = where.role ? roleName(where.role, paragraph?.attrs.role === where.role ? (paragraph.attrs.level as number) : 0) : '';
  return where.paragraph > 0 ? `第 ${where.paragraph} 段${name === '' ? '' : ` · ${name}`}` : name;
}

/** Puts the caret at a finding's paragraph and frames the words it is about. */
export function showFinding(editor: Editor, { where }: Diagnostic): void {
  if (!where || where.end > editor.state.doc.content.size) return;
  const $pos = editor.state.doc.resolve(Math.min(where.pos + 1, editor.state.doc.content.size));
  if ($pos.depth === 0) return;
  goTo(editor, $pos.before(1));
  editor.view.dispatch(frame(editor.state.tr, [{ from: where.pos, to: where.end }]));
}
