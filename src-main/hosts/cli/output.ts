import { extname } from 'node:path';
import { InvalidArgumentError } from 'commander';
import { EXPORT_FORMATS, type ExportFormat } from '#core/contract/methods.ts';

/** An output file and the format its ending asks for. */
export interface Output {
  readonly file: string;
  readonly format: ExportFormat;
}

/** Reads a `--to` argument; an ending we cannot write is wrong use. */
export function readOutput(file: string): Output {
  const format = EXPORT_FORMATS.find((each) => extname(file).toLowerCase() === `.${each}`);
  if (!format) throw new InvalidArgumentError(`只能写成 ${EXPORT_FORMATS.map((each) => `.${each}`).join('、')} 文件`);
  return { file, format };
}

/** Reads a `--format` argument. */
export function readFormat(name: string): ExportFormat {
  const format = EXPORT_FORMATS.find((each) => name.toLowerCase() === each);
  if (!format) throw new InvalidArgumentError(`只能是 ${EXPORT_FORMATS.join('、')}`);
  return format;
}
