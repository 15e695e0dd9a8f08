import { ROLES } from '../../document/roles.ts';
import type { Role } from '../../document/roles.ts';
import type { FieldValues } from '../../template/template.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { placeOf } from '../survey.ts';
import type { Survey } from '../survey.ts';
import { ONCE, REQUIREMENTS } from '../wenzhong.ts';

/** Elements with codes of their own: other rules judge them by the same table. */
const JUDGED_ELSEWHERE: readonly Role[] = ['addressee', 'signatory', 'date', 'note'];

/** What the 文种 needs or forbids (wenzhong.ts), what stands twice, and a seal where there is none. */
export function* elementsOfKind({ doc, of, wenzhong, isFormal, lines, template }: Survey): Iterable<Diagnostic> {
  const own = (role: Role) => of(role).filter(({ part, text }) => part <= 0 && text.trim() !== '');
  for (const role of ONCE) {
    const several = own(role);
    if (several.length > 1) yield judge('element-excess', placeOf(several[1]!), { element: ROLES[role].name, count: several.length });
  }
  if (wenzhong === null || !isFormal) return;
  const { needs, closing } = REQUIREMENTS[wenzhong];
  for (const [role, need] of Object.entries(needs) as [Role, string][]) {
    if (JUDGED_ELSEWHERE.includes(role)) continue;
    const there = own(role);
    const args = { element: ROLES[role].name, wenzhong };
    if (need === 'forbidden' && there.length > 0) yield judge('element-forbidden', placeOf(there[0]!), args);
    // An empty paragraph is a place kept for it.
    // A 题注 tells when a meeting has passed it; a date below the text tells it too.
    const isTold = role === 'titleNote' && own('date').length > 0;
    if (need === 'required' && there.length === 0 && !isTold) yield judge('element-missing', lines.find((line) => line.role === role) ? placeOf(of(role)[0]!) : null, args, { severity: 'warning' });
    // What most have is worth a word only where a template has a place for it.
    if (need === 'usual' && template?.elements.some((element) => element.role === role) && there.length === 0 && role !== 'documentNumber') yield judge('element-missing', null, args);
  }
  if (closing === 'unsealed' && (doc.attrs.fields as FieldValues | null)?.closing === 'sealed') yield judge('seal-unexpected', null, { wenzhong });
}
