import type { FontProblem } from '../contract/model.ts';
import type { Face } from '../template/styles.ts';

/** The faces of a 公文 and what is set in them. */
export const FACE_NAMES: Readonly<Record<Face, { readonly name: string; readonly use: string }>> = {
  biao: { name: '小标宋', use: '标志、标题' },
  fang: { name: '仿宋', use: '正文' },
  hei: { name: '黑体', use: '一级标题' },
  kai: { name: '楷体', use: '二级标题' },
  song: { name: '宋体', use: '页码，缺字时补' },
};

/** Why a font of the machine is not used, and what stands in its place. */
export const FONT_PROBLEMS: Readonly<Record<FontProblem, string>> = {
  'no-embedding': '注明不许嵌入文件，PDF 带不了它，所以不用',
  'no-subset': '注明不许只嵌入一部分字，PDF 带不了它，所以不用',
  damaged: '文件已损坏，读不了，所以不用；请重新安装它，或删去坏的文件',
};
