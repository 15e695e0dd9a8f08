import type { Element } from './parse-xml.ts';
import { attribute, child } from './dom.ts';

/** Whether each block stands on a landscape page: the properties of a section stand at its end. */
export function landscapes(container: Element, placed: readonly Element[]): boolean[] {
  const answer: boolean[] = [];
  let current = isLandscape(child(container, 'sectPr'));
  for (let i = placed.length - 1; i >= 0; i--) {
    const section = child(placed[i], 'pPr', 'sectPr');
    if (section) current = isLandscape(section);
    answer[i] = current;
  }
  return answer;
}

/** Some programs turn the paper without saying so. */
function isLandscape(section: Element | undefined): boolean {
  const size = child(section, 'pgSz');
  return attribute(size, 'orient') === 'landscape' || Number(attribute(size, 'w') ?? 0) > Number(attribute(size, 'h') ?? 0);
}
