import { useEffect, useMemo, useRef, useState } from 'react';
import { checkDocument } from '#core/check/check-document.ts';
import { elementFindings } from '#core/check/element-state.ts';
import type { ElementFinding } from '#core/check/element-state.ts';
import { createDocument } from '#core/document/fill.ts';
import type { Role } from '#core/document/roles.ts';
import { fieldsIn } from '#core/template/pattern.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { Field, FieldValues, Template } from '#core/template/template.ts';
import { PaperView } from '../page/PaperView.tsx';
import { PartsMiniature } from '../page/PartsMiniature.tsx';
import { fieldPieces, paintedValues } from './field-pieces.ts';

/** Room left of the paper for the miniature, and around it. */
const MINIATURE = 172;
const MARGIN = 40;
const NARROW = 480;
const LEAST_SCALE = 1.4;
const MOST_SCALE = 3.78;

interface LivePageProps {
  readonly template: Template;
  readonly values: FieldValues;
  readonly missing: readonly Field[];
  readonly linked: string | null;
  readonly onField: (id: string) => void;
  /** An element that no field of the template stands for. */
  readonly onRole?: (role: Role) => void;
}

/** The page as the form fills it: the field in hand is framed, what is missing stands in the accent colour; a click goes to the field. */
export function LivePage({ template, values, missing, linked, onField, onRole }: LivePageProps) {
  const box = useRef<HTMLElement>(null);
  const [scale, setScale] = useState(2.2);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      const whole = (height - MARGIN) / 297;
      // On a narrow window the miniature gives way.
      const beside = width < NARROW ? MARGIN : MINIATURE + MARGIN;
      setScale(Math.min(MOST_SCALE, Math.max(LEAST_SCALE, Math.min((width - beside) / 210, Math.max(whole, 2.2)))));
    });
    watcher.observe(box.current!);
    return () => watcher.disconnect();
  }, []);
  const { doc, styles, pieces } = useMemo(() => {
    const shown = paintedValues(template, values);
    return { doc: createDocument(template, shown), styles: resolveStyles(template), pieces: fieldPieces(template, values, shown) };
  }, [template, values]);
  useEffect(() => {
    if (linked !== null) box.current?.querySelector(`[data-field="${linked}"]`)?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, [linked]);
  // The text is still to be written: that there is none is not told here.
  const troubles = useMemo(() => elementFindings(checkDocument(doc, template)).filter(({ role }) => role !== 'body'), [doc, template]);
  const goToTrouble = ({ role, diagnostic }: ElementFinding): void => {
    const element = template.elements.find((each) => each.role === role);
    const id = diagnostic.code === 'seal-unexpected' ? 'closing' : (element?.repeat ?? fieldsIn(element?.text ?? '')[0]);
    if (id !== undefined) onField(id);
    else onRole?.(role);
  };
  const ghosts = useMemo(() => Object.fromEntries(template.elements.filter((element) => element.role === 'body' && element.text === '' && !element.optional).map((element, index) => [element.slot, index === 0 ? '从这里起草正文。标题的序号自动排。' : ''])), [template]);
  return (
    <section className="live-page" ref={box} aria-label="纸面">
      <PartsMiniature doc={doc} template={template} wenzhong={template.wenzhong} missing={missing} troubles={troubles} onField={onField} onTrouble={goToTrouble} />
      <div className="live-paper">
        <PaperView doc={doc} styles={styles} scale={scale} pieces={pieces} linked={linked} onField={onField} ghosts={ghosts} className="lift" />
      </div>
    </section>
  );
}
