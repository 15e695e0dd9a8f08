import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { beginsPart, hasLevels, isRole, roleName } from '#core/document/roles.ts';
import type { Role } from '#core/document/roles.ts';
import { isNumberingScheme } from '#core/template/template.ts';
import { styleKey } from '#core/template/styles.ts';
import { nodeFromCore } from './from-core.ts';

const ALIGNMENTS = ['left', 'center', 'right', 'justify'];

/**
 * 段落 of any role. Its look hangs on the class `p-<style key>` (page/page.css); its computed label is an attribute put
 * there by a decoration and drawn before the text, so that no label is ever part of the editable text.
 */
export const Para = nodeFromCore('para', {
  parseHTML: () => [
    { tag: 'p[data-role]', getAttrs: (dom) => readAttributes(dom.dataset) },
    { tag: 'p, div, li, h1, h2, h3, h4, h5, h6, blockquote, pre, dt, dd' },
  ],
  renderHTML: ({ node }) => ['p', { class: `p ${classOf(node)}`, ...attributesOf(node) }, 0],
  addProseMirrorPlugins: () => [new Plugin({ props: { nodeViews: { para: drawPara } } })],
});

const classOf = ({ attrs }: Node): string => `p-${styleKey(attrs.role as Role, attrs.level as number)}`;

/** What a paragraph's element says of it, beside its class. */
function attributesOf({ attrs }: Node): Record<string, string> {
  const role = attrs.role as Role;
  const level = attrs.level as number;
  const attributes: Record<string, string> = { 'data-role': role, 'data-name': attrs.landscape ? '横排页' : marginName(role, level) };
  if (role === 'heading') Object.assign(attributes, { 'data-level': String(level), role: 'heading', 'aria-level': String(level + 1) });
  else if (role === 'article') Object.assign(attributes, { 'data-level': String(level), ...(level <= 2 ? { role: 'heading', 'aria-level': String(level + 1) } : { 'aria-roledescription': roleName(role, level) }) });
  else if (role === 'title') Object.assign(attributes, { role: 'heading', 'aria-level': '1' });
  if (attrs.runIn) attributes['data-run-in'] = '';
  if (attrs.startAt !== null) attributes['data-start-at'] = String(attrs.startAt);
  if (attrs.landscape) attributes['data-landscape'] = '';
  for (const tie of ['anchor', 'annex']) if (typeof attrs[tie] === 'string') attributes[`data-${tie}`] = attrs[tie];
  if (isNumberingScheme(attrs.numbering)) attributes['data-numbering'] = attrs.numbering;
  if (ALIGNMENTS.includes(attrs.align as string)) attributes.style = `text-align: ${String(attrs.align)}`;
  return attributes;
}

/**
 * A paragraph that becomes an element of another kind stays the same `p`: ProseMirror would make another, with its text set anew, the caret
 * put there once more and the pointer over something else. Decorations write on it too: their class and style stay where they are.
 */
function drawPara(drawn: Node): NodeView {
  const dom = document.createElement('p');
  let node = drawn;
  let shown = attributesOf(node);
  dom.className = `p ${classOf(node)}`;
  // Said by a class: a `:has()` in the style sheet would be looked at with every change in the paragraph.
  if (node.childCount === 0) dom.classList.add('is-empty');
  for (const [name, value] of Object.entries(shown)) dom.setAttribute(name, value);
  return {
    dom,
    contentDOM: dom,
    update: (next) => {
      const attributes = next.attrs === node.attrs ? shown : attributesOf(next);
      if (attributes.style !== shown.style) return false;
      if ((next.childCount === 0) !== (node.childCount === 0)) dom.classList.toggle('is-empty', next.childCount === 0);
      const before = node;
      node = next;
      if (attributes === shown) return true;
      dom.classList.replace(classOf(before), classOf(next));
      for (const name of Object.keys(shown)) if (!(name in attributes)) dom.removeAttribute(name);
      for (const [name, value] of Object.entries(attributes)) if (value !== shown[name]) dom.setAttribute(name, value);
      shown = attributes;
      return true;
    },
  };
}

/** What stands in the margin beside the paragraph at hand: 一级, 条, 正文, 落款. */
function marginName(role: Role, level: number): string {
  if (role === 'heading') return roleName(role, level).slice(0, 2);
  return MARGIN_NAMES[role] ?? roleName(role, level);
}

const MARGIN_NAMES: Partial<Record<Role, string>> = {
  secrecy: '密级', urgency: '紧急', issuerMark: '机关标志', addressee: '主送', signature: '落款', embedded: '印发文件', sentTo: '主送', copyTo: '抄送', printer: '印发', printDate: '印发',
};

/** Attributes of a paragraph this program has put on the clipboard; never slot, comments or tracked changes, which belong to the place it came from. */
function readAttributes(data: DOMStringMap): Record<string, unknown> | false {
  if (!isRole(data.role)) return false;
  const level = Number(data.level ?? 0);
  const startAt = Number(data.startAt);
  return {
    role: data.role,
    level: hasLevels(data.role) && Number.isInteger(level) && level >= 1 && level <= 5 ? level : 0,
    runIn: data.runIn !== undefined,
    startAt: data.startAt !== undefined && Number.isInteger(startAt) && startAt > 0 ? startAt : null,
    landscape: data.landscape !== undefined,
    anchor: data.anchor ?? null,
    annex: data.role === 'attachmentNote' ? (data.annex ?? null) : null,
    numbering: beginsPart(data.role) && isNumberingScheme(data.numbering) ? data.numbering : null,
  };
}
