/** A footnote or endnote of a page Word wrote, and the link of its mark to it: #_ftn1. The link back is #_ftnref1. */
const NOTE = /^((?:ftn|edn)\d+)$/;
const MARK = /#_((?:ftn|edn)\d+)$/;
const BACK = /#_(?:ftn|edn)ref\d+$/;

/**
 * Notes in HTML of Word (WPS likewise): each mark becomes a footnote as this program's paper writes it, the words at the end go. A note
 * whose mark was not copied stays as text.
 */
export function takeWordNotes(body: HTMLElement): void {
  const notes = new Map<string, Element>();
  for (const element of body.querySelectorAll('[id^="ftn"], [id^="edn"]')) if (NOTE.test(element.id)) notes.set(element.id, element);
  if (notes.size === 0) return;
  for (const link of body.querySelectorAll('a[href]')) {
    const note = notes.get(MARK.exec(link.getAttribute('href') ?? '')?.[1] ?? '');
    if (!note || note.contains(link)) continue;
    const mark = body.ownerDocument.createElement('span');
    mark.dataset.footnote = wordsOf(note);
    link.replaceWith(mark);
    notes.delete(note.id);
    note.remove();
  }
}

function wordsOf(note: Element): string {
  note.querySelectorAll('a[href]').forEach((link) => void (BACK.test(link.getAttribute('href') ?? '') && link.remove()));
  const paragraphs = note.querySelectorAll('p');
  return (paragraphs.length > 0 ? [...paragraphs] : [note]).map((each) => (each.textContent ?? '').replace(/\s+/g, ' ').trim()).filter((line) => line !== '').join('\n');
}
