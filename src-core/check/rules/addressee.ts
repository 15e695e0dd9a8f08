import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite } from '../survey.ts';
import type { Survey } from '../survey.ts';
import { REQUIREMENTS } from '../wenzhong.ts';

/** 主送机关: there where the 文种 needs one, absent where it goes to everybody, its colon (F030), one superior (W03). */
export function* addresseeRules({ wenzhong, of, isFormal }: Survey): Iterable<Diagnostic> {
  const lines = of('addressee').filter(({ text, part }) => part <= 0 && text.trim() !== '');
  const last = lines[lines.length - 1];
  // Where they are many they stand in the 版记 (7.3.2).
  const isBelow = of('sentTo').some(({ text }) => text.trim() !== '');
  if (wenzhong !== null) {
    const { addressee, isUpward } = REQUIREMENTS[wenzhong];
    if (!last && !isBelow && addressee === 'required') yield judge('addressee-missing', null, { wenzhong }, isFormal ? {} : { severity: 'hint' });
    if (!last && !isBelow && addressee === 'usual') yield judge('addressee-missing', null, { wenzhong }, { severity: 'hint' });
    if (last && addressee === 'forbidden') yield judge('addressee-forbidden', placeOf(lines[0]!), { wenzhong });
    if (last && isUpward) {
      const names = lines.map(({ text }) => text).join('').replace(/（[^（）]*）|[：:]\s*$/g, '').split(/[、，,\n]/).filter((name) => name.trim() !== '');
      if (names.length > 1) yield judge('addressee-several', placeOf(lines[0]!), { wenzhong, count: names.length }, wenzhong === '请示' ? {} : { severity: 'hint' });
    }
  }
  if (!last || last.text.endsWith('：')) return;
  const end = last.text.length;
  // Only a colon of the wrong width, or none after a name, is sure to be meant as one.
  const fix = last.text.endsWith(':') ? rewrite(last, end - 1, end, '：') : /[\p{Script=Han}）]$/u.test(last.text) ? rewrite(last, end, end, '：') : undefined;
  yield judge('addressee-colon', pieceOf(last, Math.max(0, end - 1), end), {}, { fix });
}
