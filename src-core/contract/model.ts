import type { Diagnostic } from '../check/diagnostic.ts';
import type { DocumentFile, Unknown } from '../document/document-file.ts';
import type { ImageType } from '../document/image.ts';
import type { TextLoss } from '../document/text-losses.ts';
import type { Recognition } from '../intake/recognition.ts';
import type { ImportReport } from '../intake/report.ts';
import type { LayoutDiagnostic } from '../layout/frames.ts';
import type { OwnFontId, OwnFonts } from '../layout/metrics.ts';
import type { LayoutReport } from '../layout/report-layout.ts';
import type { Kept, KeptPhrase, OfficeEntry, Phrase } from '../office/office.ts';
import type { PrinterChoices } from '../print/print-wish.ts';
import type { Face } from '../template/styles.ts';
import type { FieldValues, Template } from '../template/template.ts';
import type { Failure } from './failure.ts';

export type DocumentId = string & { readonly kind?: 'document' };
export type PersonId = string & { readonly kind?: 'person' };

/** A person who edits on this machine: 姓名, 职务. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly post: string;
}

/** What the running host can do; a capability is data, never a question of which host it is. */
export interface AppInfo {
  readonly version: string;
  readonly host: 'electron' | 'web' | 'direct';
  readonly dataFolder: string;
  /** Native open and save dialogs through `shell.*`; otherwise the window uses its own. */
  readonly nativeDialogs: boolean;
  /** Prints by itself through `print.send`; otherwise the window hands the PDF to the browser's own dialogue. */
  readonly systemPrinters: boolean;
}

/** A printer of this machine: the system's name for it, and what people call it. */
export interface SystemPrinter {
  readonly name: string;
  readonly label: string;
}

/** How printing was asked for last: the printer, and by its name what is kept for it ('' is the browser's dialogue). */
export interface PrintMemory {
  readonly printer: string;
  readonly printers: Readonly<Record<string, PrinterChoices>>;
}

export interface Settings {
  readonly theme: 'light' | 'dark';
  /** Zoom of the paper, per cent. */
  readonly zoom: number;
  readonly showOutline: boolean;
  readonly showPanel: boolean;
  readonly showPages: boolean;
  /** Special characters put in of late, the last one first. */
  readonly recentSymbols: string[];
  readonly print: PrintMemory;
}

/** Why a face is not used: its permission bits forbid that a file carries it, or only a part of it; or it cannot be read. */
export type FontProblem = 'no-embedding' | 'no-subset' | 'damaged';

/** A Chinese face found on this machine. */
export interface OwnFace {
  readonly id: OwnFontId;
  /** In Chinese where the face has a Chinese name. */
  readonly name: string;
  /** What `font.choose` takes. */
  readonly postscriptName: string;
  /** Name of its file. */
  readonly file: string;
  /** Added in the settings; otherwise the system's. */
  readonly isAdded: boolean;
  /** Within a collection, not its first face: a window loads it by name. */
  readonly isInner: boolean;
  readonly problem: FontProblem | null;
}

/** What a face of the template is set in. */
export interface FontRole {
  readonly face: Face;
  /** A PostScript name, 'bundled', or '' for whichever is found. */
  readonly wish: string;
  /** The own face in use; null for the bundled one. */
  readonly used: OwnFontId | null;
}

/** A font file that was added in the settings, and the names of the Chinese faces in it; none where it has become damaged. */
export interface AddedFont {
  readonly file: string;
  readonly names: readonly string[];
}

export interface FontList {
  readonly faces: readonly OwnFace[];
  readonly added: readonly AddedFont[];
  readonly roles: readonly FontRole[];
  /** Names of font files that cannot be read. */
  readonly damaged: readonly string[];
}

/** What was new, and how many were there already and have been left alone. */
export interface Added<T> {
  readonly added: readonly T[];
  readonly known: number;
}

/** The ids of what a file brought, so that it can be taken back. */
export interface OfficeImport {
  readonly entries: readonly string[];
  readonly phrases: readonly string[];
  readonly known: number;
  /** Heads of columns of a table that an entry has no place for. */
  readonly unread: readonly string[];
}

/** A line of the library. */
export interface DocumentSummary {
  readonly id: DocumentId;
  readonly title: string;
  readonly template: string | null;
  /** Name of the template it was made with, as it then was; null while that is not known. */
  readonly templateName: string | null;
  readonly documentNumber: string;
  readonly addressee: string;
  /** 字数 as word processors count, as the status line has it. */
  readonly words: number;
  readonly revision: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly changedBy: string;
  readonly removedAt: string | null;
  /** Name of the file it was made from, which `document.source` gives back; null for one written here. */
  readonly sourceName: string | null;
}

export interface DocumentList {
  readonly items: readonly DocumentSummary[];
  readonly total: number;
}

/** A document as opened: its state at `revision`. */
export interface DocumentSnapshot {
  readonly summary: DocumentSummary;
  readonly revision: number;
  readonly file: DocumentFile;
  /** The template as it was when the document was made; null where it has none, or one this machine never had. */
  readonly template: Template | null;
  /** What the file holds that this version does not know. */
  readonly unknown: readonly Unknown[];
  /** Steps of the journal that could not be replayed and are kept aside; 0 when all is well. */
  readonly quarantined: number;
}

/** The beginning of a document, with what its look depends on. */
export type DocumentPreview = Pick<DocumentSnapshot, 'file' | 'template'>;

export interface Saved {
  readonly revision: number;
  /** ISO time. */
  readonly savedAt: string;
}

/** A text or Word file turned into a document, not yet in the library. */
export interface Imported {
  readonly file: DocumentFile;
  readonly name: string;
  /** 'utf-8', 'gb18030', 'utf-16le' … for text; 'docx' for a Word file. */
  readonly encoding: string;
  readonly report: ImportReport;
  /** What each block was taken for and from where, the doubts, the reason for the template; what the import screen shows. */
  readonly recognition: Recognition;
  /** How many places alike a correction changed beside the one it named; 0 without a correction. */
  readonly changed: number;
}

/** One file of many: its document in the library, or why there is none. */
export interface ImportedFile {
  readonly name: string;
  readonly size: number;
  readonly document: DocumentId | null;
  readonly title: string | null;
  /** Places to look at. */
  readonly doubts: number;
  readonly failure: Failure | null;
  /** The library held a document made from the same bytes: `document` is that one, nothing was added. */
  readonly isRepeated?: true;
}

/** Many files on their way into the library; `files` are those that are through. */
export interface ImportJob {
  readonly id: string;
  /** The folder's, or what the window calls it. */
  readonly name: string;
  readonly total: number;
  readonly begun: string;
  readonly files: readonly ImportedFile[];
}

export interface ExportedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Characters of the pages that no font has: their places are blank. Absent where there are none. */
  readonly missing?: readonly LayoutDiagnostic[];
  /** What the document holds and a plain text cannot. Absent where it keeps all. */
  readonly lost?: readonly TextLoss[];
  /** How many places of seals (用印位置) the pages of a PDF mark, which printing leaves out. Absent where there are none. */
  readonly sealPlaces?: number;
}

/** An image whose bytes are kept. */
export interface KeptImage {
  readonly source: string;
  readonly type: ImageType;
  /** In pixels, as they lie in the file. */
  readonly width: number;
  readonly height: number;
  /** A photograph that says it is to be turned or mirrored (EXIF): not everything that shows it does so, so it has to be turned before. */
  readonly isTurned: boolean;
}

export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type { OwnFontId, OwnFonts };
export type { Diagnostic, DocumentFile, FieldValues, ImageType, ImportReport, Kept, LayoutReport, KeptPhrase, OfficeEntry, Phrase, Template };

export interface Events {
  'document.changed': { readonly id: DocumentId; readonly revision: number };
  'library.changed': Record<string, never>;
  /** One more file of a job is through. */
  'job.progress': { readonly job: string; readonly name: string; readonly done: number; readonly failed: number; readonly total: number };
  /** What the office keeps, or its phrases, has changed. */
  'office.changed': Record<string, never>;
  /** A template of the office was made, changed, taken away or put back. */
  'templates.changed': Record<string, never>;
  /** Other fonts are in use than before. */
  'fonts.changed': Record<string, never>;
  /** A native menu or a file association asks for something the window does: 'new', 'open', 'export' …, or a file path's content. */
  'shell.command': { readonly command: string; readonly file?: OpenedFile };
  /** The window is about to close: what is not saved yet must be sent now, then `app.flushed` called. */
  'app.closing': Record<string, never>;
}
export type EventName = keyof Events;

const named: Readonly<Record<EventName, true>> = { 'document.changed': true, 'library.changed': true, 'job.progress': true, 'office.changed': true, 'templates.changed': true, 'fonts.changed': true, 'shell.command': true, 'app.closing': true };
/** Every event, for transports that pass them all on. */
export const EVENT_NAMES = Object.keys(named) as readonly EventName[];
