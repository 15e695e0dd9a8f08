import type { Node } from 'prosemirror-model';

/** The kinds of picture that are carried everywhere: on screen, in PDF and in .docx. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export const isImageType = (type: unknown): type is ImageType => (IMAGE_TYPES as readonly unknown[]).includes(type);

/** The SHA-256 of an image's bytes, in lower-case hex: its name in the store and in a document file. */
export const isImageSource = (source: unknown): source is string => typeof source === 'string' && /^[0-9a-f]{64}$/.test(source);

export const isImage = (node: Node): boolean => node.type.name === 'image';

/** The bytes a document names, each once, in the order of the document. */
export function imageSources(doc: Node): readonly string[] {
  const sources = new Set<string>();
  doc.descendants((node) => {
    if (isImage(node) && isImageSource(node.attrs.source)) sources.add(node.attrs.source);
  });
  return [...sources];
}

/** ［图片：说明］: an image where only words can stand (.txt, 读稿). */
export const imageWords = (image: Node): string => (image.attrs.alt === '' ? '［图片］' : `［图片：${String(image.attrs.alt)}］`);
