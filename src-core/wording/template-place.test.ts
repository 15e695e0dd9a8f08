import { expect, it } from 'vitest';
import { sayTemplatePlace } from './template-place.ts';

it('模板哪里有错，说得出是哪一项', () => {
  expect([sayTemplatePlace('fields.date', '成文日期'), sayTemplatePlace('elements.2.text'), sayTemplatePlace('elements.draft.content', '正文'), sayTemplatePlace('elements.seal'), sayTemplatePlace('wenzhong'), sayTemplatePlace('styles.body'), sayTemplatePlace('')])
    .toEqual(['填写项“成文日期”', '第3个要素的文字', '要素“正文”的内容', '要素“seal”', '文种', '样式“body”', '整个文件']);
});
