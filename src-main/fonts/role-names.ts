import type { Face } from '#core/template/styles.ts';

/**
 * The typefaces offices have for each face, by any name their files give themselves, the one the standard's users ask for first. Taken
 * without being asked for; every other Chinese face can be chosen.
 */
export const ROLE_NAMES: Readonly<Record<Face, readonly string[]>> = {
  fang: ['仿宋_GB2312', 'FangSong_GB2312', '仿宋', 'FangSong', '方正仿宋_GB2312', '方正仿宋_GBK', '方正仿宋简体', 'FZFangSong-Z02', 'FZFangSong-Z02S', '华文仿宋', 'STFangsong'],
  kai: ['楷体_GB2312', 'KaiTi_GB2312', '楷体', 'KaiTi', '方正楷体_GB2312', '方正楷体_GBK', '方正楷体简体', 'FZKai-Z03', 'FZKai-Z03S', '华文楷体', 'STKaiti', 'Kaiti SC'],
  hei: ['黑体', 'SimHei', '方正黑体_GB2312', '方正黑体_GBK', '方正黑体简体', 'FZHei-B01', 'FZHei-B01S', '华文黑体', 'STHeiti', 'Heiti SC'],
  song: ['宋体', 'SimSun', '方正书宋_GBK', '方正书宋简体', 'FZShuSong-Z01', 'FZShuSong-Z01S', '华文宋体', 'STSong', 'Songti SC'],
  biao: ['方正小标宋简体', 'FZXiaoBiaoSong-B05S', '方正小标宋_GBK', 'FZXiaoBiaoSong-B05', '方正小标宋_GB18030', '方正小标宋_GB2312'],
};

/** Faces for rare characters, asked after all others. */
export const RARE_NAMES: readonly string[] = [
  '宋体-ExtB', 'SimSun-ExtB', 'SimSun-ExtG', '宋体-方正超大字符集', 'SimSun (Founder Extended)', '方正宋体S-超大字符集', 'FZSong-Extended', 'MingLiU-ExtB', 'PMingLiU-ExtB',
  '花园明朝B', 'HanaMinB', 'Jigmo2', 'Jigmo3', 'Plangothic P1', '遍黑体 P1', 'Plangothic P2', '遍黑体 P2', 'BabelStone Han', 'TW-Sung-Ext-B',
];

/** File names such faces go by: at a start only these are read, the thorough search reads every font file. */
export const LIKELY_FILE = /仿|楷|黑|宋|标|方正|sim(?:fang|kai|hei|sun)|fang|kai|hei|song|biao|xbs|gb2312|^fz|ext[bg]|mingliu|hana|jigmo|plangothic|babelstone|tw-sung/i;
