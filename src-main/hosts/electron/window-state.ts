import { readFileSync, writeFileSync } from 'node:fs';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where the window stood and how large it was. */
export interface WindowState {
  readonly bounds?: Rectangle;
  readonly maximized: boolean;
}

const FIRST: WindowState = { maximized: true };
const LEAST_SEEN = 100;

/** Reads the state left by the last run; a window that would stand outside all screens comes back as a first one. */
export function readWindowState(file: string, screens: readonly Rectangle[]): WindowState {
  try {
    const { bounds, maximized } = JSON.parse(readFileSync(file, 'utf8')) as Partial<WindowState>;
    if (!isRectangle(bounds) || !screens.some((screen) => isSeen(bounds, screen))) return FIRST;
    return { bounds, maximized: maximized === true };
  } catch {
    return FIRST;
  }
}

/** Keeps the state for the next run; a folder that cannot be written only loses the place of the window. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    writeFileSync(file, JSON.stringify(state));
  } catch {
    // The document matters; where the window stood does not.
  }
}

function isRectangle(value: unknown): value is Rectangle {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height } = value as Record<string, unknown>;
  return [x, y, width, height].every(Number.isInteger) && (width as number) >= 400 && (height as number) >= 300;
}

/** Enough of it can be seen to be dragged back. */
function isSeen(window: Rectangle, screen: Rectangle): boolean {
  const across = Math.min(window.x + window.width, screen.x + screen.width) - Math.max(window.x, screen.x);
  const down = Math.min(window.y + window.height, screen.y + screen.height) - Math.max(window.y, screen.y);
  return across >= LEAST_SEEN && down >= LEAST_SEEN;
}
