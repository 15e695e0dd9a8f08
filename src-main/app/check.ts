import { checkDocument } from '#core/check/check-document.ts';
import { missingGlyphs } from '#core/check/missing-glyphs.ts';
import type { Handlers } from '#core/contract/methods.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { AppContext } from './context.ts';
import { getNamedDocument } from './named-document.ts';

/** A document of the library, or a document file, → what is wrong with it. Nothing is stored or changed. */
export function checkHandlers(context: AppContext): Pick<Handlers, 'check.run'> {
  return {
    'check.run': async (wish) => {
      const { doc, template } = await getNamedDocument(context, wish);
      const { diagnostics } = (await context.typesetting.engine()).layout(doc, resolveStyles(template));
      return [...checkDocument(doc, template), ...missingGlyphs(doc, diagnostics.filter(({ code }) => code === 'glyph-missing'))];
    },
  };
}
