import type { Editor } from '@tiptap/core';
import { memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { ElementFinding } from '#core/check/element-state.ts';
import { wenzhongOfTitle } from '#core/check/wenzhong.ts';
import { documentTitle } from '#core/document/elements.ts';
import { roleName } from '#core/document/roles.ts';
import type { Host } from '#core/contract/methods.ts';
import type { Suggestion } from '#core/office/suggest.ts';
import { suggestFor } from '#core/office/suggest.ts';
import { fieldsIn } from '#core/template/pattern.ts';
import type { Template } from '#core/template/template.ts';
import { useOffice } from '../../office/use-office.ts';
import { PartsMiniature } from '../../page/PartsMiniature.tsx';
import { Hint } from '../../ui/Hint.tsx';
import { useCutOff } from '../../ui/use-cut-off.ts';
import { frame } from '../behaviour/places.ts';
import { changeElement } from '../commands/change-element.ts';
import { goTo, showPosition } from '../go-to.ts';
import { sameData, useEditorValue } from '../use-editor-value.ts';
import { FieldInput, TextField } from './FieldInput.tsx';
import { setFields } from './field-values.ts';
import { followPanelGroups, placesOf, rowAt } from './panel-rows.ts';
import type { PanelGroup, PanelRow } from './panel-rows.ts';
import './panel.css';

interface ElementsPanelProps {
  readonly host: Host;
  readonly editor: Editor;
  readonly template: Template | null;
  readonly onTemplate: () => void;
  /** The same for as long as they say the same: the panel is not drawn with every check of the text. */
  readonly troubles: readonly ElementFinding[];
}

/** 要素: the second view of the paper. What is written in either is in both, and a click in either shows the place in the other. */
export const ElementsPanel = memo(function ElementsPanel({ host, editor, template, onTemplate, troubles }: ElementsPanelProps) {
  const { entries } = useOffice(host);
  const groupsOf = useMemo(() => followPanelGroups(template), [template]);
  const groups = useEditorValue(editor, (state) => groupsOf(state.doc), 80, sameData);
  const caretRow = useEditorValue(editor, (state) => rowAt(state.doc, template, groupsOf(state.doc), state.selection.head), 120);
  const [active, setActive] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useCutOff(list, groups);
  // The caret moves on the paper: its row comes into view here.
  useEffect(() => {
    if (caretRow !== null && active === null) list.current?.querySelector(`[data-row="${caretRow}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [caretRow, active]);

  const point = (row: PanelRow | null, scroll: boolean): void => {
    setActive(row?.key ?? null);
    const framed = row ? placesOf(editor.state.doc, template, row) : [];
    editor.view.dispatch(frame(editor.state.tr, framed));
    if (scroll && framed[0]) showPosition(editor, editor.state.doc.resolve(framed[0].from).before(1));
  };
  const change = (row: PanelRow, value: string | readonly string[]): void => {
    if (row.kind === 'field') editor.view.dispatch(setFields(editor.state.tr, template!, { [row.field.id]: value }));
    else changeElement(row.role, String(value))(editor.state, editor.view.dispatch);
    point(row, false);
  };
  const goToRow = (row: PanelRow): void => {
    const first = placesOf(editor.state.doc, template, row)[0];
    if (first) goTo(editor, editor.state.doc.resolve(first.from).before(1));
  };
  const missing = groups.flatMap(({ rows }) => rows).flatMap((row) => (row.kind === 'field' && row.isMissing ? [row.field] : []));
  const focusField = (id: string): void => list.current?.querySelector<HTMLElement>(`[data-row="field:${id}"] :is(input, textarea)`)?.focus();
  const goToTrouble = ({ role, diagnostic }: ElementFinding): void => {
    if (diagnostic.where) return goTo(editor, editor.state.doc.resolve(Math.min(diagnostic.where.pos + 1, editor.state.doc.content.size)).before(1));
    const element = template?.elements.find((each) => each.role === role);
    const id = diagnostic.code === 'seal-unexpected' ? 'closing' : (element?.repeat ?? fieldsIn(element?.text ?? '')[0]);
    if (id !== undefined) focusField(id);
    else list.current?.querySelector<HTMLElement>(`[data-row="element:${role}"] :is(input, textarea)`)?.focus();
  };
  return (
    <div className="elements-list" ref={list} role="tabpanel" aria-label="要素" onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && point(null, false)}>
      <p className="panel-template">
        <span className="ellipsis">{template ? <>按“{template.name}”模板</> : '没有用模板'}</span>
        <button type="button" className="text-link" onClick={onTemplate}>改换文种</button>
      </p>
      <PartsMiniature doc={editor.state.doc} template={template} wenzhong={template?.wenzhong ?? wenzhongOfTitle(documentTitle(editor.state.doc))} missing={missing} troubles={troubles} onField={focusField} onTrouble={goToTrouble} />
      {groups.map((group) => (
        <section key={group.part} aria-label={group.name}>
          <h4>{group.name}<GroupState group={group} /></h4>
          {group.rows.map((row) => (
            <ElementLine key={row.key} row={row} suggestions={suggestFor(row.kind === 'field' ? row.field : { id: row.role, label: roleName(row.role), input: 'text' }, template, entries, new Date().getFullYear())} isLinked={row.key === active || (active === null && row.key === caretRow)} onFocus={() => point(row, true)} onChange={(value) => change(row, value)} goTo={() => goToRow(row)} />
          ))}
        </section>
      ))}
    </div>
  );
});

function GroupState({ group }: { readonly group: PanelGroup }) {
  const required = group.rows.filter((row) => row.kind === 'field' && row.field.required).length;
  if (group.missing > 0) return <span className="group-missing">缺 {group.missing} 项</span>;
  return required > 0 ? <span className="quiet">齐</span> : null;
}

interface LineProps {
  readonly row: PanelRow;
  readonly suggestions: readonly Suggestion[];
  readonly isLinked: boolean;
  readonly onChange: (value: string | readonly string[]) => void;
  readonly onFocus: () => void;
  readonly goTo: () => void;
}

function ElementLine({ row, suggestions, isLinked, onChange, onFocus, goTo: go }: LineProps) {
  const id = useId();
  const isMissing = row.kind === 'field' && row.isMissing;
  const label = row.kind === 'field' ? row.field.label : roleName(row.role);
  const help = row.kind === 'field' ? row.field.help : undefined;
  const name = <label htmlFor={id} onDoubleClick={go} className="ellipsis">{label}{row.kind === 'field' && row.field.required && <i aria-hidden="true">*</i>}</label>;
  return (
    <div className={`element-line${isLinked ? ' linked' : ''}${isMissing ? ' missing' : ''}`} data-row={row.key}>
      {help ? <Hint name={help} placement="left">{name}</Hint> : name}
      {row.kind === 'field'
        ? <FieldInput id={id} field={row.field} suggestions={suggestions} value={row.value} describedBy={isMissing || row.isRewritten ? `${id}-state` : undefined} onChange={onChange} onFocus={onFocus} />
        : <TextField id={id} value={row.text} suggestions={suggestions} onChange={onChange} onFocus={onFocus} />}
      {isMissing && <span id={`${id}-state`} className="element-state missing">缺</span>}
      {row.kind === 'field' && row.isRewritten && (
        <Hint name="纸面上这一处已由人改写，改这里不再带动它" placement="left"><span id={`${id}-state`} className="element-state">已手改</span></Hint>
      )}
    </div>
  );
}
