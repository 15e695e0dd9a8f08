/**
 * What a quick hand types between 开始起草 and the moment when the paper can take it. It goes into a field of its own, in which an input
 * method can be at work, and from there to the paper; without it the first characters of a draft would be typed nowhere.
 */
let held: Held | null = null;

interface Held {
  readonly field: HTMLTextAreaElement;
  isComposing: boolean;
  readonly release: () => void;
}

/** A paper that has not come by then is not coming. */
const LONGEST_MS = 10_000;

/** From now on typing is held. */
export function holdTyping(): void {
  dropTyping();
  const field = document.body.appendChild(document.createElement('textarea'));
  field.className = 'sr-only';
  field.setAttribute('aria-label', '文稿正在打开，可以开始打字');
  field.focus({ preventScroll: true });
  // Whoever goes elsewhere with the pointer writes there.
  document.addEventListener('pointerdown', dropTyping, { capture: true, once: true });
  const timer = setTimeout(dropTyping, LONGEST_MS);
  const mine: Held = {
    field,
    isComposing: false,
    release: () => {
      clearTimeout(timer);
      document.removeEventListener('pointerdown', dropTyping, { capture: true });
      field.remove();
    },
  };
  held = mine;
  field.addEventListener('compositionstart', () => (mine.isComposing = true));
  field.addEventListener('compositionend', () => (mine.isComposing = false));
}

/** What was held is for nobody. */
export function dropTyping(): void {
  held?.release();
  held = null;
}

/** Gives what was typed, '' if nothing, to whoever takes the focus at once, so that no key falls between; an input method at work comes to its end first. */
export function handTyping(take: (typed: string) => void): void {
  const mine = held;
  if (!mine) return take('');
  const give = (): void => {
    if (mine.isComposing || held !== mine) return;
    held = null;
    take(mine.field.value);
    mine.release();
  };
  give();
  // What an input method has finished stands in the field only after it has said so.
  mine.field.addEventListener('compositionend', () => setTimeout(give));
}
