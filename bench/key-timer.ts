import type { Page } from '@playwright/test';

/** What the page has measured: milliseconds from an event to the frame that shows it, and how many are not shown yet. */
interface KeyTimer {
  readonly times: number[];
  waiting: number;
}

/**
 * Puts the clock into every page of a window. A measure runs from the moment Chromium's browser process took the key
 * (`event.timeStamp`, so the time a key waits behind other work counts) to the end of the rendering of the next frame: an
 * animation frame is asked for when the letter stands in the page (`input`; `keydown` for keys that type none), and a message
 * posted in it comes back when style, layout and painting are done. Event Timing would tell the same to 8 ms only, long
 * animation frames only above 50 ms. What the screen's own beat adds is left out by an unlimited frame rate.
 */
export async function installKeyTimer(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timer: KeyTimer = { times: [], waiting: 0 };
    Object.assign(window, { keyTimer: timer });
    let began: number | null = null;
    let frame = 0;
    const shown = (): void => {
      const from = began!;
      began = null;
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        timer.times.push(performance.now() - from);
        timer.waiting--;
      };
      channel.port2.postMessage(null);
    };
    const take = (event: Event): void => {
      if (!event.isTrusted || event instanceof KeyboardEvent && ['Shift', 'Control', 'Alt'].includes(event.key)) return;
      if (began === null) {
        began = event.timeStamp;
        timer.waiting++;
      }
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(shown);
    };
    for (const type of ['keydown', 'compositionstart', 'compositionupdate', 'input']) addEventListener(type, take, { capture: true });
  });
}

/** Waits for the frame of the last key and hands over what was measured since the last call. */
export async function takeTimes(page: Page): Promise<number[]> {
  await page.waitForFunction(() => (window as unknown as { keyTimer: KeyTimer }).keyTimer.waiting === 0, undefined, { polling: 10 });
  return page.evaluate(() => (window as unknown as { keyTimer: KeyTimer }).keyTimer.times.splice(0));
}
