import { either, bytes, flag, integer, json, list, nothing, nullable, object, oneOf, optional, record, text } from './input.ts';
import type { Reader } from './input.ts';
import { correction, known, wordFix } from './import-input.ts';
import { officeEntry, officeTable, phrase } from './office-input.ts';
import { printMemory, printWish } from './print-input.ts';
import type { Packed } from './wire.ts';
import type {
  Added, AppInfo, Diagnostic, DocumentFile, DocumentList, DocumentPreview, DocumentSnapshot, DocumentSummary, EventName, Events, ExportedFile, FontList, Imported, ImportedFile, ImageType, ImportJob, Kept, KeptImage, KeptPhrase, LayoutReport,
  OfficeEntry, OfficeImport, OpenedFile, OwnFace, OwnFonts, Person, Saved, Settings, SystemPrinter, Template,
} from './model.ts';

/** One method: a query may be repeated and cached, a command may not. `output` exists in types only. */
export interface Method<I, O> {
  readonly kind: 'query' | 'command';
  readonly read: Reader<I>;
  readonly output?: O;
}

const query = <O>() => <I>(read: Reader<I>): Method<I, O> => ({ kind: 'query', read });
const command = <O>() => <I>(read: Reader<I>): Method<I, O> => ({ kind: 'command', read });

/** Text and files above this size are refused with `file-too-large`. */
export const LARGEST_FILE = 20 * 1024 * 1024;
/** All pictures of a file that comes in, in bytes. */
export const LARGEST_IMAGES = 40 * 1024 * 1024;
/** A picture above this is refused with `image-too-large`, in bytes and in pixels. */
export const LARGEST_IMAGE = { bytes: LARGEST_FILE, pixels: 50_000_000 } as const;
export const EXPORT_FORMATS = ['docx', 'pdf', 'txt', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const id = text(64);
const ids = list(id, 10_000);
const fieldValue = either(text(), list(text(2000), 200));
const settingsPatch = object({
  theme: optional(oneOf(['light', 'dark'])),
  zoom: optional(integer(25, 400)),
  showOutline: optional(flag),
  showPanel: optional(flag),
  showPages: optional(flag),
  recentSymbols: optional(list(text(4), 24)),
  print: optional(printMemory),
});

/** Everything the window can ask for: `area.verb`. */
export const methods = {
  'app.info': query<AppInfo>()(nothing),
  /** Answers the `app.closing` event: everything typed has been saved. */
  'app.flushed': command<null>()(nothing),
  'settings.get': query<Settings>()(nothing),
  'settings.set': command<Settings>()(settingsPatch),
  /** The person at work now; null before the first one is named. */
  'person.current': query<Person | null>()(nothing),
  'person.list': query<readonly Person[]>()(nothing),
  /** Names a person (姓名、职务) and makes them the one at work; the same name and post is the same person. */
  'person.set': command<Person>()(object({ name: text(50), post: text(50) })),
  'template.list': query<readonly Template[]>()(nothing),
  /** The worked example of a template, only to be looked at. */
  'template.sample': query<DocumentFile>()(object({ template: id })),
  /** A template of the office as written (what it changes in a built-in one): a new one, or in place of the one it `replaces`. */
  'template.save': command<Template>()(object({ template: json, replaces: optional(id) })),
  /** Another name, group or description. */
  'template.describe': command<Template>()(object({ id, name: text(60), group: text(30), description: text(200) })),
  /** Takes a template of the office off the list; drafts made with it keep it, and `template.restore` puts it back. */
  'template.remove': command<null>()(object({ id })),
  'template.restore': command<null>()(object({ id })),
  /** A template of the office as a file for a colleague. */
  'template.export': query<ExportedFile>()(object({ id })),
  /** A colleague's file → a template of the office. What cannot be used is refused with the place that is wrong, and nothing is stored. */
  'template.import': command<Template>()(object({ name: text(300), bytes })),
  /** A document from a template and field values, put into the library. */
  'document.fromTemplate': command<DocumentSnapshot>()(object({ template: id, fields: record(fieldValue) })),
  /** The worked example of a template, put into the library as an ordinary draft. */
  'document.fromExample': command<DocumentSnapshot>()(object({ template: id })),
  /** A document file put into the library; `source` is the untouched original it was made from, `like` a document whose template in use it shares. */
  'document.add': command<DocumentSnapshot>()(object({ file: json, like: optional(id), source: optional(object({ name: text(300), bytes })) })),
  'document.list': query<DocumentList>()(object({
    /** Only these, as far as they are there. */
    ids: optional(list(id, 100)),
    search: optional(text(200)), removed: optional(flag), template: optional(id), offset: optional(integer()), limit: optional(integer(1, 500)),
  })),
  'document.open': query<DocumentSnapshot>()(object({ id })),
  /** The beginning of a document, enough for a picture of its first page. */
  'document.preview': query<DocumentPreview>()(object({ id })),
  /** The untouched original a document was made from; null for one that was written here. */
  'document.source': query<ExportedFile | null>()(object({ id })),
  /** Appends ProseMirror steps to the journal. `base` is the revision they build on; a stale one is a `conflict`. */
  'document.append': command<Saved>()(object({ id, base: integer(), steps: list(json, 100_000) })),
  'document.duplicate': command<DocumentSnapshot>()(object({ id })),
  /** Puts a document into the bin; nothing is deleted. */
  'document.remove': command<DocumentSummary>()(object({ id })),
  'document.restore': command<DocumentSummary>()(object({ id })),
  /**
   * Text, .docx or the app's own JSON → a document, with a report; nothing is stored. Without `template` the text chooses one, with
   * null none is used. `known` is what a person has said of this
   * source so far (`recognition.known` of the last answer), `correction` one word more; `words` are
   * misread words set right. A large file is read in a thread; `reading` names the request for `import.stop`.
   */
  'import.read': query<Imported>()(object({ name: text(300), bytes, template: optional(nullable(id)), known: optional(list(known)), words: optional(list(wordFix)), correction: optional(correction), password: optional(text(300)), reading: optional(id) })),
  /** Gives up what `import.read` was asked for under this name: it is refused as `cancelled`. Small files are through by then. */
  'import.stop': command<null>()(object({ reading: id })),
  /** Many files at once: begins a job for so many, or goes on with one that was cut off. The files come with `import.add`. */
  'import.begin': command<ImportJob>()(object({ name: text(300), total: integer(1, 100_000), job: optional(id) })),
  /** One file of a job → a document in the library; answered when it is through, so several may be on their way. A file that is through already is not read again. Refused as `cancelled` once the job is. */
  'import.add': command<ImportedFile>()(object({ job: id, name: text(300), bytes })),
  /** What waits is left; what is through stays, and the job can go on later. */
  'import.cancel': command<null>()(object({ job: id })),
  /** Jobs that were cut off, cancelled or had files that failed, the newest first. */
  'import.jobs': query<readonly ImportJob[]>()(nothing),
  'import.forget': command<null>()(object({ job: id })),
  /** A document of the library or a document file → a file to save; with both, the file's words under the template of the document. */
  'export.write': query<ExportedFile>()(object({ id: optional(id), file: optional(json), format: oneOf(EXPORT_FORMATS) })),
  /** The tasks of a document's 任务分工表 as a list of its own, by 责任单位 or by 进度要求 → a file to save. */
  'export.tasks': query<ExportedFile>()(object({ id: optional(id), file: optional(json), by: oneOf(['unit', 'deadline']), format: oneOf(['docx', 'csv']) })),
  /** The printers of this machine, where `app.info` says the host can reach them. */
  'print.printers': query<readonly SystemPrinter[]>()(nothing),
  /** What goes to the printer, as a PDF: sides in the printer's order, copies with their 份号, 套打 moved. `bad-print-range` where nothing can be printed. */
  'print.write': query<ExportedFile>()(object({ id: optional(id), file: optional(json), wish: printWish })),
  /** The same, sent to a printer of this machine. */
  'print.send': command<null>()(object({ id: optional(id), file: optional(json), wish: printWish, printer: text(300) })),
  /** What is wrong with a document of the library or a document file (with both, as for an export), by the rules of structure and 文种. */
  'check.run': query<readonly Diagnostic[]>()(object({ id: optional(id), file: optional(json) })),
  /** A document typeset: pages, lines and what is wrong with them; `lo` breaks lines as LibreOffice does, to be compared with it. */
  'layout.run': query<LayoutReport>()(object({ id: optional(id), file: optional(json), profile: optional(oneOf(['gb', 'lo'])) })),
  /** The person's own fonts: those found on this machine, and what each face of a template is set in. */
  'font.list': query<FontList>()(nothing),
  /** Those in use, measured, for layout; `inner` are faces a window loads by name. */
  'font.inUse': query<OwnFonts & { readonly inner: readonly Pick<OwnFace, 'id' | 'postscriptName'>[] }>()(nothing),
  /** The file of a face in use, and of no other. */
  'font.read': query<Uint8Array>()(object({ id: text(40) })),
  /** What a face is set in: a PostScript name, 'bundled', or '' for whichever is found. */
  'font.choose': command<FontList>()(object({ face: oneOf(['fang', 'kai', 'hei', 'song', 'biao']), wish: text(200) })),
  /** Reads every font file of the machine. */
  'font.search': command<FontList>()(nothing),
  /** Copies a font file into the data folder and uses it where it is wanted. */
  'font.add': command<FontList>()(object({ name: text(300), bytes })),
  /** Takes an added font file away; `not-found` for any other. Until the next start it can be given back. */
  'font.remove': command<FontList>()(object({ file: text(300) })),
  /** Gives a font file back that was taken away, and the choices that named it. */
  'font.restore': command<FontList>()(object({ file: text(300) })),
  /** A window could not load this face: the bundled one is used until the next start, on pages and in files alike. */
  'font.refuse': command<null>()(object({ id: text(40) })),
  /** Keeps the bytes of an image, once for the same bytes; an `image` node names them by `source`. `name` is for the sentence where they are refused. */
  'image.put': command<KeptImage>()(object({ name: text(300), bytes })),
  /** The bytes a node names. */
  'image.read': query<{ readonly type: ImageType; readonly bytes: Uint8Array }>()(object({ source: text(64) })),
  /** What the office keeps, each kind in its order: the first is the one offered. */
  'office.list': query<readonly Kept<OfficeEntry>[]>()(nothing),
  /** Adds what is not there yet, at the end. */
  'office.add': command<Added<Kept<OfficeEntry>>>()(object({ entries: list(officeEntry) })),
  'office.change': command<Kept<OfficeEntry>>()(object({ id, entry: officeEntry })),
  /** Makes an entry the first of its kind. */
  'office.lead': command<null>()(object({ id })),
  /** Takes entries away; `office.restore` brings them back where they were. */
  'office.remove': command<null>()(object({ ids })),
  'office.restore': command<null>()(object({ ids })),
  /** Adds what a file holds: the program's own JSON, or, `as` what its lines are, a table or a column as text. All of it or nothing. */
  'office.import': command<OfficeImport>()(object({ name: text(300), bytes, as: optional(officeTable) })),
  /** Everything as JSON for the colleagues, or the entries of one kind as a table for Excel (.csv). */
  'office.export': query<ExportedFile>()(object({ as: optional(officeTable) })),
  /** 口径, the latest used first. */
  'phrase.list': query<readonly KeptPhrase[]>()(nothing),
  'phrase.add': command<Added<KeptPhrase>>()(object({ phrases: list(phrase) })),
  'phrase.change': command<KeptPhrase>()(object({ id, phrase })),
  /** Notes that a phrase has been put into a document. */
  'phrase.used': command<null>()(object({ id })),
  'phrase.remove': command<null>()(object({ ids })),
  'phrase.restore': command<null>()(object({ ids })),
  /** Native dialogs, where `app.info` says so; null when the person cancels. */
  'shell.open': command<OpenedFile | null>()(nothing),
  'shell.save': command<{ readonly path: string } | null>()(object({ name: text(300), bytes })),
  'shell.reveal': command<null>()(object({ path: text(4000) })),
} satisfies Record<string, Method<never, unknown> | Method<any, unknown>>; // eslint-disable-line @typescript-eslint/no-explicit-any

export type Methods = typeof methods;
export type MethodName = keyof Methods;
export type Input<M extends MethodName> = ReturnType<Methods[M]['read']>;
export type Output<M extends MethodName> = NonNullable<Methods[M]['output']> | Extract<Methods[M]['output'], null>;

/** What a handler may answer: of one file, read in a thread, the words of the wire themselves. */
type Answer<M extends MethodName> = M extends 'import.read' ? Output<M> | Packed : Output<M>;

/** One handler for each method; a missing one does not compile. */
export type Handlers = { readonly [M in MethodName]: (input: Input<M>) => Answer<M> | Promise<Answer<M>> };

/** What the window talks to, whatever carries it. A refused call rejects with `AppError`. */
export interface Host {
  call<M extends MethodName>(method: M, ...input: undefined extends Input<M> ? [] : [Input<M>]): Promise<Output<M>>;
  /** Returns the function that stops listening. */
  on<E extends EventName>(event: E, listener: (payload: Events[E]) => void): () => void;
}

export const isMethodName = (name: unknown): name is MethodName => typeof name === 'string' && Object.hasOwn(methods, name);

export interface Request {
  readonly method: unknown;
  readonly input: unknown;
}
