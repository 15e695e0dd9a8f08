import type { Role } from '../../document/roles.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { judge } from '../judgement.ts';
import { pieceOf, rewrite } from '../survey.ts';
import type { Survey } from '../survey.ts';

/** Words the program writes before an element, typed once more: they would stand on the paper twice. */
const LEADS: Partial<Record<Role, RegExp>> = {
  signatory: /^签发人\s*[：:]\s*/,
  attachmentNote: /^附件\s*\d{0,2}\s*[：:]\s*(?:\d{1,2}(?:[.．](?!\d)|、)\s*)?/,
  annex: /^附件\s*[\d一二三四五六七八九十]{0,2}(?:\s*[：:]\s*|[\s\u{3000}]+|$)/u,
  sentTo: /^主送\s*[：:]\s*/,
  copyTo: /^[抄分]送\s*[：:]\s*/,
};

/** 附件：, 抄送：, 签发人： typed into elements that carry them by themselves. */
export function* typedLeads({ lines, numbering }: Survey): Iterable<Diagnostic> {
  for (const line of lines) {
    const match = LEADS[line.role]?.exec(line.text);
    if (!match || match[0] === '') continue;
    const label = numbering.paragraphs.get(line.pos)?.text ?? '';
    yield judge('label-twice', pieceOf(line, 0, match[0].length), { text: match[0].trim(), label: label === '' ? match[0].trim() : label }, { fix: rewrite(line, 0, match[0].length, '') });
  }
}
