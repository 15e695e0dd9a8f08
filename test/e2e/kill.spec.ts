import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { doc, h, p, title } from '../support/build.ts';
import { callHost, openDraft, openFromLibrary, paper, putCaret, storedDocument } from '../support/draft-page.ts';
import { startWebHost } from '../support/start-web-host.ts';

/** How often the plug is pulled: 3 times in every run, 50 for a release (NIWEN_KILLS=50). */
const KILLS = Number(process.env.NIWEN_KILLS ?? 3);
/** What may be missing at most: the last second of typing. */
const MAY_LOSE_MS = 1000;
const KEY_MS = 25;
const NAME = '关于断电试验的通知';
const DIGITS = '零一二三四五六七八九';

test(`打字时断电 ${KILLS} 次：文稿库打得开，文稿完整，最多少一秒的字`, async ({ page }) => {
  test.setTimeout(60_000 + KILLS * 30_000);
  // Leaving with something unsaved is asked about; here it is meant.
  page.on('dialog', (dialog) => void dialog.accept().catch(() => undefined)); // the page may be gone before the answer
  const data = mkdtempSync(join(tmpdir(), 'niwen-kill-'));
  let host = await startWebHost({ data });
  const id = await openDraft(page, host, doc(title(NAME), h(1, '总体要求'), p('始'), h(1, '保障措施')));
  for (let round = 0; round < KILLS; round++) {
    const before = (await storedDocument(host, id)).child(2).textContent;
    await putCaret(page, '始', 'end');
    const typed: { text: string; at: number }[] = [];
    let isOff = false;
    const life = 300 + Math.random() * 2500;
    const off = new Promise<void>((done) => setTimeout(() => void host.kill9().then(() => { isOff = true; done(); }), life));
    let killedAt = Infinity;
    setTimeout(() => (killedAt = Date.now()), life);
    for (let i = 0; !isOff; i++) {
      const text = DIGITS[i % 10]!;
      await page.keyboard.insertText(text);
      typed.push({ text, at: Date.now() });
      await page.waitForTimeout(KEY_MS);
    }
    await off;
    // This window is gone too: it would find back to the host and save the rest.
    await page.goto('about:blank');
    host = await startWebHost({ data });
    const stored = await storedDocument(host, id);
    stored.check();
    expect(stored.childCount).toBe(4);
    const kept = stored.child(2).textContent;
    const all = before + typed.map((key) => key.text).join('');
    expect(all.startsWith(kept), '存下的是打过的字的前一段').toBe(true);
    const safe = before.length + typed.filter((key) => key.at < killedAt - MAY_LOSE_MS).length;
    expect(kept.length, '一秒以前打的字都在').toBeGreaterThanOrEqual(safe);
    expect((await callHost(host, 'document.list', {})).items[0]).toMatchObject({ title: NAME });
    await page.goto(host.url);
    await openFromLibrary(page, NAME);
    await expect(paper(page).locator('.p').nth(2)).toHaveText(kept);
  }
  await host.stop();
  rmSync(data, { recursive: true, force: true });
});
