import type { Node } from 'prosemirror-model';
import { Step } from 'prosemirror-transform';
import { AppError } from '#core/contract/failure.ts';
import { changedBlocks } from '#core/document/changed-blocks.ts';
import type { ChangedBlocks } from '#core/document/changed-blocks.ts';
import { isRole } from '#core/document/roles.ts';
import { schema } from '#core/document/schema.ts';

export interface Applied {
  readonly doc: Node;
  /** The steps as they are kept: JSON without anything that was not applied. */
  readonly tr: string;
  /** The top-level blocks that differ, as they were and as they are. */
  readonly changed: ChangedBlocks;
}

/** Applies steps as they came over the wire. Throws `invalid-input` when one does not apply or leaves an invalid document. */
export function applySteps(doc: Node, steps: readonly unknown[]): Applied {
  const kept: unknown[] = [];
  let current = doc;
  for (const [index, json] of steps.entries()) {
    const path = `steps[${index}]`;
    try {
      const step = Step.fromJSON(schema, json);
      const result = step.apply(current);
      if (!result.doc) throw new RangeError(result.failed ?? 'failed');
      current = result.doc;
      kept.push(step.toJSON());
    } catch (error) {
      throw new AppError('invalid-input', { path, problem: message(error) }, { cause: error });
    }
  }
  const changed = changedBlocks(doc, current);
  try {
    checkHead(current.attrs);
    changed.now.forEach(checkBlock);
  } catch (error) {
    throw new AppError('invalid-input', { path: 'steps', problem: message(error) }, { cause: error });
  }
  return { doc: current, tr: JSON.stringify(kept), changed };
}

/** Steps as `Applied.tr` would keep them; undefined when they are no steps. */
export function keptForm(steps: readonly unknown[]): string | undefined {
  try {
    return JSON.stringify(steps.map((json) => Step.fromJSON(schema, json).toJSON() as unknown));
  } catch {
    return undefined;
  }
}

function checkHead({ template, fields }: Node['attrs']): void {
  if (template !== null && typeof template !== 'string') throw new RangeError('template is no id');
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) throw new RangeError('fields are no object');
}

/** What the schema demands, and what it cannot say: that a role is one of ours. The other blocks passed when they were written. */
function checkBlock(block: Node): void {
  block.check();
  block.descendants((node) => checkRole(node));
  checkRole(block);
}

function checkRole(node: Node): void {
  if (node.type === schema.nodes.para && !isRole(node.attrs.role)) throw new RangeError(`no such role: ${String(node.attrs.role)}`);
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 200);
