import type { PageGeometry } from '../template/styles.ts';
import { composeImprint } from './compose-imprint.ts';
import { composeMain } from './compose-main.ts';
import { composeMasthead } from './compose-masthead.ts';
import type { Composing, Composition, Section } from './items.ts';
import { divideDocument, landscapePage, stretchesOf } from '../document/divide.ts';

/** A document as items in the order of the paper: 版头, the 主体 in upright and landscape sections, 版记. */
export function composeDocument(composing: Composing): Composition {
  const { masthead, main, imprint } = divideDocument(composing.doc);
  const { head, items } = composeMasthead(composing, masthead);
  const sections = stretchesOf(main).map(({ isLandscape, blocks }, index): Section => {
    const page = pageOf(composing, isLandscape);
    const begins = index > 0 ? 'page' : masthead.length === 0 ? 'document' : 'below-masthead';
    const flowing = composeMain(composing, blocks, page.width - page.left - page.right, begins);
    return { page, isTurned: isLandscape, items: index === 0 ? [...items, ...flowing] : flowing };
  });
  return { sections, head, imprint: composeImprint(composing, imprint), size: composing.doc.content.size };
}

/** Where pages hold whole rows of the grid only, what is left of their height is not there. */
function pageOf({ styles, setting }: Composing, isLandscape: boolean): PageGeometry {
  const page = isLandscape ? landscapePage(styles.page) : styles.page;
  return setting.profile.holdsWholeRows ? { ...page, bottom: page.bottom + ((page.height - page.top - page.bottom) % styles.paragraph.body.line) } : page;
}
