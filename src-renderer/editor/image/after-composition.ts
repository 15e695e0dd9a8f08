import type { EditorView } from '@tiptap/pm/view';

/** Resolves when no input method is at work: what comes from elsewhere waits for the word to be finished. */
export const afterComposition = (view: EditorView): Promise<void> => new Promise((done) => {
  if (!view.composing) return done();
  const wait = (): void => {
    // ProseMirror reads the finished word a moment later.
    setTimeout(() => (view.composing ? view.dom.addEventListener('compositionend', wait, { once: true }) : done()), 50);
  };
  view.dom.addEventListener('compositionend', wait, { once: true });
});
