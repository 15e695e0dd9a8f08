import type { Node } from 'prosemirror-model';
import { numberDocument } from '../document/numbering.ts';
import type { Numbering } from '../document/numbering.ts';
import type { ResolvedStyles, StyleKey } from '../template/styles.ts';
import { composeDocument } from './compose-document.ts';
import { findDiagnostics } from './diagnose.ts';
import { fitStyles, LADDER, MARK_LADDER, STANDARD_FIT, WORD_LADDER } from './fit.ts';
import type { Fit } from './fit.ts';
import { flowDocument } from './flow.ts';
import type { Flowed } from './flow.ts';
import type { FlowMemory } from './flow-memory.ts';
import { framePage } from './frame-page.ts';
import type { LayoutDiagnostic, PageFrame } from './frames.ts';
import { createSetting } from './lay-paragraph.ts';
import type { Setting } from './lay-paragraph.ts';
import { findLoose } from './loose.ts';
import type { MetricsPack } from './metrics.ts';
import type { LaidPage } from './pages.ts';
import { PROFILES } from './profile.ts';
import type { ProfileName } from './profile.ts';

/** What of a layout hangs neither on the document nor on its template. */
export interface LayoutOptions {
  readonly profile?: ProfileName;
  /** The 版记 goes to an even page, for paper printed on both sides (7.4). */
  readonly isImprintEven?: boolean;
  /** Annexes and embedded documents go to an odd page, with a blank one before them where it is needed. */
  readonly arePartsOdd?: boolean;
  /** Labels where somebody has computed them already. */
  readonly numbering?: Numbering;
}

/** A document on pages. Pages are cheap; their frames are made when asked for, each once. */
export interface Layout {
  readonly pages: readonly LaidPage[];
  /** The frames of a page by its index. */
  frame(index: number): PageFrame;
  /** How lines and characters were set so that all of it stands well. */
  readonly fit: Fit;
  readonly diagnostics: readonly LayoutDiagnostic[];
  /** Positions of what is higher than a page and the .docx therefore does not keep together: paragraphs before a 落款, rows of tables. */
  readonly loose: readonly number[];
}

/** Lays documents out; keep one as long as the same document is edited: it remembers paragraphs. */
export interface LayoutEngine {
  layout(doc: Node, styles: ResolvedStyles, options?: LayoutOptions): Layout;
  /** What it measures characters by. */
  readonly metrics: MetricsPack;
}

/** Beyond so many pages a fit would change far more than it mends: text is taken to the next page instead. */
const PAGES_FITTED = 20;

export function createLayoutEngine(metrics: MetricsPack): LayoutEngine {
  const settings = new Map<ProfileName, Setting>();
  const settingOf = (name: ProfileName): Setting => {
    const setting = settings.get(name) ?? createSetting(metrics, PROFILES[name]);
    settings.set(name, setting);
    return setting;
  };
  const memories = new Map<string, Remembered>();
  return { metrics, layout: (doc, styles, options = {}) => layoutDocument(settingOf, memories, doc, styles, options) };
}

/** The last flow of a profile; it serves the next one as long as the styles are the same. */
interface Remembered {
  readonly styles: ResolvedStyles;
  readonly memory: FlowMemory;
}

/** A page that is taken over keeps its frame. */
const framed = new WeakMap<LaidPage, PageFrame>();

/**
 * 1. Compose: every block as an item, its paragraphs broken into lines (from the cache where nothing changed). 2. Flow: items onto
 * pages. 3. Where a 落款 would stand alone or the first page without text, try the ladder of fits (7.3.5.5).
 */
function layoutDocument(settingOf: (name: ProfileName) => Setting, memories: Map<string, Remembered>, doc: Node, styles: ResolvedStyles, options: LayoutOptions): Layout {
  const setting = settingOf(options.profile ?? 'gb');
  const numbering = options.numbering ?? numberDocument(doc);
  const attempt = (fit: Fit, using = setting, before: FlowMemory | null = null): Flowed => {
    const composition = composeDocument({ doc, styles: fitStyles(styles, fit), numbering, setting: using });
    return flowDocument(composition, { profile: using.profile, isImprintEven: options.isImprintEven ?? false, arePartsOdd: options.arePartsOdd ?? false, isFirstNumbered: styles.format !== 'letter' }, before);
  };
  // A word processor moves the last paragraph whole, or, where it fills a page, not at all: then the .docx must stand well as it is.
  const standsInWord = (flowed: Flowed, fit: Fit): boolean => !flowed.isEndLong || !attempt(fit, settingOf('lo')).isBare;
  const key = `${options.profile ?? 'gb'} ${options.isImprintEven ?? false} ${options.arePartsOdd ?? false}`;
  const remembered = memories.get(key);
  const usual = attempt(STANDARD_FIT, setting, remembered?.styles === styles ? remembered.memory : null);
  memories.set(key, { styles, memory: usual.memory });
  let fit = STANDARD_FIT;
  let flowed = usual;
  const asked = setting.profile.fits && usual.pages.length <= PAGES_FITTED;
  const smaller = asked && isShort(usual) ? MARK_LADDER.map((each) => ({ fit: each, flowed: attempt(each) })).find((tried) => !isShort(tried.flowed) && !isUneasy(tried.flowed)) : undefined;
  if (smaller) ({ fit, flowed } = smaller);
  else if (asked && (isUneasy(usual) || !standsInWord(usual, fit))) {
    const tryFit = (each: Fit): { fit: Fit; flowed: Flowed } => ({ fit: each, flowed: each === STANDARD_FIT ? usual : attempt(each) });
    const easy = [STANDARD_FIT, ...LADDER].map(tryFit).filter((tried) => !isUneasy(tried.flowed));
    const inWord = [...easy, ...(usual.isEndLong ? WORD_LADDER.map(tryFit) : [])].find((tried) => !isUneasy(tried.flowed) && standsInWord(tried.flowed, tried.fit));
    ({ fit, flowed } = inWord ?? easy[0] ?? { fit, flowed });
  }
  const { pages } = flowed;
  if (flowed.isImprintApart) fit = { ...fit, isImprintApart: true };
  let diagnostics: LayoutDiagnostic[] | undefined;
  return {
    pages, fit,
    frame: (index) => {
      const page = pages[index]!;
      const frame = framed.get(page) ?? framePage(setting, styles, page);
      framed.set(page, frame);
      return frame;
    },
    get diagnostics() {
      return (diagnostics ??= findDiagnostics(flowed));
    },
    get loose() {
      return findLoose(composeDocument({ doc, styles: fitStyles(styles, fit), numbering, setting: settingOf('lo') }));
    },
  };
}

const isUneasy = (flowed: Flowed): boolean => flowed.isTextMoved || flowed.alone.length > 0 || lacksText(flowed);

const MARK: StyleKey = 'issuerMark';
/** Text the first page should show beside its mark. */
const FIRST_LINES = 2;

/** A 发文机关标志 leaves no room for two lines of text on the first page, though there are more. */
function isShort({ pages }: Flowed): boolean {
  const first = pages[0]!;
  if (pages.length < 2 || !first.pieces.some(({ role }) => role === MARK) || !pages.some((page) => page.hasText)) return false;
  const shown = first.pieces.reduce((sum, piece) => sum + (piece.isText ? piece.last - piece.first : 0), 0);
  return shown < FIRST_LINES;
}

/** The first page must show text (7.1, 7.3.2); a document of one page has what it has. */
export const lacksText = ({ pages }: Flowed): boolean => pages.length > 1 && !pages[0]!.hasText && pages.some((page) => page.hasText);
