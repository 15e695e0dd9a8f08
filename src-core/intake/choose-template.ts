import type { Node } from 'prosemirror-model';
import type { Template } from '../template/template.ts';
import type { FindTemplate } from './intake.ts';

export function chooseTemplate(doc: Node, template?: Template, _find?: FindTemplate): Node {
  return template ? doc.type.create({ ...doc.attrs, template: template.id }, doc.content) : doc;
}
