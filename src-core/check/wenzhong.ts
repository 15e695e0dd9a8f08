import { WENZHONG } from '../template/template.ts';
import type { Wenzhong } from '../template/template.ts';

/** What a 文种 asks of the paper (《党政机关公文处理工作条例》 第八、九、十五条; 主送 as the offices do). */
export interface Requirements {
  /** `required`: it cannot go without; `usual`: most have one; `forbidden`: made known to everybody. */
  readonly addressee: 'required' | 'usual' | 'optional' | 'forbidden';
  /** 上行文: it names its 签发人 and goes to one superior. */
  readonly isUpward: boolean;
}

const to = (addressee: Requirements['addressee'], isUpward = false): Requirements => ({ addressee, isUpward });

export const REQUIREMENTS: Readonly<Record<Wenzhong, Requirements>> = {
  决议: to('forbidden'),
  决定: to('optional'),
  命令: to('forbidden'),
  公报: to('forbidden'),
  公告: to('forbidden'),
  通告: to('forbidden'),
  意见: to('usual'),
  通知: to('required'),
  通报: to('usual'),
  报告: to('required', true),
  请示: to('required', true),
  批复: to('required'),
  议案: to('required'),
  函: to('required'),
  纪要: to('optional'),
};

/** A title without the bracketed remark it may end in: （试行）, （征求意见稿）. */
export const bareTitle = (title: string): string => title.replace(/(?:（[^（）]*）|\([^()]*\))+$/, '').replace(/[\s。]/g, '');

/** The 文种 a title ends in; answers to 建议 and 提案 are letters. Null when it names none. */
export function wenzhongOfTitle(title: string): Wenzhong | null {
  const bare = bareTitle(title);
  if (/(?:建议|提案|议案).*(?:答复|答复意见|会办意见)$/.test(bare)) return '函';
  if (/令$/.test(bare)) return '命令';
  return WENZHONG.find((name) => bare.endsWith(name)) ?? null;
}

/** True for a title that ends as an official document's may: in one of the 15, or as an answer to a 建议 or 提案 does. */
export const endsInWenzhong = (title: string): boolean => wenzhongOfTitle(title) !== null || /答复$/.test(bareTitle(title));
