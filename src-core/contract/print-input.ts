import type { PrinterChoices, PrintWish } from '../print/print-wish.ts';
import { flag, integer, nullable, object, oneOf, optional, record, text } from './input.ts';
import type { Reader } from './input.ts';

/** Readers for what a person asks of printing; bounds are those of core/print. */
const sides = oneOf(['one', 'two', 'manual']);
const offset = integer(-300, 300);

/** What is not said is as `PRINT_WISH` has it. */
export const printWish: Reader<Partial<PrintWish>> = object({
  paper: optional(oneOf(['document', 'proof', 'form', 'test'])), range: optional(text(200)), parity: optional(oneOf(['all', 'odd', 'even'])), copies: optional(integer(1, 999)),
  firstNumber: optional(nullable(integer(1, 999_999))), isMarked: optional(flag), sides: optional(sides), backsReversed: optional(flag), partsOnFront: optional(flag), imprintOnBack: optional(flag),
  overprint: optional(flag), offsetX: optional(offset), offsetY: optional(offset), pass: optional(nullable(oneOf(['fronts', 'backs']))),
});

const choices: Reader<PrinterChoices> = object({ sides, backsReversed: flag, partsOnFront: flag, imprintOnBack: flag, overprint: flag, offsetX: offset, offsetY: offset });
export const printMemory = object({ printer: text(300), printers: record(choices) });
