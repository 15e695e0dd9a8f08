import type { Editor } from '@tiptap/core';
import type { Selection, Transaction } from '@tiptap/pm/state';

/** Remembers where something is to go that is still on its way, whatever is written meanwhile; asked once, it says where that is now. */
export function holdSelection(editor: Editor, place = editor.state.selection): () => Selection {
  let bookmark = place.getBookmark();
  const follow = ({ transaction }: { readonly transaction: Transaction }): void => {
    bookmark = bookmark.map(transaction.mapping);
  };
  editor.on('transaction', follow);
  return () => {
    editor.off('transaction', follow);
    return bookmark.resolve(editor.state.doc);
  };
}
