import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment } from '@tiptap/pm/model';
import type { Host } from '#core/contract/methods.ts';
import type { KeptImage } from '#core/contract/model.ts';
import { AppError } from '#core/contract/failure.ts';
import { knowImage } from '../../page/images.ts';
import { afterComposition } from './after-composition.ts';
import { roomAt } from './room-at.ts';

/** A pixel on paper: 1/96 inch, in twips. */
const PIXEL = 15;
/** What a photograph is written anew with, out of 1. */
const QUALITY = 0.92;

/** Takes pictures to the host and puts them at the caret, each as large as it is or as there is room. Rejects with the AppError of the first that cannot be taken. */
export async function insertImages(host: Host, editor: Editor, files: readonly File[]): Promise<void> {
  for (const file of files) {
    const kept = await keepImage(host, file);
    await afterComposition(editor.view);
    if (editor.isDestroyed) return;
    const { state } = editor;
    const { $from, $to } = state.selection;
    if (!$to.parent.isTextblock || !$from.sameParent($to)) return;
    const image = state.schema.nodes.image!.create({ source: kept.source, type: kept.type, alt: '', ...sidesIn(kept, roomAt(state.doc, $to.pos)) });
    const tr = closeHistory(state.tr).replaceWith($from.pos, $to.pos, Fragment.from(image));
    editor.view.dispatch(tr.scrollIntoView());
    // What is done next is a step of its own.
    editor.view.dispatch(closeHistory(editor.state.tr));
  }
  editor.view.focus();
}

/** Its own sides in twips, or, in the same ratio, as wide as the room. */
export function sidesIn({ width, height }: Pick<KeptImage, 'width' | 'height'>, room: number): { width: number; height: number } {
  const scale = Math.min(1, room / (width * PIXEL));
  return { width: Math.max(1, Math.round(width * PIXEL * scale)), height: Math.max(1, Math.round(height * PIXEL * scale)) };
}

/** Keeps a picture with the host; what only Chromium can read, and a photograph that lies on its side, comes as a picture drawn from it. */
export async function keepImage(host: Host, file: File): Promise<KeptImage> {
  const put = async (blob: Blob): Promise<KeptImage> => {
    const kept = await host.call('image.put', { name: file.name || '剪贴板里的图片', bytes: new Uint8Array(await blob.arrayBuffer()) });
    knowImage(kept.source, blob);
    return kept;
  };
  try {
    const kept = await put(file);
    return kept.isTurned ? await put(await redrawn(file)) : kept;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unknown-image-type') throw error;
    const picture = await redrawn(file).catch(() => null);
    if (!picture) throw error;
    return put(picture);
  }
}

/** The picture as it is seen, upright. Rejects for what Chromium cannot show either. */
async function redrawn(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas.convertToBlob(file.type === 'image/jpeg' ? { type: 'image/jpeg', quality: QUALITY } : { type: 'image/png' });
}
