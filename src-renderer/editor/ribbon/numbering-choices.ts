import type { EditorState } from '@tiptap/pm/state';
import { articleLabel, headingLabel } from '#core/document/numbering.ts';
import { partAt } from '#core/document/parts.ts';
import type { NumberingMode } from '#core/document/parts.ts';
import { NUMBERING_NAMES } from '#core/template/template.ts';
import { setNumbering } from '../commands/set-numbering.ts';

/** A 编号方式 as the menu offers it, with a small example. */
export interface NumberingChoice {
  readonly mode: NumberingMode;
  readonly name: string;
  readonly sample: string;
}

const h = (level: number, number: number): string => headingLabel(level, number);
const a = (level: number, number: number): string => articleLabel(level, number).trim();

export const NUMBERING_CHOICES: readonly NumberingChoice[] = [
  { mode: 'standard', name: NUMBERING_NAMES.standard, sample: `${h(1, 1)}${h(2, 1)}${h(2, 2)}　${h(1, 2)}${h(2, 1)}` },
  { mode: 'continuous', name: NUMBERING_NAMES.continuous, sample: `${h(1, 1)}${h(2, 1)}${h(2, 2)}　${h(1, 2)}${h(2, 3)}` },
  { mode: 'continuousItems', name: NUMBERING_NAMES.continuousItems, sample: `${h(2, 1)}${h(3, 1)}${h(3, 2)}　${h(2, 2)}${h(3, 3)}` },
  { mode: 'continuousAll', name: NUMBERING_NAMES.continuousAll, sample: `${h(2, 2)}${h(3, 3)}　${h(1, 2)}${h(2, 3)}${h(3, 4)}` },
  { mode: 'twoLevel', name: NUMBERING_NAMES.twoLevel, sample: `${h(1, 1)}${h(3, 1)}${h(3, 2)}　${h(1, 2)}${h(3, 1)}` },
  { mode: 'twoLevelContinuous', name: NUMBERING_NAMES.twoLevelContinuous, sample: `${h(1, 1)}${h(3, 1)}${h(3, 2)}　${h(1, 2)}${h(3, 3)}` },
  { mode: 'articles', name: '章节条', sample: `${a(1, 1)} ${a(3, 1)}　${a(1, 2)} ${a(3, 2)}` },
];

/** What the menu says of the place the caret is in. */
export interface NumberingHere {
  readonly mode: NumberingMode;
  /** 全文, or what the part is called: 附件, 被印发文件. */
  readonly part: string;
  /** Modes whose levels have no room for those in use. */
  readonly full: readonly NumberingMode[];
}

export function numberingHere(state: EditorState): NumberingHere {
  const { mode, head } = partAt(state.doc, state.selection.from);
  const part = head === null ? '全文' : state.doc.nodeAt(head)!.attrs.role === 'annex' ? '这个附件' : '这份被印发文件';
  return { mode, part, full: NUMBERING_CHOICES.map((choice) => choice.mode).filter((each) => !setNumbering(each)(state)) };
}
