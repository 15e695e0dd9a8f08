import { AppError } from '#core/contract/failure.ts';
import type { AppContext } from './context.ts';

/**
 * Does what sets pages in the person's own fonts. Where that fails because of them (a font that was uninstalled since it was found, or that is
 * damaged where nobody looked) they are put aside and it is done once more: a broken font never keeps anybody from a file.
 */
export async function withOwnFonts<T>({ fonts, ports }: AppContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { more } = await fonts.inUse();
    if (error instanceof AppError || more.length === 0) throw error;
    ports.log.warn('pages could not be set in the own fonts', { error: String(error) });
    const isWhole = await Promise.all(more.map((id) => fonts.read(id).then(() => true, () => false)));
    // Where every file can be read it is not known which is at fault.
    for (const [index, id] of more.entries()) if (!isWhole[index] || isWhole.every(Boolean)) await fonts.refuse(id).catch(() => undefined);
    return work();
  }
}
