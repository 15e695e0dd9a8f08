import type { Editor } from '@tiptap/core';
import { closeHistory } from '@tiptap/pm/history';
import type { Selection } from '@tiptap/pm/state';
import type { Host } from '#core/contract/methods.ts';
import type { KeptImage } from '#core/contract/model.ts';
import { AppError } from '#core/contract/failure.ts';
import { LONGEST_SIDE } from '#core/document/image.ts';
import { TEXT_WIDTH } from '#core/template/styles.ts';
import { imageAddress } from '../../page/images.ts';
import { isOwnHtml } from '../clipboard/clean-html.ts';
import { afterComposition } from './after-composition.ts';
import { holdSelection } from './hold-selection.ts';
import { keepImage, sidesIn } from './insert-images.ts';
import { fileOf, pastedPictures, shownSides } from './pasted-pictures.ts';
import type { PastedPicture } from './pasted-pictures.ts';
import { measureAt, roomAt } from './room-at.ts';

/** What the clipboard holds, read while its event lasts. */
export interface PastedForms {
  readonly html: string;
  readonly rtf: string;
  readonly files: readonly File[];
}

/** Copied HTML whose pictures can come along; null where there are none, and it is pasted as it is. */
export function findPictures({ html, rtf, files }: PastedForms): CopiedPictures | null {
  if (!/<img[\s>]/i.test(html)) return null;
  const source = new DOMParser().parseFromString(html, 'text/html');
  if (isOwnHtml(html)) {
    // Of this program's own paper: only pictures this window does not know have to be kept.
    const strange = [...source.querySelectorAll<HTMLImageElement>('img[data-image]')].filter((image) => !imageAddress(image.dataset.image!) && image.hasAttribute('src'));
    return strange.length === 0 ? null : { source, isOwn: true, pictures: strange.map((element) => ({ element, file: fileOf(element.src, element.alt) })) };
  }
  const pictures = pastedPictures(source, rtf, files);
  return pictures.length === 0 ? null : { source, isOwn: false, pictures };
}

export interface CopiedPictures {
  readonly source: Document;
  readonly isOwn: boolean;
  readonly pictures: readonly PastedPicture[];
}

/** Keeps the pictures of copied HTML with the host and pastes it, in one undo step. What cannot be kept is told of with the paste; rejects only where the host fails. */
export async function pastePictures(host: Host, editor: Editor, { source, isOwn, pictures }: CopiedPictures, place: Selection = editor.state.selection): Promise<void> {
  const where = holdSelection(editor, place);
  const failures: unknown[] = [];
  const { doc } = editor.state;
  const { $to } = place;
  const room = !$to.parent.isTextblock ? TEXT_WIDTH : $to.depth > 1 ? roomAt(doc, $to.pos) : measureAt(doc, $to.pos);
  for (const { element, file } of pictures) {
    try {
      if (!file) throw new AppError('not-an-image');
      const kept = await keepImage(host, file);
      Object.assign(element.dataset, { image: kept.source, type: kept.type });
      if (!isOwn) writeSides(element, kept, room);
    } catch (error) {
      const isOfPicture = error instanceof AppError && PICTURE_FAILURES.has(error.code);
      if (!isOfPicture) failures.push(error);
      element.dataset.left = isOfPicture ? error.code : 'unsaved';
      delete element.dataset.image;
    }
    element.removeAttribute('src');
  }
  await afterComposition(editor.view);
  if (editor.isDestroyed) return;
  const at = where();
  const { view } = editor;
  view.dispatch(closeHistory(view.state.tr.setSelection(at)));
  view.pasteHTML(source.documentElement.outerHTML);
  // What is done next is a step of its own.
  view.dispatch(closeHistory(view.state.tr));
  if (failures.length > 0) throw failures[0];
}

const PICTURE_FAILURES: ReadonlySet<string> = new Set(['not-an-image', 'image-too-large', 'unknown-image-type']);

/** As large as the source shows it, or as it is, or as there is room. */
function writeSides(element: HTMLImageElement, kept: KeptImage, room: number): void {
  const shown = shownSides(element);
  const width = shown.width ?? (shown.height === null ? kept.width : (kept.width * shown.height) / kept.height);
  const height = shown.height ?? (kept.height * width) / kept.width;
  const sides = sidesIn({ width, height }, room);
  Object.assign(element.dataset, { width: String(Math.min(LONGEST_SIDE, sides.width)), height: String(Math.min(LONGEST_SIDE, sides.height)) });
}
