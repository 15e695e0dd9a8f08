import type { OpenedFile } from '#core/contract/model.ts';
import { readUserFile, readUserStream } from '#main/app/user-file.ts';

/** Reads a FILE argument; `-` is standard input, taken as text. */
export const readSource = (file: string): Promise<OpenedFile> => (file === '-' ? readUserStream(process.stdin, '标准输入.txt') : readUserFile(file));
