import type { Role } from '../document/roles.ts';
import { WENZHONG } from '../template/template.ts';
import type { Closing, Wenzhong } from '../template/template.ts';

/** `required`: it cannot go without; `usual`: most have one; `forbidden`: it goes without. */
export type Need = 'required' | 'usual' | 'optional' | 'forbidden';

/**
 * What a 文种 asks of the paper (《党政机关公文处理工作条例》 第八、九、十五条, GB/T 9704—2012 10.1–10.3; 主送 as the offices do): the
 * one table behind the rules of 检查 and the miniature beside the form.
 */
export interface Requirements {
  /** What is not named here may stand or not. */
  readonly needs: Readonly<Partial<Record<Role, Need>>>;
  readonly addressee: Need;
  /** 上行文: it names its 签发人 and goes to one superior. */
  readonly isUpward: boolean;
  /** 纪要 bears no seal; an order and a bill bear their signer's 签名章. */
  readonly closing?: Closing;
}

function asks(addressee: Need, needs: Partial<Record<Role, Need>> = {}, closing?: Closing): Requirements {
  const isUpward = needs.signatory === 'required';
  return { addressee, isUpward, needs: { signatory: 'forbidden', ...needs, addressee }, ...(closing ? { closing } : {}) };
}

const PASSED: Partial<Record<Role, Need>> = { titleNote: 'required' };

export const REQUIREMENTS: Readonly<Record<Wenzhong, Requirements>> = {
  决议: asks('forbidden', PASSED),
  决定: asks('optional', { documentNumber: 'usual' }),
  命令: asks('forbidden', { documentNumber: 'required', signature: 'required', date: 'required' }, 'signed'),
  公报: asks('forbidden', { titleNote: 'usual' }),
  公告: asks('forbidden', { date: 'required' }),
  通告: asks('forbidden', { date: 'required' }),
  意见: asks('usual', { signatory: 'optional', documentNumber: 'usual' }),
  通知: asks('required', { documentNumber: 'usual' }),
  通报: asks('usual', { documentNumber: 'usual' }),
  报告: asks('required', { signatory: 'required', documentNumber: 'usual' }),
  请示: asks('required', { signatory: 'required', documentNumber: 'usual', note: 'usual' }),
  批复: asks('required', { documentNumber: 'usual' }),
  议案: asks('required', { signature: 'required' }, 'signed'),
  函: asks('required', { documentNumber: 'usual' }),
  纪要: asks('optional', { present: 'usual' }, 'unsealed'),
};

/** Elements a document has once; several lines of them are one too many. */
export const ONCE: readonly Role[] = ['copyNumber', 'secrecy', 'urgency', 'documentNumber'];

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
