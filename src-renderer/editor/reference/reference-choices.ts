import type { EditorState } from '@tiptap/pm/state';
import { leadLength, textOf } from '#core/document/elements.ts';
import { REFERENCE_FORMS, spotAt, targetsOf, wordsFor } from '#core/document/references.ts';
import type { ReferenceForm, Spot, Target } from '#core/document/references.ts';
import type { Role } from '#core/document/roles.ts';
import { numberingOf } from '../behaviour/labels.ts';

/** One thing to point to, and the ways it can be written where the caret stands. */
export interface ReferenceChoice {
  readonly pos: number;
  readonly group: '附件' | '层次标题' | '条款';
  /** How deep it lies in its group, from 0. */
  readonly depth: number;
  readonly name: string;
  /** Different words each, the fullest first. */
  readonly forms: readonly { readonly form: ReferenceForm; readonly words: string }[];
}

/** Everything a reference at the selection can point to: annexes first, then headings and 条款 in order. */
export function referenceChoices(state: EditorState): ReferenceChoice[] {
  const { paragraphs } = numberingOf(state);
  const from = spotAt(state.doc, paragraphs, state.selection.from);
  const choices = targetsOf(state.doc, paragraphs).filter(isOffered(state)).map((target): ReferenceChoice => ({
    pos: target.pos, group: groupOf(target), depth: depthOf(target), name: nameOf(target), forms: formsOf(target, from),
  }));
  const least = Math.min(...choices.filter(({ group }) => group === '条款').map(({ depth }) => depth));
  return [...choices.filter(({ group }) => group === '附件'), ...choices.filter(({ group }) => group !== '附件').map((choice) => (choice.group === '条款' ? { ...choice, depth: choice.depth - least } : choice))];
}

/** A line of the 附件说明 is offered only where its annex is not in this file. */
const isOffered = (state: EditorState) => ({ node }: Target): boolean =>
  node.attrs.role !== 'attachmentNote' || !state.doc.children.some((block) => block.attrs.role === 'annex' && (node.attrs.annex === null ? textOf(block) === textOf(node) : block.attrs.anchor === node.attrs.annex));

function groupOf({ node }: Target): ReferenceChoice['group'] {
  const role = node.attrs.role as Role;
  return role === 'annex' || role === 'attachmentNote' ? '附件' : role === 'heading' ? '层次标题' : '条款';
}

function depthOf({ node, pieces }: Target): number {
  const role = node.attrs.role as Role;
  return role === 'heading' || role === 'article' ? (node.attrs.level as number) - 1 : role === 'body' ? pieces.length - 1 : 0;
}

function nameOf({ node }: Target): string {
  const text = node.attrs.runIn ? node.textBetween(0, Math.min(leadLength(node), node.content.size), '', '').replace(/。$/, '') : textOf(node);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

function formsOf(target: Target, from: Spot): ReferenceChoice['forms'] {
  const forms: { form: ReferenceForm; words: string }[] = [];
  const isArticle = target.node.attrs.role === 'article' && target.node.attrs.level === 3;
  for (const form of REFERENCE_FORMS) {
    if ((form === 'clause' || form === 'relativeClause') && !isArticle) continue;
    const words = wordsFor(target, form, from);
    if (!forms.some((each) => each.words === words)) forms.push({ form, words });
  }
  return forms;
}
