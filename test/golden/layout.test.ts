import { describe, expect, test } from 'vitest';
import { layOut } from '../support/layout.ts';
import { readableLayout } from '../support/readable-layout.ts';
import { sampleOf, TEMPLATE_IDS, templateOf } from '../support/samples.ts';

// A wanted change is looked at with `node scripts/layout-diff.ts` and accepted with `npx vitest run test/golden/layout.test.ts -u`.
describe('排出来的版面', () => {
  test.each(TEMPLATE_IDS)('范例 %s 的每一行在上次的地方', async (id) => {
    const layout = layOut(sampleOf(id), templateOf(id));
    expect(layout.diagnostics).toEqual([]);
    await expect(readableLayout(layout)).toMatchFileSnapshot(`layout/${id}.txt`);
  });
});
