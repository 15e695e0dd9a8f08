import type { Node } from '@tiptap/pm/model';
import type { ResolvedStyles } from '#core/template/styles.ts';
import type { UseEditorOptions } from '@tiptap/react';
import { Behaviour } from './behaviour/behaviour.ts';
import { drawInGroups } from './behaviour/block-groups.ts';
import { Keys } from './behaviour/keys.ts';
import { elements } from './extensions/elements.ts';
import { Words } from './words/words-extension.ts';

/**
 * The paper of a document, for `useEditor`: to be made once for each opening, or the paper would be set up anew at every render.
 * Keys, clipboard and deletion are ours; TipTap's own would not know a 公文.
 */
export function editorOptions(doc: Node, styles: ResolvedStyles): UseEditorOptions & { readonly immediatelyRender: true } {
  drawInGroups();
  return {
    immediatelyRender: true,
    // React draws what stands beside the paper, never the paper.
    shouldRerenderOnTransaction: false,
    extensions: [...elements, Words, Keys, Behaviour.configure({ styles })],
    content: doc.toJSON() as object,
    injectCSS: false,
    // Each time it is asked TipTap makes other functions of the same node views, for which ProseMirror draws the whole paper anew.
    onBeforeCreate: ({ editor }) => {
      const { nodeViews } = editor.extensionManager;
      Object.defineProperty(editor.extensionManager, 'nodeViews', { value: nodeViews });
    },
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, clipboardTextSerializer: false, delete: false },
    editorProps: {
      attributes: { class: 'paper-body', lang: 'zh-CN', spellcheck: 'false', autocorrect: 'off', autocapitalize: 'off', 'aria-label': '文稿', 'aria-multiline': 'true', role: 'textbox' },
      scrollThreshold: { top: 48, bottom: 48, left: 0, right: 0 },
      scrollMargin: { top: 64, bottom: 64, left: 0, right: 0 },
    },
  };
}
