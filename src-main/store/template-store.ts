import type { Template } from '#core/template/template.ts';
import { readTemplate } from '#core/template/read-template.ts';
import { sha256 } from './chain-hash.ts';
import type { Query } from './query.ts';

/** Which template each document was made with, kept whole: what ships with the program may read differently tomorrow. */
export interface TemplateStore {
  /** The template a document is pinned to; null where it has none yet, or one of which this program cannot read the form. */
  inUse(document: string): Template | null;
  /** Pins a document to a template from now on. */
  pin(document: string, template: Template, at: number): void;
}

export function createTemplateStore(query: Query): TemplateStore {
  const { from } = query;
  return {
    inUse(document) {
      const row = query.first(from.selectFrom('document').innerJoin('template_in_use', 'hash', 'template_hash').where('document.id', '=', document).select('body'));
      const read = row && readTemplate(JSON.parse(row.body));
      return read?.ok ? read.template : null;
    },
    pin: (document, template, at) =>
      query.commit(() => query.run(from.updateTable('document').set({ template_hash: keepTemplate(query, template, at) }).where('id', '=', document))),
  };
}

/** Puts a template into the table unless it is there; to be called in the commit that uses the hash. */
export function keepTemplate({ from, run }: Query, template: Template, at: number): Buffer {
  const body = JSON.stringify(template);
  const hash = sha256(Buffer.from(body));
  run(from.insertInto('template_in_use').values({ hash, id: template.id, name: template.name, body, kept_at: at }).onConflict((clash) => clash.doNothing()));
  return hash;
}
