import { Mark, Node } from '@tiptap/core';
import type { MarkConfig, NodeConfig } from '@tiptap/core';
import { markSpecs, nodeSpecs } from '#core/document/schema.ts';
import type { MarkName, NodeName } from '#core/document/schema.ts';

type Attributes = Readonly<Record<string, { readonly default?: unknown }>>;

/** What only ProseMirror's own packages read and TipTap has no field for. */
const PLAIN_FIELDS = ['tableRole', 'leafText'] as const;

/**
 * A TipTap node with content, group and attributes of the core schema; `looks` adds how it is read from and written to the
 * page and how it behaves. Attributes are never guessed from DOM attributes of the same name: `role` means something else there.
 */
export function nodeFromCore(name: NodeName, looks: Partial<NodeConfig>): Node {
  const { attrs, ...spec } = nodeSpecs[name] as Record<string, unknown> & { attrs?: Attributes };
  const plain = Object.fromEntries(PLAIN_FIELDS.filter((field) => spec[field] !== undefined).map((field) => [field, spec[field]]));
  return Node.create({
    ...spec,
    name,
    addAttributes: () => unrendered(attrs),
    extendNodeSchema: (extension) => (extension.name === name ? plain : {}),
    ...looks,
  });
}

/** The same for a mark. */
export function markFromCore(name: MarkName, looks: Partial<MarkConfig>): Mark {
  const { attrs, ...spec } = markSpecs[name] as Record<string, unknown> & { attrs?: Attributes };
  return Mark.create({ ...spec, name, addAttributes: () => unrendered(attrs), ...looks });
}

function unrendered(attrs: Attributes = {}): Record<string, object> {
  return Object.fromEntries(Object.entries(attrs).map(([name, spec]) => [
    name, { ...spec, isRequired: !Object.hasOwn(spec, 'default'), rendered: false, parseHTML: () => null },
  ]));
}
