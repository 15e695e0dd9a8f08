const MEMBERS: Readonly<Record<string, string>> = {
  '': '整个文件', name: '名称', group: '分组', description: '说明', also: '别的叫法', order: '次序', wenzhong: '文种', kind: '用途', format: '版式', numbering: '编号方式',
  extends: '所依据的模板', version: '版本', id: '编号', styles: '样式', fields: '填写项', elements: '要素',
};
const INNER: Readonly<Record<string, string>> = { text: '的文字', content: '的内容', role: '的类别', level: '的级', repeat: '的重复项', numbering: '的编号方式', after: '的位置' };

/**
 * Where in a template something is wrong, in words: 填写项“成文日期”, 第3个要素的文字. `where` is the path `readTemplate` gives,
 * `label` what a person calls the entry, '' when it has no name.
 */
export function sayTemplatePlace(where: string, label = ''): string {
  const [list = '', name = '', inner = ''] = where.split('.');
  if (name === '') return MEMBERS[list] ?? list;
  const shown = label !== '' ? `“${label}”` : /^\d+$/.test(name) ? '' : `“${name}”`;
  const entry = shown === '' ? `第${Number(name) + 1}个${MEMBERS[list] ?? list}` : `${MEMBERS[list] ?? list}${shown}`;
  return `${entry}${INNER[inner] ?? ''}`;
}
