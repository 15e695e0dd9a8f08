import type { NamedFile } from '../library/workplace.tsx';

/** What a person dropped or chose: one file, or a folder's worth with the name it goes by. */
export interface Dropped {
  readonly name: string;
  readonly files: readonly NamedFile[];
}

/** Files that programs leave beside a person's own. */
const isLeftover = (name: string): boolean => /(?:^|\/)(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name);

/** Everything that was dropped, folders with all that is in them; names are paths from the folder down. */
export async function readDropped(transfer: DataTransfer): Promise<Dropped> {
  // Entries must be asked for before the event is over.
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...transfer.files];
  if (!entries.some((entry) => entry.isDirectory)) return { name: '拖入的文件', files: plain.map((file) => ({ name: file.name, file })) };
  const folders = entries.filter((entry) => entry.isDirectory);
  const files = (await Promise.all(entries.map((entry) => filesIn(entry, entries.length === 1 ? '' : undefined)))).flat();
  return { name: folders.length === 1 && entries.length === 1 ? folders[0]!.name : '拖入的文件', files: files.filter(({ name }) => !isLeftover(name)) };
}

async function filesIn(entry: FileSystemEntry, path = entry.name): Promise<NamedFile[]> {
  if (entry.isFile) return [{ name: path === '' ? entry.name : path, file: await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed)) }];
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    // A folder is told in parts of at most a hundred.
    const part = await new Promise<FileSystemEntry[]>((done, failed) => reader.readEntries(done, failed));
    if (part.length === 0) break;
    children.push(...part);
  }
  children.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  return (await Promise.all(children.map((child) => filesIn(child, path === '' ? child.name : `${path}/${child.name}`)))).flat();
}

/** A folder chosen in the browser's dialog. */
export function readChosenFolder(list: FileList): Dropped {
  const files = [...list].map((file) => ({ name: file.webkitRelativePath.split('/').slice(1).join('/') || file.name, file })).filter(({ name }) => !isLeftover(name));
  files.sort((a, b) => a.name.localeCompare(b.name, 'zh-CN', { numeric: true }));
  return { name: list[0]?.webkitRelativePath.split('/')[0] || '所选文件夹', files };
}
