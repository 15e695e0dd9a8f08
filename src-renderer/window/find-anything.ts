import type { DocumentSummary, Template } from '#core/contract/model.ts';
import { COMMAND_IDS, COMMANDS } from '#core/wording/commands.ts';
import type { CommandId } from '#core/wording/commands.ts';
import type { OutlineItem } from '../editor/outline/outline.ts';
import { beginsWith, matchCost } from '../ui/pinyin-find.ts';
import type { FindByPinyin, FoundRange } from '../ui/pinyin-find.ts';

/** What 搜索一切 finds, in the order of its heads. */
export const KINDS = { command: '命令', heading: '本稿标题', tab: '打开的文稿', document: '文稿', template: '新建', change: '改换文种' } as const;
export type Kind = keyof typeof KINDS;

interface Common {
  /** Unique in the list. */
  readonly key: string;
  readonly title: string;
  /** Where in the title the sought words stand. */
  readonly ranges: readonly FoundRange[];
  /** The smaller, the better it answers. */
  readonly cost: number;
}

export type Hit = Common & (
  | { readonly kind: 'command'; readonly id: CommandId }
  | { readonly kind: 'heading'; readonly item: OutlineItem }
  | { readonly kind: 'tab'; readonly tab: string }
  | { readonly kind: 'document'; readonly document: DocumentSummary }
  | { readonly kind: 'template' | 'change'; readonly template: Template }
);

/** Everything there is to find just now. */
export interface Findable {
  readonly commands: readonly CommandId[];
  readonly headings: readonly OutlineItem[];
  readonly tabs: readonly { readonly key: string; readonly title: string }[];
  /** The latest drafts of the library; searched here by pinyin. */
  readonly documents: readonly DocumentSummary[];
  /** Drafts the library itself found for the words, by any of their facts, in its order. */
  readonly found: readonly DocumentSummary[];
  readonly templates: readonly Template[];
  /** The template of the draft in front, which it cannot be changed to; undefined without a draft. */
  readonly follows?: string | null | undefined;
}

export interface HitGroup {
  readonly kind: Kind;
  readonly hits: readonly Hit[];
}

/** How many of a kind stand in a list of all kinds; asked for alone, a kind shows many more. */
const SHARE: Readonly<Record<Kind, number>> = { command: 6, heading: 5, tab: 3, document: 7, template: 4, change: 0 };
const ALONE = 200;
/** Found by something else than its title: behind all that is found by it. */
const BY_OTHER_WORDS = 100_000;

/**
 * What answers `wanted`, kinds with the best answer first. With nothing asked for, the latest drafts; a kind alone then shows
 * all it has.
 */
export function findAnything(all: Findable, wanted: string, kind: Kind | null, find: FindByPinyin): HitGroup[] {
  const groups = (Object.keys(KINDS) as Kind[]).map((each): HitGroup => {
    if (kind !== null && each !== kind) return { kind: each, hits: [] };
    // Asked for alone: among all kinds a template is one to begin with.
    if (kind === null && each === 'change') return { kind: each, hits: [] };
    if (wanted === '' && kind === null && each !== 'document') return { kind: each, hits: [] };
    const hits = hitsOf(each, all, wanted, find);
    if (wanted !== '') hits.sort((a, b) => a.cost - b.cost);
    return { kind: each, hits: hits.slice(0, kind === null ? SHARE[each] : ALONE) };
  });
  const best = (group: HitGroup): number => group.hits[0]?.cost ?? 0;
  return groups.filter(({ hits }) => hits.length > 0).sort((a, b) => best(a) - best(b));
}

/** The command asked for that cannot be done just now; undefined when none answers. */
export const commandBeyond = (commands: readonly CommandId[], wanted: string, find: FindByPinyin): CommandId | undefined =>
  COMMAND_IDS.filter((id) => !commands.includes(id) && find(COMMANDS[id].name, wanted) !== null)
    .sort((a, b) => matchCost(find(COMMANDS[a].name, wanted)!) - matchCost(find(COMMANDS[b].name, wanted)!))[0];

function hitsOf(kind: Kind, all: Findable, wanted: string, find: FindByPinyin): Hit[] {
  const match = (title: string, others: readonly string[] = []): Pick<Hit, 'title' | 'ranges' | 'cost'> | null => {
    const ranges = find(title, wanted);
    if (ranges) return { title, ranges, cost: matchCost(ranges) };
    return others.some((other) => beginsWith(find, other, wanted)) ? { title, ranges: [], cost: BY_OTHER_WORDS } : null;
  };
  switch (kind) {
    case 'command':
      return COMMAND_IDS.filter((id) => all.commands.includes(id)).flatMap((id) => {
        const { name, group, also = '' } = COMMANDS[id];
        const found = match(name, [...also.split(' '), group]);
        return found ? [{ ...found, kind, key: `command ${id}`, id }] : [];
      });
    case 'heading':
      return all.headings.flatMap((item, index) => {
        const found = match(item.text);
        return found ? [{ ...found, kind, key: `heading ${index}`, item }] : [];
      });
    case 'tab':
      return all.tabs.flatMap(({ key, title }) => {
        const found = match(title);
        return found ? [{ ...found, kind, key: `tab ${key}`, tab: key }] : [];
      });
    case 'document':
      return documentHits(all, wanted, match);
    case 'template':
    case 'change':
      return all.templates.filter(({ id }) => kind === 'template' || (all.follows !== undefined && id !== all.follows)).flatMap((template) => {
        const found = match(template.name, [template.wenzhong, ...(template.also?.split(' ') ?? [])]);
        return found ? [{ ...found, kind, key: `${kind} ${template.id}`, template }] : [];
      });
  }
}

function documentHits({ documents, found, tabs }: Findable, wanted: string, match: (title: string) => Pick<Hit, 'title' | 'ranges' | 'cost'> | null): Hit[] {
  const open = new Set(wanted === '' ? [] : tabs.map(({ key }) => key));
  const hits = new Map<string, Hit>();
  for (const document of [...found, ...documents]) {
    if (hits.has(document.id) || open.has(`document:${document.id}`)) continue;
    const answer = match(document.title) ?? (found.includes(document) ? { title: document.title, ranges: [], cost: BY_OTHER_WORDS } : null);
    if (answer) hits.set(document.id, { ...answer, kind: 'document', key: `document ${document.id}`, document });
  }
  return [...hits.values()];
}
