import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';
import { checkDocument } from '#core/check/check-document.ts';
import type { Diagnostic } from '#core/check/diagnostic.ts';
import { missingGlyphs } from '#core/check/missing-glyphs.ts';
import { missingImages } from '#core/check/missing-images.ts';
import type { Template } from '#core/template/template.ts';
import { imageAddress } from '../../page/images.ts';
import type { LaidOut } from '../pages/use-layout.ts';
import { sameData, useEditorValue } from '../use-editor-value.ts';

/** How long the paper must be at rest before it is checked again: nobody wants to be corrected in mid-sentence. */
const REST_MS = 900;

/** What is wrong with the draft now, errors first, each kind in the order of the paper; what its pages cannot show is among it. */
export function useFindings(editor: Editor, template: Template | null, laid: LaidOut | null): readonly Diagnostic[] {
  const found = useEditorValue(editor, (state) => [...checkDocument(state.doc, template), ...missingImages(state.doc, (source) => imageAddress(source) === null)], REST_MS, sameData);
  const missing = useMemo(() => {
    const glyphs = laid?.layout.diagnostics.filter(({ code }) => code === 'glyph-missing') ?? [];
    return glyphs.length === 0 ? NONE : missingGlyphs(laid!.doc, glyphs);
  }, [laid]);
  return useMemo(() => inOrder([...found, ...missing]), [found, missing]);
}

const NONE: readonly Diagnostic[] = [];

const WEIGHT = { error: 0, warning: 1, hint: 2 } as const;

const inOrder = (found: readonly Diagnostic[]): Diagnostic[] =>
  [...found].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || (a.where?.pos ?? -1) - (b.where?.pos ?? -1));
