import type { ResolvedStyles } from '#core/template/styles.ts';
import { paperRules } from './paragraph-css.ts';

const made = new Map<string, string>();

/**
 * The class names for a paper in these styles: `paper-N format-document|letter|order`; minutes are set as documents are`. The rules are put into the page
 * once for each set of styles, as a constructed sheet, which the content security policy allows.
 */
export function paperClass(styles: ResolvedStyles): string {
  const key = JSON.stringify(styles);
  const known = made.get(key);
  if (known !== undefined) return known;
  const scope = `paper-${made.size + 1}`;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(paperRules(styles, scope));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const names = `${scope} format-${styles.format === 'minutes' ? 'document' : styles.format}`;
  made.set(key, names);
  return names;
}
