/** One step of the document format: the `doc` JSON of version `from` → that of `from + 1`. Must keep what it does not know. */
export interface Upgrade {
  readonly from: number;
  up(doc: unknown): unknown;
}

const UPGRADES: readonly Upgrade[] = [];

/** Walks a document's JSON from its version to the wanted one. Throws RangeError when a step is missing. */
export function upgradeDocument(doc: unknown, from: number, to: number, upgrades: readonly Upgrade[] = UPGRADES): unknown {
  let current = doc;
  for (let version = from; version < to; version++) {
    const step = upgrades.find((candidate) => candidate.from === version);
    if (!step) throw new RangeError(`no upgrade from document format ${version}`);
    current = step.up(current);
  }
  return current;
}
