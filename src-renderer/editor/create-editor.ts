import { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { ResolvedStyles } from '#core/template/styles.ts';
import { Behaviour } from './behaviour/behaviour.ts';
import { Keys } from './behaviour/keys.ts';
import { elements } from './extensions/elements.ts';

/** The paper of a document, not yet on the desk. Keys, clipboard and deletion are ours; TipTap's own would not know a 公文. */
export function createEditor(doc: Node, styles: ResolvedStyles): Editor {
  return new Editor({
    // The view lives from the first moment, so that its plugins do; the desk takes it in (desk/Desk.tsx).
    element: document.createElement('div'),
    extensions: [...elements, Keys, Behaviour.configure({ styles })],
    content: doc.toJSON() as object,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, clipboardTextSerializer: false, delete: false },
    editorProps: {
      attributes: { class: 'paper-body', lang: 'zh-CN', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', 'aria-label': '文稿', 'aria-multiline': 'true', role: 'textbox' },
      scrollThreshold: { top: 48, bottom: 48, left: 0, right: 0 },
      scrollMargin: { top: 64, bottom: 64, left: 0, right: 0 },
    },
  });
}
