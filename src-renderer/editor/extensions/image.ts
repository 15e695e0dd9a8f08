import { isImageSource, isImageType, LONGEST_SIDE } from '#core/document/image.ts';
import { imageView } from '../image/image-view.ts';
import { nodeFromCore } from './from-core.ts';

/** 图片. On the page it is drawn by a node view (image/image-view.ts); so it stands on the clipboard. */
export const Image = nodeFromCore('image', {
  parseHTML: () => [{
    tag: 'img[data-image]',
    getAttrs: (dom) => {
      const { image: source, type, width, height } = dom.dataset;
      const [wide, high] = [Number(width), Number(height)];
      const isWhole = isImageSource(source) && isImageType(type) && [wide, high].every((side) => Number.isInteger(side) && side > 0 && side <= LONGEST_SIDE);
      return isWhole ? { source, type, width: wide, height: high, alt: dom.getAttribute('alt') ?? '' } : false;
    },
  }],
  addNodeView: () => (props) => imageView(props.node, props.view, props.getPos, props.decorations, props.innerDecorations),
  renderHTML: ({ node: { attrs } }) => ['img', {
    class: 'image', 'data-image': String(attrs.source), 'data-type': String(attrs.type), 'data-width': String(attrs.width), 'data-height': String(attrs.height), alt: String(attrs.alt),
  }],
});
