import type { Editor } from '@tiptap/core';
import { useEffect, useMemo, useState } from 'react';
import { resolveStyles } from '#core/template/styles.ts';
import type { ResolvedStyles } from '#core/template/styles.ts';
import type { Template } from '#core/template/template.ts';
import { stylesOf, withStyles } from './behaviour/styles-in-use.ts';
import { useCaretValue } from './use-editor-value.ts';

interface TemplateInUse {
  readonly template: Template | null;
  readonly styles: ResolvedStyles;
  /** Goes on under another one; undo and redo go between those. */
  readonly change: (to: Template) => Promise<void>;
}

/** The template the draft follows now, and its looks: that it was opened with, until 改换文种. */
export function useTemplate(editor: Editor, begun: Template | null): TemplateInUse {
  const id = useCaretValue(editor, ({ doc }) => doc.attrs.template as string | null);
  const [chosen, setChosen] = useState<readonly Template[]>([]);
  const template = (begun?.id === id ? begun : chosen.findLast((each) => each.id === id)) ?? begun;
  const styles = useMemo(() => resolveStyles(template), [template]);
  useEffect(() => {
    if (stylesOf(editor.state) !== styles) editor.view.dispatch(withStyles(editor.state.tr, styles));
  }, [editor, styles]);
  const change = async (to: Template): Promise<void> => {
    const { changeTemplate } = await import('./change-template.ts');
    if (editor.isDestroyed || editor.view.composing) return;
    setChosen((now) => [...now, to]);
    changeTemplate(editor, template, to);
  };
  return { template, styles, change };
}
