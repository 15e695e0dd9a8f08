import { expect, test } from 'vitest';
import { rtfPictures } from './rtf-pictures.ts';

const shape = (blip: string, hex: string): string => `{\\*\\shppict{\\pict{\\*\\picprop\\shplid1025{\\sp{\\sn shapeType}{\\sv 75}}}\\picscalex100\\picw600\\pich400\\picwgoal340\\pichgoal227${blip}\\bliptag-51{\\*\\blipuid fc6a1b}\r\n${hex}}}{\\nonshppict{\\pict\\picscalex100\\wmetafile8\\bliptag-51\r\n0100090000}}`;

test('Word 放在剪贴板里的 RTF：图片按次序取出，给旧程序的那一份不重复算', () => {
  const rtf = `{\\rtf1\\ansi{\\fonttbl{\\f0 SimSun;}}\\pard add {\\b 1}${shape('\\pngblip', '8950\r\n4e47')}\\par\\'b5\\'da ${shape('\\jpegblip', 'ffd8ff')}\\par}`;
  expect(rtfPictures(rtf).map((each) => Buffer.from(each!).toString('hex'))).toEqual(['89504e47', 'ffd8ff']);
});

test('只有 Windows 图元的占着它的位置，项目符号的图不算；没有图片就是没有', () => {
  expect(rtfPictures(`{\\rtf1{\\*\\listtable{\\*\\listpicture{\\pict\\pngblip 8950}}}{\\pict\\emfblip 0100}${shape('\\pngblip', '89')}}`)).toEqual([null, Uint8Array.of(0x89)]);
  expect(rtfPictures('{\\rtf1 face 12}')).toEqual([]);
});
