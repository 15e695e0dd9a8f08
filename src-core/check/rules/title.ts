import { bareName } from '../../document/attachments.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, placeOf, rewrite } from '../survey.ts';
import type { Survey } from '../survey.ts';
import { bareTitle, endsInWenzhong } from '../wenzhong.ts';

/** The title: there, once, without stops, ending in one 文种 (F020, W01, W11), naming what it sends out as that is named (W12). */
export function* titleRules(survey: Survey): Iterable<Diagnostic> {
  const lines = survey.of('title');
  if (survey.title === '') {
    // An order and minutes are named by their masthead (GB/T 9704—2012 10.2, 10.3).
    const isNamed = survey.of('issuerMark').some(({ text }) => /(?:令|纪要)$/.test(text.trim()));
    if (!isNamed) yield judge('title-missing', lines[0] ? placeOf(lines[0]) : null);
    return;
  }
  yield* once(survey);
  yield* stops(survey);
  yield* ending(survey);
  yield* asking(survey);
  yield* sentOut(survey);
}

/** A title of several lines is one title; two that stand apart, or after a complete one, are two. */
function* once({ of, lines }: Survey): Iterable<Diagnostic> {
  const titles = of('title').filter(({ text }) => text !== '');
  for (const [index, line] of titles.entries()) {
    const before = titles[index - 1];
    if (!before) continue;
    const between = lines.slice(before.index + 1, line.index);
    if (between.some(({ text }) => text !== '') || (endsInWenzhong(before.text) && endsInWenzhong(line.text))) yield judge('title-duplicate', placeOf(line), { text: line.text });
  }
}

/** Quoted names keep their own punctuation. */
const QUOTED = /《[^《》]*(?:《[^《》]*》[^《》]*)*》|“[^“”]*”|（[^（）]*）/g;

function* stops({ of }: Survey): Iterable<Diagnostic> {
  for (const line of of('title')) {
    const bare = line.text.replace(QUOTED, (quoted) => '　'.repeat(quoted.length));
    for (const { index, 0: mark } of bare.matchAll(/[。，]/g)) {
      const isLast = index === bare.trimEnd().length - 1;
      yield judge(mark === '。' ? 'title-full-stop' : 'title-comma', pieceOf(line, index, index + 1), {}, isLast ? { fix: rewrite(line, index, index + 1, '') } : {});
    }
  }
}

function* ending({ of, title, isFormal, template }: Survey): Iterable<Diagnostic> {
  const where = placeOf(of('title').findLast(({ text }) => text !== '')!);
  const bare = bareTitle(title);
  const mixed = /(?:请示报告|报告请示|申请报告|请示函|函请示|通知函|报告函|请示通知)$/.exec(bare)?.[0];
  if (mixed !== undefined) yield judge('title-mixed-wenzhong', where, { text: mixed });
  else if (!endsInWenzhong(title)) yield judge('title-without-wenzhong', where, { text: bare.slice(-4) }, isFormal && template === null ? {} : { severity: 'hint' });
  if (/的通知的通知$|关于(?:转发|批转)[^《》]*关于/.test(bare)) yield judge('title-repeats', where);
}

/** A 请示 asks by being one: 关于请求解决……的请示 asks twice. */
function* asking({ of, wenzhong }: Survey): Iterable<Diagnostic> {
  if (wenzhong !== '请示') return;
  for (const line of of('title')) {
    const match = /(?<=关于)(?:请求|申请|恳请|请示)(?!.{0,2}的请示)/.exec(line.text);
    if (match) yield judge('title-asks-twice', pieceOf(line, match.index, match.index + match[0].length), { text: match[0] }, { fix: rewrite(line, match.index, match.index + match[0].length, '') });
  }
}

/** 关于印发《甲办法》的通知 has 甲办法 behind it. What says more of the name, an issuer or a year before it, is the same document. */
function* sentOut({ of, title }: Survey): Iterable<Diagnostic> {
  const [line, ...more] = of('embedded').filter(({ text }) => text.trim() !== '');
  const [, quoted, plain] = /印发(?:《(.+)》|([^《》]+))的通知(?:（[^（）]*）)?$/.exec(title) ?? [];
  const name = quoted ?? plain;
  if (!line || more.length > 0 || name === undefined || /》.*《|等/.test(name)) return;
  const [said, stands] = [bareName(name), bareName(line.text)];
  if (!said.includes(stands) && !stands.includes(said)) yield judge('embedded-name', placeOf(line), { name, embedded: line.text.replaceAll('\n', '') });
}
