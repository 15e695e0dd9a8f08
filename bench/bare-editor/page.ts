import { Editor, Node } from '@tiptap/core';
import type { PlainParagraph } from '../long-document.ts';

const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' });
const Text = Node.create({ name: 'text', group: 'inline' });
const Paragraph = Node.create({ name: 'paragraph', group: 'block', content: 'inline*', renderHTML: () => ['p', 0] });
const Heading = Node.create({
  name: 'heading', group: 'block', content: 'inline*',
  addAttributes: () => ({ level: { default: 1, rendered: false } }),
  renderHTML: ({ node }) => [`h${String(node.attrs.level)}`, 0],
  addKeyboardShortcuts() {
    return { 'Alt-2': () => this.editor.commands.setNode('heading', { level: 2 }), 'Alt-0': () => this.editor.commands.setNode('paragraph') };
  },
});

/** TipTap as it comes, with the least a heading and a paragraph need: no history, no numbers, no panels, nothing saved. */
function start(paragraphs: readonly PlainParagraph[]): void {
  const content = paragraphs.map(({ level, text }) => ({
    type: level > 0 ? 'heading' : 'paragraph', ...(level > 0 ? { attrs: { level } } : {}), ...(text === '' ? {} : { content: [{ type: 'text', text }] }),
  }));
  new Editor({ element: document.querySelector<HTMLElement>('#paper')!, extensions: [Doc, Text, Paragraph, Heading], content: { type: 'doc', content } });
}

Object.assign(window, { start });
