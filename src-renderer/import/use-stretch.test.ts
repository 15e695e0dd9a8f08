import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { useStretch } from './use-stretch.ts';

let show: (wanted: number | null) => void;
let scroll: (top: number) => void;
let shown = '';

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const element = document.body.appendChild(document.createElement('div'));
  const root = createRoot(element);
  const Lines = ({ wanted }: { readonly wanted: number | null }) => {
    const { from, to, onScroll } = useStretch(40_000, wanted);
    shown = `${from}–${to}`;
    return createElement('ol', { onScroll });
  };
  show = (wanted) => act(() => root.render(createElement(Lines, { wanted })));
  scroll = (top) => act(() => {
    const box = element.querySelector('ol')!;
    for (const [name, value] of [['scrollTop', top], ['scrollHeight', 20_000], ['clientHeight', 700]] as const) Object.defineProperty(box, name, { value, configurable: true });
    box.dispatchEvent(new Event('scroll'));
  });
  show(null);
});

afterEach(() => document.body.replaceChildren());

it('几万行的原文，先画开头几屏，滚近末尾再接着画', () => {
  expect(shown).toBe('0–600');
  scroll(9_000);
  expect(shown).toBe('0–600');
  scroll(18_500);
  expect(shown).toBe('0–1200');
});

it('到远处的一行去，就画那一带；往上滚，上面的补出来', () => {
  show(30_000);
  expect(shown).toBe('29700–30300');
  show(30_100);
  expect(shown).toBe('29700–30300');
  scroll(500);
  expect(shown).toBe('29100–30300');
  show(39_990);
  expect(shown).toBe('39690–40000');
});
