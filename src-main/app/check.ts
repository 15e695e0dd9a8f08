import { checkDocument } from '#core/check/check-document.ts';
import { missingGlyphs } from '#core/check/missing-glyphs.ts';
import { missingImages } from '#core/check/missing-images.ts';
import type { Handlers } from '#core/contract/methods.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { AppContext } from './context.ts';
import { imageBytes } from './images.ts';
import { getNamedDocument } from './named-document.ts';

/** A document of the library, or a document file, → what is wrong with it. Nothing is stored or changed. */
export function checkHandlers(context: AppContext): Pick<Handlers, 'check.run'> {
  return {
    'check.run': async (wish) => {
      const { doc, template, images } = await getNamedDocument(context, wish);
      const { diagnostics } = (await context.typesetting.engine()).layout(doc, resolveStyles(template));
      const kept = await imageBytes(context, doc, images);
      return [...checkDocument(doc, template), ...missingImages(doc, (source) => !kept.has(source)), ...missingGlyphs(doc, diagnostics.filter(({ code }) => code === 'glyph-missing'))];
    },
  };
}
