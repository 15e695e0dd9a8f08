import { expect, it } from 'vitest';
import { sayTime } from './say-time.ts';

const now = new Date('2026-11-20T10:40:00+08:00');

it('今天只说几点', () => expect(sayTime('2026-11-20T10:32:00+08:00', now)).toBe('10:32'));
it('昨天加上昨天', () => expect(sayTime('2026-11-19T18:05:00+08:00', now)).toBe('昨天 18:05'));
it('今年说月日', () => expect(sayTime('2026-11-08T18:05:00+08:00', now)).toBe('11月8日'));
it('往年说年月日', () => expect(sayTime('2025-03-01T08:00:00+08:00', now)).toBe('2025年3月1日'));
