import type { Template } from '#core/contract/model.ts';

/** The built-in template a new one is best written on: the draft's own, else one of its 文种, else one whose 文种 ends its title. */
export function baseFor(builtIn: readonly Template[], own: Template | null, title: string): Template {
  const same = own && (builtIn.find((each) => each.id === own.id) ?? builtIn.find((each) => each.wenzhong === own.wenzhong && each.kind === own.kind && each.format === own.format) ?? builtIn.find((each) => each.wenzhong === own.wenzhong));
  return same ?? builtIn.find((each) => title.endsWith(each.wenzhong)) ?? builtIn.find((each) => each.id === 'notice') ?? builtIn[0]!;
}
