import type { Editor } from '@tiptap/core';

/** Keys that come closer than this are one stretch of writing: what stands beside the paper follows when it rests. */
const STRETCH_MS = 240;
/** While keys keep coming a value is computed at the latest after so many waits. */
const LONGEST_WAITS = 10;
/** A value that takes longer than this to compute is dear: a key that came meanwhile would have to wait for it. */
const DEAR_MS = 3;
/** A dear value waits until no key has come for so long; between two keys of a person who writes there is less. */
const PAUSE_MS = 350;
/** While keys keep coming without such a pause, a dear value takes this share of the time: a dozen of them stay below one in twenty. */
const SHARE_OF_TIME = 1 / 300;
/** Values that are due wait so long at most for a moment in which the window has nothing else to do. */
const IDLE_MS = 400;

/** Set on a transaction after which a person looks at once at what stands beside the paper: it follows in the next idle moment. */
export const AT_ONCE = 'at-once';

interface Follower {
  readonly take: () => void;
  /** Milliseconds after the last change. */
  readonly wait: number;
  /** How long it took last time, in milliseconds. */
  cost: number;
  /** When the first change came that it has not seen; null = it has seen all. */
  since: number | null;
  due: number;
}

interface ValueClock {
  readonly add: (take: () => void, wait: number) => () => void;
}

const clocks = new WeakMap<Editor, ValueClock>();

/** Calls `take` after every change of the editor's state, in the pauses of writing (use-editor-value.ts). Returns how to stop it. */
export function followEditor(editor: Editor, take: () => void, wait: number): () => void {
  let clock = clocks.get(editor);
  if (!clock) clocks.set(editor, (clock = startClock(editor)));
  return clock.add(take, wait);
}

/** One timer for all values of an editor: a timer and a listener for each would cost as much as the key. */
function startClock(editor: Editor): ValueClock {
  const followers = new Set<Follower>();
  let written = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let rings = Infinity;
  let idle: number | undefined;
  let frame: number | undefined;

  const take = (follower: Follower): void => {
    follower.since = null;
    const start = performance.now();
    follower.take();
    follower.cost = performance.now() - start;
  };
  const isDue = (follower: Follower): boolean => follower.since !== null && follower.due <= performance.now() + 1;
  const ring = (at: number): void => {
    // One set anew with every key would cost more than one that looks again.
    if (at >= rings) return;
    clearTimeout(timer);
    rings = at;
    timer = setTimeout(look, Math.max(0, at - performance.now()));
  };
  const look = (): void => {
    rings = Infinity;
    for (const follower of followers) if (follower.wait === 0 && isDue(follower)) take(follower);
    if ([...followers].some(isDue)) {
      if (performance.now() - written < STRETCH_MS) ring(written + STRETCH_MS);
      else takeWhenIdle();
    }
    for (const follower of followers) if (follower.since !== null && !isDue(follower)) ring(follower.due);
  };
  const takeWhenIdle = (): void => void (idle ??= requestIdleCallback(rest, { timeout: IDLE_MS }));
  /** No moment is farther from the next key of a quick hand than the one in which the frame of this key has been drawn. */
  const takeAfterFrame = (): void => void (frame ??= requestAnimationFrame(() => {
    frame = undefined;
    takeWhenIdle();
  }));
  const rest = (deadline: IdleDeadline): void => {
    idle = undefined;
    for (const follower of followers) {
      if (!isDue(follower)) continue;
      take(follower);
      if (deadline.timeRemaining() > 1 || ![...followers].some(isDue)) continue;
      takeWhenIdle();
      return;
    }
  };
  const listen = ({ transaction }: { readonly transaction: { readonly docChanged: boolean; readonly getMeta: (key: string) => unknown } }): void => {
    const now = performance.now();
    const isAtOnce = transaction.getMeta(AT_ONCE) === true;
    const isStretch = transaction.docChanged && !isAtOnce && now - written < STRETCH_MS;
    if (transaction.docChanged) written = isAtOnce ? -Infinity : now;
    for (const follower of followers) {
      const isDear = follower.cost > DEAR_MS;
      const pause = isAtOnce ? 0 : isDear ? Math.max(follower.wait, PAUSE_MS) : isStretch ? Math.max(follower.wait, STRETCH_MS) : follower.wait;
      const longest = Math.max(LONGEST_WAITS * pause, isDear ? follower.cost / SHARE_OF_TIME : 0);
      follower.since ??= now;
      follower.due = Math.min(now + pause, follower.since + longest);
      ring(follower.due);
    }
    if (isStretch && [...followers].some(isDue)) takeAfterFrame();
  };

  return {
    add: (takeValue, wait) => {
      const follower: Follower = { take: takeValue, wait, cost: 0, since: null, due: 0 };
      if (followers.size === 0) editor.on('transaction', listen);
      followers.add(follower);
      take(follower);
      return () => {
        followers.delete(follower);
        if (followers.size > 0) return;
        editor.off('transaction', listen);
        clearTimeout(timer);
        rings = Infinity;
        if (idle !== undefined) cancelIdleCallback(idle);
        if (frame !== undefined) cancelAnimationFrame(frame);
        idle = frame = undefined;
      };
    },
  };
}
