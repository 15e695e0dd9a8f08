import type { CDPSession, Page } from '@playwright/test';

/** How long the page is given to take in one move of the input method. */
const SETTLE_MS = 15;

/** An input method at work on a page, through the same door of Chromium as a real one. */
export interface InputMethod {
  /** What it shows now instead of what it showed before; the caret stands `at`, by default at the end. */
  show(text: string, at?: number): Promise<void>;
  /** Letters one by one, then the candidate, then the choice. */
  write(letters: string, words: string): Promise<void>;
  /** The words stand; nothing is composed any more. */
  choose(words: string): Promise<void>;
  /** Esc: what was shown goes. */
  giveUp(): Promise<void>;
}

export async function inputMethod(page: Page): Promise<InputMethod> {
  const ime: CDPSession = await page.context().newCDPSession(page);
  const show = async (text: string, at = text.length): Promise<void> => {
    // The key itself, as the page sees every key that an input method swallows.
    await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', windowsVirtualKeyCode: 229 });
    await ime.send('Input.imeSetComposition', { text, selectionStart: at, selectionEnd: at });
    await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Process', windowsVirtualKeyCode: 229 });
    await page.waitForTimeout(SETTLE_MS);
  };
  const choose = async (words: string): Promise<void> => {
    await ime.send('Input.insertText', { text: words });
    // The browser hands over, and numbers typed by hand are looked at, a moment later.
    await page.waitForTimeout(120);
  };
  return {
    show,
    choose,
    write: async (letters, words) => {
      for (let i = 1; i <= letters.length; i++) await show(letters.slice(0, i));
      await show(words);
      await choose(words);
    },
    giveUp: async () => {
      await show('');
      await page.waitForTimeout(100);
    },
  };
}
