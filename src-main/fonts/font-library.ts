import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '#core/contract/failure.ts';
import type { FontList, OwnFace } from '#core/contract/model.ts';
import { NO_OWN_FONTS } from '#core/layout/metrics.ts';
import type { OwnFontFile, OwnFontId, OwnFonts } from '#core/layout/metrics.ts';
import type { Face as Role } from '#core/template/styles.ts';
import type { Face } from './face.ts';
import type { ExaminedFace } from './examine-font.ts';
import { listFontFiles } from './font-files.ts';
import type { FontFile } from './font-files.ts';
import { LIKELY_FILE, RARE_NAMES, ROLE_NAMES } from './role-names.ts';

/** The person's own fonts: which are on this machine, which stand in the place of bundled ones. What reads font files is loaded only when one is read. */
export interface FontLibrary {
  list(): Promise<FontList>;
  /** Those in use, measured; the same object until something changes. */
  inUse(): Promise<OwnFonts>;
  /** The file of a face in use. Throws AppError `not-found` for any other: nothing else can be read by an id. */
  read(id: string): Promise<Uint8Array>;
  face(id: OwnFontId): Promise<Face>;
  /** What a role is set in: a PostScript name, 'bundled', or '' for whichever is found. */
  choose(role: Role, wish: string): Promise<void>;
  /** Reads every font file of the machine, not only the likely ones. */
  search(): Promise<void>;
  /** Copies a font file into the data folder. Throws AppError `not-a-font`, `font-not-embeddable`, `read-only-folder`. */
  add(name: string, bytes: Uint8Array): Promise<void>;
  /** Takes a file out of the data folder, and the choices that named it. Throws AppError `not-found` where it was not added, `read-only-folder`. */
  remove(file: string): Promise<void>;
  /** Gives back what was taken out since the start. Throws AppError `not-found`. */
  restore(file: string): Promise<void>;
  /** A face that could not be used after all: not again until the next start. */
  refuse(id: string): Promise<void>;
}

interface FontLibraryOptions {
  /** Of the system; the person's own lie in `folder`. */
  readonly systemFolders: readonly string[];
  readonly folder: string;
  /** Called when other faces are in use than before. */
  readonly changed: () => void;
  readonly warn: (message: string, details: object) => void;
}

/** A file and what was found in it; null where it is damaged. */
interface KnownFile extends FontFile {
  readonly faces: readonly ExaminedFace[] | null;
}

interface Kept {
  readonly wishes: Readonly<Partial<Record<Role, string>>>;
  readonly files: readonly KnownFile[];
}

interface Candidate extends OwnFace, Pick<ExaminedFace, 'index' | 'names'> {
  readonly path: string;
}

const ROLES = Object.keys(ROLE_NAMES) as Role[];
/** A font that was taken out lies beside until the next start, and is no font by its name. */
const REMOVED = '.removed';
/** Faces for rare characters beyond these would only cost time. */
const MOST_RARE = 6;

export function createFontLibrary({ systemFolders, folder, changed, warn }: FontLibraryOptions): FontLibrary {
  const stateFile = join(folder, 'library.json');
  const refused = new Set<string>();
  /** The choices that named a font which was taken out, by its file. */
  const wished = new Map<string, Kept['wishes']>();
  const faces = new Map<OwnFontId, Promise<Face>>();
  let kept: Kept | undefined;
  let used: Promise<OwnFonts> | undefined;
  /** One thing after the other: a search and a choice both write what is kept. */
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  };

  async function look(isThorough: boolean): Promise<Kept> {
    if (!kept) await clearRemoved(folder);
    const before = kept ?? (await readKept(stateFile));
    const known = new Map(before.files.map((file) => [file.path, file]));
    const files: KnownFile[] = [];
    for (const each of [folder, ...systemFolders]) {
      for (const file of await listFontFiles(each)) {
        const old = known.get(file.path);
        if (old?.size === file.size && old.changed === file.changed) files.push(old);
        else if (isThorough || each === folder || LIKELY_FILE.test(basename(file.path))) files.push({ ...file, faces: await examine(file.path) });
      }
    }
    const found = { ...before, files };
    if (JSON.stringify(found) !== JSON.stringify(before)) await keep(found);
    kept = found;
    return found;
  }

  async function move(from: string, to: string): Promise<void> {
    try {
      await rename(from, to);
    } catch (cause) {
      throw new AppError((cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'not-found' : 'read-only-folder', { folder }, { cause });
    }
  }

  async function examine(path: string): Promise<ExaminedFace[] | null> {
    try {
      const { examineFont } = await import('./examine-font.ts');
      return examineFont(await readFile(path));
    } catch (error) {
      warn('a font cannot be read', { path, error: String(error) });
      return null;
    }
  }

  /** Written beside and moved into place. A folder that cannot be written to costs another search at the next start, nothing more. */
  async function keep(next: Kept): Promise<void> {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(`${stateFile}.new`, `${JSON.stringify(next, null, 1)}\n`);
      await rename(`${stateFile}.new`, stateFile);
    } catch (error) {
      warn('what is known of fonts cannot be kept', { error: String(error) });
    }
  }

  const current = async (): Promise<Kept> => kept ?? inTurn(async () => kept ?? look(false));

  const candidatesOf = ({ files }: Kept): Candidate[] => files.flatMap((file) => {
    const isAdded = dirname(file.path) === folder;
    // Of an added collection the window can load the first face only.
    return (file.faces ?? []).filter(({ index }) => index === 0 || !isAdded).map((each) => {
      const id = idOf(file, each.index);
      return { id, index: each.index, name: each.name, names: each.names, postscriptName: each.postscriptName, path: file.path, file: basename(file.path), isAdded, isInner: each.index > 0, problem: refused.has(id) ? 'damaged' : each.problem };
    });
  });

  const isNamed = (names: readonly string[]) => (each: Candidate): boolean => each.problem === null && each.names.some((name) => names.includes(name));

  function resolve(role: Role, wishes: Kept['wishes'], candidates: readonly Candidate[]): Candidate | undefined {
    const wish = wishes[role] ?? '';
    if (wish === 'bundled') return undefined;
    const chosen = candidates.find((each) => each.problem === null && each.postscriptName === wish);
    if (chosen) return chosen;
    for (const name of ROLE_NAMES[role]) {
      const found = candidates.find(isNamed([name]));
      if (found) return found;
    }
    return undefined;
  }

  async function measure(): Promise<OwnFonts> {
    const state = await current();
    const candidates = candidatesOf(state);
    const byRole = ROLES.flatMap((role) => {
      const face = resolve(role, state.wishes, candidates);
      return face ? [[role, face] as const] : [];
    });
    const rare = RARE_NAMES.flatMap((name) => candidates.filter(isNamed([name])));
    const added = candidates.filter(({ isAdded, problem }) => isAdded && problem === null);
    const wanted = new Map([...byRole.map(([, face]) => face), ...added, ...rare.slice(0, MOST_RARE)].map((each) => [each.id, each]));
    const files: Record<OwnFontId, OwnFontFile> = {};
    for (const each of wanted.values()) {
      const file = await metricsOf(each);
      if (file) files[each.id] = file;
      else refused.add(each.id);
    }
    const ids = Object.keys(files) as OwnFontId[];
    if (ids.length === 0) return NO_OWN_FONTS;
    return { files, roles: Object.fromEntries(byRole.filter(([, { id }]) => ids.includes(id)).map(([role, { id }]) => [role, id])), more: ids };
  }

  /** Measured once and kept; null where the face cannot be read after all. */
  async function metricsOf(each: Candidate): Promise<OwnFontFile | null> {
    const file = join(folder, `${each.id}.json`);
    try {
      return JSON.parse(await readFile(file, 'utf8')) as OwnFontFile;
    } catch { /* not measured yet */ }
    try {
      const [{ measureOwnFace }, { tryOut }, face] = await Promise.all([import('./measure-face.ts'), import('./examine-font.ts'), open(each)]);
      tryOut(face);
      const metrics = measureOwnFace(face);
      await mkdir(folder, { recursive: true }).then(() => writeFile(file, JSON.stringify(metrics))).catch(() => undefined);
      return metrics;
    } catch (error) {
      warn('a font cannot be measured', { path: each.path, error: String(error) });
      return null;
    }
  }

  const open = async ({ path, index }: Candidate): Promise<Face> => {
    const { openFaces } = await import('./open-faces.ts');
    return openFaces(await readFile(path))[index]!;
  };

  async function findInUse(id: string): Promise<Candidate> {
    const { files } = await library.inUse();
    const found = Object.hasOwn(files, id) ? candidatesOf(await current()).find((each) => each.id === id) : undefined;
    if (!found) throw new AppError('not-found');
    return found;
  }

  /** After a change: measured anew, and told where other faces are in use now. */
  async function refresh(): Promise<void> {
    const before = await used;
    used = measure();
    const { roles, more } = await used;
    if (JSON.stringify([before?.roles, before?.more]) !== JSON.stringify([roles, more])) changed();
  }

  const library: FontLibrary = {
    async list() {
      await library.inUse();
      const state = await current();
      const candidates = candidatesOf(state);
      return {
        faces: candidates.map(({ id, name, postscriptName, file, isAdded, isInner, problem }) => ({ id, name, postscriptName, file, isAdded, isInner, problem })),
        roles: ROLES.map((face) => ({ face, wish: state.wishes[face] ?? '', used: resolve(face, state.wishes, candidates)?.id ?? null })),
        added: state.files.filter(({ path }) => dirname(path) === folder).map(({ path, faces: inside }) => ({ file: basename(path), names: (inside ?? []).filter(({ index }) => index === 0).map(({ name }) => name) })),
        damaged: state.files.filter(({ faces: inside }) => inside === null).map(({ path }) => basename(path)),
      };
    },
    inUse: () => (used ??= measure()),
    read: async (id) => new Uint8Array(await readFile((await findInUse(id)).path)),
    async face(id) {
      const face = faces.get(id) ?? findInUse(id).then(open, (cause: unknown) => Promise.reject(new Error('the font is no longer in use', { cause })));
      faces.set(id, face);
      face.catch(() => faces.delete(id));
      return face;
    },
    async choose(role, wish) {
      const state = await current();
      await inTurn(async () => keep((kept = { ...(kept ?? state), wishes: { ...(kept ?? state).wishes, [role]: wish } })));
      await refresh();
    },
    async search() {
      refused.clear();
      await inTurn(() => look(true));
      await refresh();
    },
    async add(name, bytes) {
      const inside = await examineOrRefuse(name, bytes);
      if (inside.every(({ problem }) => problem !== null)) throw new AppError('font-not-embeddable', { name });
      await current();
      await inTurn(async () => {
        try {
          await mkdir(folder, { recursive: true });
          await writeFile(join(folder, fileNameFor(name, bytes)), bytes);
        } catch (cause) {
          throw new AppError((cause as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'read-only-folder', { folder }, { cause });
        }
        await look(false);
      });
      await refresh();
    },
    async remove(file) {
      await current();
      await inTurn(async () => {
        const before = kept!;
        const own = before.files.find(({ path }) => path === join(folder, file));
        if (!own) throw new AppError('not-found');
        await move(own.path, `${own.path}${REMOVED}`);
        const left = await look(false);
        const gone = new Set(own.faces?.map(({ postscriptName }) => postscriptName));
        for (const { postscriptName } of candidatesOf(left)) gone.delete(postscriptName);
        const wishes = Object.entries(before.wishes).filter(([, wish]) => gone.has(wish));
        wished.set(file, Object.fromEntries(wishes));
        if (wishes.length > 0) await keep((kept = { ...left, wishes: { ...left.wishes, ...Object.fromEntries(wishes.map(([role]) => [role, ''])) } }));
      });
      await refresh();
    },
    async restore(file) {
      await inTurn(async () => {
        const wishes = wished.get(file);
        if (!wishes) throw new AppError('not-found');
        await move(`${join(folder, file)}${REMOVED}`, join(folder, file));
        wished.delete(file);
        const found = await look(false);
        await keep((kept = { ...found, wishes: { ...found.wishes, ...wishes } }));
      });
      await refresh();
    },
    async refuse(id) {
      await findInUse(id);
      refused.add(id);
      await refresh();
    },
  };
  return library;
}

const idOf = ({ path, size, changed }: FontFile, index: number): OwnFontId => `own-${createHash('sha256').update(JSON.stringify([path, size, changed, index])).digest('hex').slice(0, 16)}`;

async function examineOrRefuse(name: string, bytes: Uint8Array): Promise<ExaminedFace[]> {
  const [{ examineFont, tryOut }, { openFaces }] = await Promise.all([import('./examine-font.ts'), import('./open-faces.ts')]);
  let inside: ExaminedFace[];
  try {
    inside = examineFont(bytes);
    tryOut(openFaces(bytes)[0]!);
  } catch (cause) {
    throw new AppError('not-a-font', { name }, { cause });
  }
  if (inside.length === 0) throw new AppError('not-a-chinese-font', { name });
  return inside;
}

/** Nobody can ask any more for what was taken out before this start. */
async function clearRemoved(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) if (name.endsWith(REMOVED)) await rm(join(folder, name), { force: true }).catch(() => undefined);
}

/** Its own name without what file systems refuse; the same font added twice is one file. */
function fileNameFor(name: string, bytes: Uint8Array): string {
  const ending = { '00010000': 'ttf', '74727565': 'ttf', '4f54544f': 'otf', '74746366': 'ttc' }[Buffer.from(bytes.subarray(0, 4)).toString('hex')] ?? 'ttf';
  const stem = basename(name).replace(/\.[a-z0-9]{1,5}$/i, '').replace(/[\u0000-\u001f\u007f\\/:*?"<>|\s]+/g, '').slice(0, 60);
  return `${stem || '字体'}-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}.${ending}`;
}

/** What was kept; nothing where it cannot be read: the search finds everything again but the choices. */
async function readKept(file: string): Promise<Kept> {
  try {
    const { wishes, files } = JSON.parse(await readFile(file, 'utf8')) as Kept;
    if (typeof wishes === 'object' && Array.isArray(files)) return { wishes, files };
  } catch { /* the first start, or a file that was cut off */ }
  return { wishes: {}, files: [] };
}
