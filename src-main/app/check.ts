import { checkDocument } from '#core/check/check-document.ts';
import type { Handlers } from '#core/contract/methods.ts';
import type { AppContext } from './context.ts';
import { getNamedDocument } from './named-document.ts';

/** A document of the library, or a document file, → what is wrong with it. Nothing is stored or changed. */
export function checkHandlers(context: AppContext): Pick<Handlers, 'check.run'> {
  return {
    'check.run': async (wish) => {
      const { doc, template } = await getNamedDocument(context, wish);
      return checkDocument(doc, template);
    },
  };
}
