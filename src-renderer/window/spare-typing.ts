/** The events a letter on its way to the paper makes. */
const TYPING: ReadonlySet<string> = new Set(['keydown', 'keypress', 'keyup', 'textInput', 'beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend']);
/** A key that moves the text brings other paragraphs below the pointer, which Chromium tells of in eight events. */
const PASSING: ReadonlySet<string> = new Set(['pointerover', 'pointerout', 'mouseover', 'mouseout']);
const SELECTING: ReadonlySet<string> = new Set(['selectionchange']);

/**
 * Calls `make` (React's `createRoot`) so that what is typed on the paper is not carried through React's tree. React listens at its
 * root, and at the body for what stands there, to every event twice, and looks for handlers all the way up from the paper: a good
 * part of what a key costs, for nothing, since the paper is ProseMirror's and commands are listened to at the window (keys.ts). Only
 * Esc passes, as does everything typed into a field; and of the pointer what leads onto the paper or off it.
 */
export function spareTyping<T>(root: HTMLElement, make: () => T): T {
  for (const target of [root, document.body]) spare(target, new Set([...TYPING, ...PASSING]), isOfPaperAlone);
  const release = spare(document, SELECTING, () => isPaper(document.activeElement));
  try {
    return make();
  } finally {
    // ProseMirror listens to the document for the same.
    release();
  }
}

const isPaper = (target: EventTarget | null): boolean => target instanceof Element && target.classList.contains('ProseMirror');

/** Four listeners, root and body going down and up, ask of each event: the answer of the last one is kept. */
let asked: Event | null = null;
let answer = false;

function isOfPaperAlone(event: Event): boolean {
  if (event === asked) return answer;
  asked = event;
  return (answer = PASSING.has(event.type) ? staysOnPaper(event as MouseEvent) : isTyping(event));
}

/** Where the pointer comes from elsewhere or leaves, React hears of it: what stands beside the paper is told that it was entered. */
function staysOnPaper({ target, relatedTarget }: MouseEvent): boolean {
  const paper = paperOf(target);
  return paper !== null && paper === paperOf(relatedTarget);
}

const paperOf = (target: EventTarget | null): Element | null => (target instanceof Element ? target.closest('.ProseMirror') : null);

function isTyping(event: Event): boolean {
  if (!isPaper(event.target)) return false;
  return !(event instanceof KeyboardEvent) || event.isComposing || event.key !== 'Escape';
}

/** Keeps events of these types, where `isSpared`, from whoever begins to listen to the target from now on. Returns how to end it. */
function spare(target: EventTarget, types: ReadonlySet<string>, isSpared: (event: Event) => boolean): () => void {
  const wrapped = new WeakMap<EventListener, EventListener>();
  const wrap = (type: string, listener: EventListenerOrEventListenerObject | null): EventListenerOrEventListenerObject | null => {
    if (typeof listener !== 'function' || !types.has(type)) return listener;
    let known = wrapped.get(listener);
    if (!known) {
      known = (event) => {
        if (!isSpared(event)) listener.call(target, event);
      };
      wrapped.set(listener, known);
    }
    return known;
  };
  const { addEventListener, removeEventListener } = target;
  Object.assign(target, {
    addEventListener: (type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions) => addEventListener.call(target, type, wrap(type, listener), options),
    removeEventListener: (type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions) => removeEventListener.call(target, type, wrap(type, listener), options),
  });
  return () => {
    Reflect.deleteProperty(target, 'addEventListener');
    Reflect.deleteProperty(target, 'removeEventListener');
  };
}
