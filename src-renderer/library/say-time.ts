const two = (value: number): string => String(value).padStart(2, '0');

/** When something happened, as people say it: 10:32, 昨天 18:05, 11月18日, 2025年3月1日. */
export function sayTime(iso: string, now: Date): string {
  const then = new Date(iso);
  const clock = `${two(then.getHours())}:${two(then.getMinutes())}`;
  const days = Math.round((midnight(now) - midnight(then)) / 86_400_000);
  if (days === 0) return clock;
  if (days === 1) return `昨天 ${clock}`;
  const day = `${then.getMonth() + 1}月${then.getDate()}日`;
  return then.getFullYear() === now.getFullYear() ? day : `${then.getFullYear()}年${day}`;
}

const midnight = (date: Date): number => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
