/** A key as the registry writes it: `Ctrl+Shift+P`, `Alt+1`, `F7`. Ctrl stands for ⌘ on a Mac. */
export interface Chord {
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  /** `KeyboardEvent.code`s that press it: the place on the keyboard, so that no Chinese input method changes it. */
  readonly codes: readonly string[];
  /** The key itself: `P`, `1`, `F7`, `ArrowUp`. */
  readonly key: string;
}

/** The part of a keyboard event a chord is compared with. */
export interface KeyPress {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly code: string;
}

const PLACES: Readonly<Record<string, readonly string[]>> = {
  ',': ['Comma'], ';': ['Semicolon'], '/': ['Slash'], '=': ['Equal', 'NumpadAdd'], '-': ['Minus', 'NumpadSubtract'],
};

function codesOf(key: string): readonly string[] {
  if (PLACES[key]) return PLACES[key];
  if (/^[A-Z]$/.test(key)) return [`Key${key}`];
  return /^\d$/.test(key) ? [`Digit${key}`, `Numpad${key}`] : [key];
}

const known = new Map<string, Chord>();

/** Reads a written chord. */
export function readChord(written: string): Chord {
  let chord = known.get(written);
  if (!chord) {
    const parts = written.split('+');
    const key = parts.at(-1)!;
    known.set(written, (chord = { ctrl: parts.includes('Ctrl'), alt: parts.includes('Alt'), shift: parts.includes('Shift'), key, codes: codesOf(key) }));
  }
  return chord;
}

/** Whether a key press is this chord. */
export function isPressed(written: string, press: KeyPress): boolean {
  const { ctrl, alt, shift, codes } = readChord(written);
  return codes.includes(press.code) && (press.ctrlKey || press.metaKey) === ctrl && press.altKey === alt && press.shiftKey === shift;
}

const SHOWN: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→', '=': '+', '-': '−' };

/** As people read it on a key cap: `Ctrl Shift P`, `Alt Shift ↑`. */
export const chordLabel = (written: string): string => written.split('+').map((part) => SHOWN[part] ?? part).join(' ');
