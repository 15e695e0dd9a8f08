import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Selection } from '@tiptap/pm/state';
import { memo, useEffect, useRef } from 'react';
import type { Host } from '#core/contract/methods.ts';
import { ImageBubble } from './ImageBubble.tsx';
import { insertImages } from './insert-images.ts';
import { findPictures, pastePictures } from './paste-pictures.ts';
import { pictureInHtml } from './pasted-pictures.ts';
import './image.css';

interface ImageToolsProps {
  readonly host: Host;
  readonly editor: Editor;
  /** Counts up: the person asks for a picture from a file. */
  readonly asked: number;
  readonly onError: (error: unknown) => void;
}

const isPicture = (file: File): boolean => file.type.startsWith('image/') || /\.(?:emf|wmf|tiff?)$/i.test(file.name);

/** Everything a picture comes to the paper by: a file, the clipboard, a drop; and what can be done with one that is there. */
export const ImageTools = memo(function ImageTools({ host, editor, asked, onError }: ImageToolsProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) input.current!.click();
  }, [asked]);
  useEffect(() => {
    const { dom } = editor.view;
    const insert = (files: readonly File[], place?: Selection): void => void insertImages(host, editor, files, place).catch(onError);
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])].filter(isPicture);
      const html = event.clipboardData?.getData('text/html') ?? '';
      const copied = findPictures({ html, rtf: event.clipboardData?.getData('text/rtf') ?? '', files });
      if (copied) {
        event.preventDefault();
        return void pastePictures(host, editor, copied).catch(onError);
      }
      // Word and Excel put a picture of the text beside the text itself; a browser, an <img> beside the picture.
      const isText = (event.clipboardData?.getData('text/plain') ?? '') !== '' || (html !== '' && !pictureInHtml(html));
      if (files.length === 0 || isText) return;
      event.preventDefault();
      insert(files);
    };
    const drop = (event: DragEvent): void => {
      const forms = event.dataTransfer;
      // What is moved within the paper is no matter of ours.
      if (!forms || editor.view.dragging) return;
      const files = [...forms.files];
      const isPictures = files.length > 0 && files.every(isPicture);
      const copied = isPictures ? null : findPictures({ html: forms.getData('text/html'), rtf: forms.getData('text/rtf'), files });
      if (!isPictures && !copied) return;
      // The window's own DropArea sees that it has been taken.
      event.preventDefault();
      const { doc } = editor.state;
      const pos = editor.view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
      const place = pos === undefined ? undefined : TextSelection.near(doc.resolve(pos));
      if (copied) void pastePictures(host, editor, copied, place).catch(onError);
      else insert(files, place);
    };
    dom.addEventListener('paste', paste, true);
    dom.addEventListener('drop', drop, true);
    return () => {
      dom.removeEventListener('paste', paste, true);
      dom.removeEventListener('drop', drop, true);
    };
  }, [host, editor, onError]);
  return (
    <>
      <input
        ref={input} type="file" hidden multiple accept="image/png,image/jpeg,image/gif,image/bmp,image/webp,.emf,.wmf,.tif,.tiff" aria-label="插入图片"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) void insertImages(host, editor, files).catch(onError);
        }}
      />
      <ImageBubble editor={editor} />
    </>
  );
});
