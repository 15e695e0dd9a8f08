import type { NodeViewConstructor } from '@tiptap/pm/view';
import type { Node } from '@tiptap/pm/model';
import { imageAddress, onImages } from '../../page/images.ts';
import { paperLength } from '../../page/paragraph-css.ts';

/** Draws an image of the paper; its picture comes from the host by its source, an empty frame stands for one that is missing. */
export const imageView: NodeViewConstructor = (first) => {
  let node: Node = first;
  const dom = document.createElement('span');
  const picture = document.createElement('img');
  picture.draggable = false;
  dom.append(picture);
  const draw = (): void => {
    const { source, width, height, alt } = node.attrs as { source: string; width: number; height: number; alt: string };
    const address = imageAddress(source);
    dom.className = address === null ? 'image image-missing' : 'image';
    dom.dataset.image = source;
    dom.title = address === null ? `缺图：这张图片的内容不在这台电脑上${alt === '' ? '' : `（${alt}）`}` : alt;
    dom.style.width = paperLength(width);
    dom.style.aspectRatio = `${Math.max(1, width)} / ${Math.max(1, height)}`;
    picture.alt = alt === '' ? '图片' : alt;
    if (address && picture.src !== address) picture.src = address;
    picture.hidden = !address;
  };
  draw();
  const stop = onImages(draw);
  return {
    dom,
    update(now) {
      if (now.type !== node.type) return false;
      node = now;
      draw();
      return true;
    },
    ignoreMutation: () => true,
    destroy: stop,
  };
};
