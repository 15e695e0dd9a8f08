import type { Handlers } from '#core/contract/methods.ts';
import { resolveStyles } from '#core/template/styles.ts';
import type { AppContext } from './context.ts';
import { getNamedDocument } from './named-document.ts';

/** A document of the library, or a document file, → its pages and lines. Nothing is stored or changed. */
export function layoutHandlers(context: AppContext): Pick<Handlers, 'layout.run'> {
  return {
    'layout.run': async ({ profile, ...wish }) => {
      const { doc, template } = await getNamedDocument(context, wish);
      const [engine, { reportLayout }] = await Promise.all([context.typesetting.engine(), import('#core/layout/report-layout.ts')]);
      const styles = resolveStyles(template);
      const { faces } = await context.fonts.list();
      return reportLayout(engine.layout(doc, styles, { profile: profile ?? 'gb' }), doc, styles, new Map(faces.map(({ id, name }) => [id, name])));
    },
  };
}
