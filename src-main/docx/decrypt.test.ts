import officeCrypto from 'officecrypto-tool';
import { expect, test } from 'vitest';
import { AppError } from '#core/contract/failure.ts';
import { wordFile, wordPara, wordRun } from '../../test/support/word-file.ts';
import { readDocx } from './read-docx.ts';

const plain = wordFile(wordPara(wordRun('关于加强保密工作的通知')) + Array.from({ length: 400 }, (_, index) => wordPara(wordRun(`第${index}段，内容各不相同。`))).join(''));

/** The code it was refused with, or the first line. */
function outcome(bytes: Uint8Array, password?: string): string {
  try {
    const [first] = readDocx(bytes, password).blocks;
    return first?.kind === 'line' ? first.text : '';
  } catch (error) {
    return error instanceof AppError ? error.code : String(error);
  }
}

test.each(['agile', 'standard'] as const)('%s 加密的 Word 文件，有密码就打得开，没有或不对就说清楚', (type) => {
  const sealed = officeCrypto.encrypt(Buffer.from(plain), { password: '密码Ab1', ...(type === 'standard' ? { type } : {}) });
  expect(outcome(sealed)).toBe('encrypted-docx');
  expect(outcome(sealed, '密码ab1')).toBe('wrong-password');
  expect(outcome(sealed, '密码Ab1')).toBe('关于加强保密工作的通知');
  expect(readDocx(sealed, '密码Ab1').blocks).toHaveLength(401);
  for (const length of [100, 600, 3000, sealed.length - 600]) expect(['not-a-docx', 'encrypted-docx', 'unknown-encryption', 'wrong-password']).toContain(outcome(sealed.subarray(0, length), '密码Ab1'));
});
