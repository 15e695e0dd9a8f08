import type { Node } from 'prosemirror-model';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_IMAGE } from '#core/contract/methods.ts';
import type { Handlers } from '#core/contract/methods.ts';
import { imageSources } from '#core/document/image.ts';
import type { CarriedImages } from '#core/document/image.ts';
import { lookAtImage } from '../images/look-at-image.ts';
import type { KeptBytes } from '../store/image-store.ts';
import type { AppContext } from './context.ts';

/** Pictures: their bytes come in once and are asked for by the window. */
export function imageHandlers({ ports, store }: AppContext): Pick<Handlers, 'image.put' | 'image.read'> {
  return {
    'image.put': async ({ name, bytes }) => {
      const look = lookAtImage(bytes);
      if (!look.ok) throw new AppError(look.problem, { name, ...(look.problem === 'image-too-large' ? { limit: `${LARGEST_IMAGE.bytes / 1024 / 1024} MB、${LARGEST_IMAGE.pixels / 10_000} 万像素` } : { type: look.kind }) });
      const { type, width, height, isTurned } = look;
      return { source: await store.images.put({ type, bytes }, ports.now().getTime()), type, width, height, isTurned };
    },
    'image.read': async ({ source }) => {
      const found = await store.images.find(source);
      if (!found) throw new AppError('not-found', { source });
      return { type: found.type, bytes: new Uint8Array(found.bytes) };
    },
  };
}

/** Keeps what a file brought along, under the name its bytes have: what goes by another name, or is no picture, is not found under it later. */
export async function keepImages({ ports, store }: Pick<AppContext, 'ports' | 'store'>, images: CarriedImages, sources: readonly string[] = Object.keys(images)): Promise<void> {
  for (const picture of picturesIn(images, sources)) await store.images.put(picture, ports.now().getTime());
}

/** The bytes of those a file brought along that are pictures. */
export function picturesIn(images: CarriedImages, sources: readonly string[]): KeptBytes[] {
  return sources.flatMap((source) => {
    const carried = images[source];
    if (!carried) return [];
    const bytes = Buffer.from(carried.data, 'base64');
    const look = lookAtImage(bytes);
    return look.ok ? [{ type: look.type, bytes }] : [];
  });
}

/** The pictures some sources name, as a file carries them to another machine. */
export async function carryImages({ store }: Pick<AppContext, 'store'>, sources: readonly string[], brought: CarriedImages = {}): Promise<CarriedImages> {
  const carried: Record<string, CarriedImages[string]> = {};
  for (const source of sources) {
    const found = brought[source] ?? (await store.images.find(source));
    if (found) carried[source] = 'data' in found ? found : { type: found.type, data: Buffer.from(found.bytes).toString('base64') };
  }
  return carried;
}

/** The bytes of a document's pictures by their sources, those of its file before those kept here. What is nowhere is missing. */
export async function imageBytes(context: Pick<AppContext, 'store'>, doc: Node, brought: CarriedImages): Promise<ReadonlyMap<string, Uint8Array>> {
  const carried = await carryImages(context, imageSources(doc), brought);
  return new Map(Object.entries(carried).map(([source, { data }]) => [source, new Uint8Array(Buffer.from(data, 'base64'))]));
}
