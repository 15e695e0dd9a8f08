import { download } from '../ui/download.ts';

/** How long the browser's viewer may take to show the file, and how long after it can be asked to print. */
const SHOWN_MS = 20_000;
const READY_MS = 300;

let last: { readonly frame: HTMLIFrameElement; readonly url: string } | null = null;

/**
 * Opens the browser's print dialogue on a PDF, from a frame nobody sees; it stays until the next one, for the dialogue reads from it.
 * A browser that has no viewer of its own, or does not let us print from it, gets the file as a download: 'download'.
 */
export async function printInBrowser(name: string, bytes: Uint8Array): Promise<'dialogue' | 'download'> {
  if (!navigator.pdfViewerEnabled) {
    download(name, bytes);
    return 'download';
  }
  forget();
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }));
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.title = '送打印的文件';
  frame.tabIndex = -1;
  frame.ariaHidden = 'true';
  last = { frame, url };
  const shown = new Promise<void>((done) => {
    frame.addEventListener('load', () => done(), { once: true });
    setTimeout(done, SHOWN_MS);
  });
  frame.src = url;
  document.body.append(frame);
  await shown;
  await new Promise((done) => setTimeout(done, READY_MS));
  try {
    frame.contentWindow!.focus();
    frame.contentWindow!.print();
    return 'dialogue';
  } catch {
    download(name, bytes);
    return 'download';
  }
}

function forget(): void {
  if (last === null) return;
  last.frame.remove();
  URL.revokeObjectURL(last.url);
  last = null;
}
