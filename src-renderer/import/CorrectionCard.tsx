import { Checkbox, Select } from 'antd';
import { placesLike } from '#core/intake/correct.ts';
import type { RecognisedElement } from '#core/intake/recognition.ts';
import { roleName } from '#core/document/roles.ts';
import { ChevronDownIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { CHOICES, MORE_CHOICES, choiceName, groupOf } from './element-groups.ts';
import type { Choice } from './element-groups.ts';

interface CorrectionCardProps {
  readonly source: string;
  readonly element: RecognisedElement;
  readonly elements: readonly RecognisedElement[];
  readonly isAlike: boolean;
  readonly isBusy: boolean;
  readonly canUndo: boolean;
  readonly onAlike: (isAlike: boolean) => void;
  readonly onChoose: (choice: Choice) => void;
  readonly onUndo: () => void;
}

/** What the paragraph in hand was taken for, and what else it may be: one key each. */
export function CorrectionCard({ source, element, elements, isAlike, isBusy, canUndo, onAlike, onChoose, onUndo }: CorrectionCardProps) {
  const { role, level, spans } = element;
  if (role === 'table') return <p className="small quiet">这一处是表格。表格的改动收下成稿以后再做。</p>;
  if (spans.length === 0) return <p className="small quiet">这一段是模板补上的，原文里没有；收下成稿以后可以直接改。</p>;
  const alike = placesLike({ elements, source }, spans).length;
  const now = (choice: Choice): boolean => choice.role === role && choice.level === level;
  return (
    <div className="correction" role="group" aria-label="改指定要素">
      <p className="small quiet ellipsis">现认作<b className={`is-${groupOf(role, level)}`}>{roleName(role, level)}</b>：{spans.map(([start, end]) => source.slice(start, end)).join('').trim()}</p>
      <div className="correction-choices">
        {CHOICES.map((choice) => (
          <button key={choiceName(choice)} type="button" className={`is-${choice.role === 'left-out' ? 'none' : groupOf(choice.role, choice.level)}`} aria-pressed={now(choice)} disabled={isBusy || now(choice)} onClick={() => onChoose(choice)}>
            <Kbd>{choice.key}</Kbd>{choiceName(choice)}
          </button>
        ))}
      </div>
      <Select
        size="small" className="correction-more" suffixIcon={<ChevronDownIcon size="tiny" />} placeholder="其他要素…" aria-label="其他要素" value={null} disabled={isBusy} showSearch={{ optionFilterProp: 'label' }}
        options={MORE_CHOICES.filter((choice) => !now(choice)).map((choice) => ({ value: MORE_CHOICES.indexOf(choice), label: choiceName(choice) }))} onChange={(index: number | null) => { if (index !== null) onChoose(MORE_CHOICES[index]!); }}
      />
      <p className="correction-foot small">
        {alike > 0 ? <Checkbox checked={isAlike} onChange={(event) => onAlike(event.target.checked)}>同样写法的另 {alike} 处一并改</Checkbox> : <span className="quiet">没有同样写法的别处</span>}
        <span className="spring" />
        {canUndo && <button type="button" className="text-link" onClick={onUndo} disabled={isBusy}>撤回<Kbd>Ctrl Z</Kbd></button>}
      </p>
    </div>
  );
}
