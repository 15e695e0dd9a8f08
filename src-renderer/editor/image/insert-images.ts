import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import { Fragment } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type { Selection } from '@tiptap/pm/state';
import type { Host } from '#core/contract/methods.ts';
import type { KeptImage } from '#core/contract/model.ts';
import { AppError } from '#core/contract/failure.ts';
import { knowImage } from '../../page/images.ts';
import { withNotice } from '../notice.ts';
import { afterComposition } from './after-composition.ts';
import { holdSelection } from './hold-selection.ts';
import { roomAt } from './room-at.ts';

/** A pixel on paper: 1/96 inch, in twips. */
const PIXEL = 15;
/** What a photograph is written anew with, out of 1. */
const QUALITY = 0.92;

/**
 * Takes pictures to the host and puts them at a place, the caret's by default, in one undo step, each as large as it is or as there is room. Rejects with the AppError where none can be taken; where some can, the others are told of.
 */
export async function insertImages(host: Host, editor: Editor, files: readonly File[], place: Selection = editor.state.selection): Promise<void> {
  const where = holdSelection(editor, place);
  const images: KeptImage[] = [];
  const failures: { readonly file: File; readonly error: unknown }[] = [];
  for (const file of files) await keepImage(host, file).then((kept) => images.push(kept), (error: unknown) => failures.push({ file, error }));
  await afterComposition(editor.view);
  if (editor.isDestroyed) return;
  const { state, view } = editor;
  const { $from, $to } = where();
  if (images.length > 0 && $to.parent.isTextblock && $from.sameParent($to)) {
    const room = roomAt(state.doc, $to.pos);
    const nodes = images.map((kept) => state.schema.nodes.image!.create({ source: kept.source, type: kept.type, alt: '', ...sidesIn(kept, room) }));
    const tr = closeHistory(state.tr).replaceWith($from.pos, $to.pos, Fragment.from(nodes));
    tr.setSelection(TextSelection.create(tr.doc, $from.pos + nodes.length));
    view.dispatch((failures.length === 0 ? tr : withNotice(tr, someLeft(images.length, failures.map(({ file }) => file.name)))).scrollIntoView());
    // What is done next is a step of its own.
    view.dispatch(closeHistory(view.state.tr));
  } else if (failures.length > 0) throw failures[0]!.error;
  view.focus();
}

const someLeft = (taken: number, names: readonly string[]): string =>
  `${taken} 张图片插入了，${names.length} 张没有：${names.join('、')}。它们太大、已损坏，或是带不进文稿的格式；请用看图软件打开，缩小或另存为 PNG 再插入。`;

/** Its own sides in twips, or, in the same ratio, as wide as the room. */
export function sidesIn({ width, height }: Pick<KeptImage, 'width' | 'height'>, room: number): { width: number; height: number } {
  const scale = Math.min(1, room / (width * PIXEL));
  return { width: Math.max(1, Math.round(width * PIXEL * scale)), height: Math.max(1, Math.round(height * PIXEL * scale)) };
}

/** Keeps a picture with the host; what only Chromium can read, and a photograph that lies on its side, comes as a picture drawn from it. */
export async function keepImage(host: Host, file: File): Promise<KeptImage> {
  const put = async (blob: Blob): Promise<KeptImage> => {
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const kept = await host.call('image.put', { name: file.name || '剪贴板里的图片', bytes });
    knowImage(kept.source, kept.type, bytes);
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
