import { defineConfig } from 'vitest/config';

/** One project a kind of test: `npx vitest run --project core`. */
function project(name: string, include: string[], more: object = {}): { extends: true; test: object } {
  return { extends: true, test: { name, include, ...more } };
}

export default defineConfig({
  cacheDir: '.cache/vite',
  test: {
    env: { TZ: 'Asia/Shanghai' },
    // The contract and golden suites really convert files; a slow machine is not a failed test.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      project('core', ['src-core/**/*.test.ts']),
      project('main', ['src-main/**/*.test.ts']),
      project('renderer', ['src-renderer/**/*.test.{ts,tsx}'], { environment: 'happy-dom' }),
      project('scripts', ['scripts/**/*.test.ts', 'bench/**/*.test.ts', 'test/support/**/*.test.ts']),
      project('contract', ['test/contract/**/*.test.ts']),
      project('intake', ['test/intake/**/*.test.ts']),
      project('golden', ['test/golden/**/*.test.ts']),
      project('package', ['test/package/**/*.test.ts'], { testTimeout: 300_000, hookTimeout: 300_000 }),
    ],
  },
});
