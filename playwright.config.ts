import { defineConfig } from '@playwright/test';
import { findElectron, findTool } from './test/support/tools.ts';

const chromium = findTool('chromium');
const asRoot = process.getuid?.() === 0;
// Without a UTF-8 locale, as on a bare Debian, Chromium calls every download with a Chinese name “download”.
if (process.platform === 'linux' && !/utf-?8/i.test(process.env['LC_ALL'] || process.env['LC_CTYPE'] || process.env['LANG'] || '')) process.env['LC_ALL'] = 'C.UTF-8';

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  // A second try is said aloud as flaky and is to be mended; it must not stop the work of a day.
  retries: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  // The same specs on both hosts; the fixture in test/e2e looks at the project's name.
  projects: [...(chromium ? [{ name: 'web' }] : []), ...(findElectron() ? [{ name: 'electron' }] : [])],
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // Writing a trace of every try takes a third of the time.
    trace: 'on-first-retry',
    acceptDownloads: true,
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: ['--disable-background-networking', '--disable-component-update', '--no-default-browser-check', '--no-first-run', ...(asRoot ? ['--no-sandbox'] : [])],
    },
  },
});
