/** A template file as it was written: JSON of which nothing is known but that it is an object. */
export type WrittenTemplate = Readonly<Record<string, unknown>>;

export type Inherited =
  | { readonly ok: true; readonly whole: WrittenTemplate }
  /** `where` is a path into the file that does not fit its base, or into the base itself. */
  | { readonly ok: false; readonly where: string };

/**
 * A written template with all it takes over from the one its `extends` names, and so on up: the whole template, without
 * `extends`. What it says itself wins, member by member; fields are matched by `id`, elements by `slot`, styles by key.
 * In fields and elements `remove: true` leaves the base's entry out, `after: "<id or slot>"` (null: first of all) places
 * it; a new entry without `after` follows the entry before it in this file, the first of a file goes to the end. A member
 * that is null is taken away. A base that is missing or extends itself in a circle: not ok, at 'extends'.
 */
export function inherit(written: WrittenTemplate, findBase: (id: string) => unknown, seen: readonly string[] = []): Inherited {
  const { extends: baseId, ...own } = written;
  if (baseId === undefined) return { ok: true, whole: own };
  const chain = [...seen, String(written.id)];
  if (typeof baseId !== 'string' || chain.includes(baseId)) return { ok: false, where: 'extends' };
  const base = findBase(baseId);
  if (!isObject(base)) return { ok: false, where: 'extends' };
  const above = inherit(base, findBase, chain);
  if (!above.ok) return { ok: false, where: 'extends' };
  // What a base is to others (an office cannot choose it), and by which words people find it, is not handed down.
  const { abstract: _, also: __, ...handed } = above.whole;
  const fields = mergeEntries(handed.fields, own.fields, 'id');
  if (typeof fields === 'string') return { ok: false, where: `fields.${fields}` };
  const elements = mergeEntries(handed.elements, own.elements, 'slot');
  if (typeof elements === 'string') return { ok: false, where: `elements.${elements}` };
  return { ok: true, whole: { ...mergeMembers(handed, own), fields, elements, ...mergeStyles(handed.styles, own.styles) } };
}

/** The base's entries changed by one's own; or the name of the entry that does not fit. */
function mergeEntries(base: unknown, own: unknown, key: 'id' | 'slot'): unknown[] | string {
  const merged = Array.isArray(base) ? base.filter(isObject) : [];
  if (own === undefined) return merged;
  if (!Array.isArray(own)) return '';
  const placeOf = (name: unknown): number => merged.findIndex((entry) => entry[key] === name);
  let previous: unknown;
  for (const [index, entry] of own.entries()) {
    const name: unknown = isObject(entry) ? entry[key] : undefined;
    if (!isObject(entry) || typeof name !== 'string') return String(index);
    const { remove, after, ...members } = entry;
    const at = placeOf(name);
    if (remove === true) {
      if (at < 0) return name;
      merged.splice(at, 1);
      continue;
    }
    const whole = at < 0 ? mergeMembers({}, members) : mergeMembers(merged[at]!, members);
    const follows = after === undefined ? (at < 0 ? previous : undefined) : after;
    if (at >= 0 && after === undefined) merged[at] = whole;
    else {
      if (at >= 0) merged.splice(at, 1);
      if (follows !== undefined && follows !== null && placeOf(follows) < 0) return `${name}.after`;
      merged.splice(follows === undefined ? merged.length : placeOf(follows) + 1, 0, whole);
    }
    previous = name;
  }
  return merged;
}

function mergeMembers(base: WrittenTemplate, own: WrittenTemplate): WrittenTemplate {
  return Object.fromEntries(Object.entries({ ...base, ...own }).filter(([, value]) => value !== null));
}

function mergeStyles(base: unknown, own: unknown): { styles?: unknown } {
  if (!isObject(own)) return own === undefined && base !== undefined ? { styles: base } : own === undefined ? {} : { styles: own };
  const under = isObject(base) ? base : {};
  const styles = Object.entries(own).map(([key, style]) => [key, isObject(style) && isObject(under[key]) ? mergeMembers(under[key], style) : style] as const);
  return { styles: mergeMembers({ ...under, ...Object.fromEntries(styles) }, {}) };
}

const isObject = (value: unknown): value is WrittenTemplate => typeof value === 'object' && value !== null && !Array.isArray(value);
