import type { Node } from 'prosemirror-model';

/** The kinds of picture that are carried everywhere: on screen, in PDF and in .docx. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

export const isImageType = (type: unknown): type is ImageType => (IMAGE_TYPES as readonly unknown[]).includes(type);

/** The SHA-256 of an image's bytes, in lower-case hex: its name in the store and in a document file. */
export const isImageSource = (source: unknown): source is string => typeof source === 'string' && /^[0-9a-f]{64}$/.test(source);

/** A sheet's longest side, in twips: a picture that claims more comes from a broken file. */
export const LONGEST_SIDE = 31_680;

/** Pictures a file brings along, by source: their bytes as base64. */
export type CarriedImages = Readonly<Record<string, CarriedImage>>;
export interface CarriedImage {
  readonly type: ImageType;
  readonly data: string;
}

/** The pictures in a member of a file; what is none is left out. */
export function readCarriedImages(json: unknown): CarriedImages {
  if (typeof json !== 'object' || json === null) return {};
  const images: Record<string, CarriedImage> = {};
  for (const [source, each] of Object.entries(json as Record<string, Partial<CarriedImage> | null>)) {
    if (isImageSource(source) && isImageType(each?.type) && typeof each?.data === 'string') images[source] = { type: each.type, data: each.data };
  }
  return images;
}

export const isImage = (node: Node): boolean => node.type.name === 'image';

/** Whether a paragraph holds nothing but images: it is set as a picture is, not as text. */
export const isImageParagraph = (para: Node): boolean => para.childCount > 0 && para.children.every(isImage);

/** The bytes a document names, each once, in the order of the document. */
export function imageSources(doc: Node): readonly string[] {
  const sources = new Set<string>();
  doc.descendants((node) => {
    if (isImage(node) && isImageSource(node.attrs.source)) sources.add(node.attrs.source);
  });
  return [...sources];
}

/** The same of JSON that holds nodes, such as a template's elements. */
export function imageSourcesIn(json: unknown): readonly string[] {
  const sources = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { type, attrs } = value as { type?: unknown; attrs?: { source?: unknown } | null };
    if (type === 'image' && isImageSource(attrs?.source)) sources.add(attrs.source);
    for (const member of Object.values(value)) look(member);
  };
  look(json);
  return [...sources];
}

/** ［图片：说明］: an image where only words can stand (.txt, 读稿). */
export const imageWords = (image: Node): string => (image.attrs.alt === '' ? '［图片］' : `［图片：${String(image.attrs.alt)}］`);
