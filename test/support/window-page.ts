import { test as base, expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Input, MethodName, Output } from '#core/contract/methods.ts';
import { decodeWire, encodeWire } from '#core/contract/wire.ts';
import { startWebHost } from './start-web-host.ts';
import type { WebHost } from './start-web-host.ts';

/** A host with an empty library, and its window: `page` before anyone is named, `desk` after 周予安 is. */
export const test = base.extend<{ host: WebHost; start: Page; desk: Page }>({
  host: async ({}, use) => {
    const host = await startWebHost();
    await use(host);
    await host.stop();
  },
  start: async ({ page, host }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(host.url);
    await use(page);
    expect(faults, 'faults in the window').toEqual([]);
  },
  desk: async ({ start }, use) => {
    await start.getByLabel('姓名').fill('周予安');
    await start.getByLabel('职务').fill('二级主任科员');
    await start.keyboard.press('Enter');
    await expect(start.getByRole('heading', { name: '工作台' })).toBeVisible();
    await use(start);
  },
});
export { expect };

/** Asks the host of a page directly, for what a test needs before it begins. Throws what was refused. */
export async function ask<M extends MethodName>(page: Page, method: M, input?: Input<M>): Promise<Output<M>> {
  const text = await page.evaluate(async (body) => {
    const headers = { Authorization: `Bearer ${sessionStorage.getItem('niwen.token')}`, 'Content-Type': 'application/json' };
    return (await fetch('/api/call', { method: 'POST', headers, body })).text();
  }, encodeWire({ method, input }));
  const reply = decodeWire(text) as { ok: boolean; output: Output<M>; failure?: unknown };
  if (!reply.ok) throw new Error(JSON.stringify(reply.failure));
  return reply.output;
}

/** The paper of the draft in front. */
export const paper = (page: Page) => page.locator('.tab-pane:not([hidden]) .ProseMirror');

/** The tab of the draft in front. */
export const frontTab = (page: Page) => page.getByRole('tablist', { name: '打开的文稿' }).getByRole('tab', { selected: true });
