import { useCallback, useState } from 'react';
import type { PrintMemory, SystemPrinter } from '#core/contract/model.ts';
import { PRINT_WISH, PRINTER_CHOICES } from '#core/print/print-wish.ts';
import type { PrinterChoices, PrintWish } from '#core/print/print-wish.ts';

/** The browser's dialogue, where choices are kept under no printer's name. */
export const BROWSER = '';

interface WishState {
  readonly printer: string;
  readonly wish: PrintWish;
  readonly change: (patch: Partial<PrintWish>) => void;
  /** Another printer, with what is kept for it. */
  readonly choose: (printer: string) => void;
  /** What is to be kept, with this job's choices in it. */
  readonly remember: (memory: PrintMemory) => PrintMemory;
}

/** What is asked for: begins as the printer was last used; pages and copies begin afresh. */
export function usePrintWish(memory: PrintMemory, printers: readonly SystemPrinter[]): WishState {
  const [chosen, setChosen] = useState<string | null>(null);
  const printer = chosen ?? (printers.some(({ name }) => name === memory.printer) ? memory.printer : printers[0]?.name ?? BROWSER);
  const [asked, setAsked] = useState<Partial<PrintWish>>({});
  const wish: PrintWish = { ...PRINT_WISH, ...keptFor(memory, printer), ...asked };
  const change = useCallback((patch: Partial<PrintWish>) => setAsked((now) => ({ ...now, ...patch })), []);
  const choose = useCallback((name: string) => {
    setChosen(name);
    // The new printer's own choices hold, not those of the one before.
    setAsked((now) => Object.fromEntries(Object.entries(now).filter(([key]) => !Object.hasOwn(PRINTER_CHOICES, key))));
  }, []);
  const remember = (now: PrintMemory): PrintMemory => ({
    printer,
    printers: { ...Object.fromEntries(Object.keys(now.printers).map((name) => [name, keptFor(now, name)])), [printer]: choicesOf(wish) },
  });
  return { printer, wish, change, choose, remember };
}

const choicesOf = ({ sides, backsReversed, partsOnFront, imprintOnBack, overprint, offsetX, offsetY }: PrinterChoices): PrinterChoices => ({ sides, backsReversed, partsOnFront, imprintOnBack, overprint, offsetX, offsetY });

const keptFor = ({ printers }: PrintMemory, printer: string): PrinterChoices => ({ ...PRINTER_CHOICES, ...(Object.hasOwn(printers, printer) ? printers[printer] : {}) });
