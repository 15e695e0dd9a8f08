import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { KeptPhrase, Phrase } from '#core/contract/model.ts';
import { phrasesFrom } from '#core/office/read-columns.ts';
import { useOffice } from '../../office/use-office.ts';
import { findWords, wordsOf } from '../../office/words.ts';
import type { WordHit } from '../../office/words.ts';
import { Hint } from '../../ui/Hint.tsx';
import { ChevronDownIcon, PencilIcon, PlusIcon, SearchIcon, TrashIcon } from '../../ui/icons.tsx';
import { MatchedRanges } from '../../ui/Matched.tsx';
import { usePinyinFind } from '../../ui/pinyin-find.ts';
import { sayTime } from '../say-time.ts';
import { useWorkplace } from '../workplace.tsx';
import { PhraseForm } from './PhraseForm.tsx';
import { TableButtons } from './TableButtons.tsx';
import { useOfficeChanges } from './use-office-changes.ts';

const BLANK: Phrase = { title: '', text: '', keywords: '', group: '', source: '' };
const MOST_ROWS = 200;
/** Stands for what is being written at the top. */
const NEW = '';

/** 口径库: words agreed on once, found by characters, pinyin or initials, with where they come from. */
export function PhraseSection() {
  const { host } = useWorkplace();
  const { phrases, isLoaded } = useOffice(host);
  const changes = useOfficeChanges();
  const find = usePinyinFind();
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState<string | undefined>();
  const [editing, setEditing] = useState<string | null>(null);
  const [isPasting, setPasting] = useState(false);
  const groups = useMemo(() => [...new Set(phrases.map((phrase) => phrase.group).filter((name) => name !== ''))].sort((a, b) => a.localeCompare(b, 'zh')), [phrases]);
  const hits = useMemo(() => {
    const wanted = group === undefined ? phrases : phrases.filter((phrase) => phrase.group === group);
    return findWords(wordsOf({ entries: [], phrases: wanted, isLoaded: true }), query, find, MOST_ROWS);
  }, [phrases, group, query, find]);
  const byId = useMemo(() => new Map(phrases.map((phrase) => [phrase.id, phrase])), [phrases]);
  return (
    <section className="block office-block" aria-labelledby="office-phrases">
      <div className="block-head">
        <h2 id="office-phrases">口径库</h2>
        {phrases.length > 0 && <span className="count">{phrases.length}</span>}
        <span className="quiet small ellipsis">起草时按 Ctrl ; 或打“、、”取用</span>
        <span className="spring" />
        {groups.length > 0 && <Select size="small" className="office-group" suffixIcon={<ChevronDownIcon size="tiny" />} allowClear placeholder="全部分组" aria-label="分组" value={group} options={groups.map((value) => ({ value, label: value }))} onChange={setGroup} />}
        {phrases.length > 0 && <Input size="small" className="office-search" prefix={<SearchIcon />} allowClear placeholder="字、拼音、首字母" aria-label="搜口径" value={query} onChange={(event) => setQuery(event.target.value)} />}
        <TableButtons as="phrase" name="口径" hasRows={phrases.length > 0} />
        <Button size="small" onClick={() => setPasting(!isPasting)}>粘贴多条</Button>
        <Button size="small" icon={<PlusIcon />} onClick={() => setEditing(NEW)}>加一条</Button>
      </div>
      {isPasting && <PasteMany onClose={() => setPasting(false)} onAdd={changes.addPhrases} />}
      {editing === NEW && <PhraseForm phrase={BLANK} groups={groups} onSave={(phrase) => changes.addPhrases([phrase])} onCancel={() => setEditing(null)} />}
      <ul className="phrase-list" aria-label="口径">
        {hits.map((hit) => {
          const phrase = byId.get(hit.word.key);
          if (!phrase) return null;
          return (
            <li key={phrase.id}>
              {editing === phrase.id
                ? <PhraseForm phrase={phrase} groups={groups} onSave={(changed) => changes.changePhrase(phrase.id, changed)} onCancel={() => setEditing(null)} />
                : <PhraseLine hit={hit} phrase={phrase} onEdit={() => setEditing(phrase.id)} onRemove={() => void changes.removePhrase(phrase.id)} />}
            </li>
          );
        })}
      </ul>
      {isLoaded && phrases.length === 0 && editing === null && !isPasting && (
        <p className="entry-empty">定过的提法存在这里，连同出处，下次原样取用。在文稿里选中一段话，按 Ctrl Shift ; 就收进来；手头有现成的表，点“粘贴多条”。</p>
      )}
      {phrases.length > 0 && hits.length === 0 && <p className="entry-empty">没有找到。字、全拼、首字母都可以，标题、内容、关键词、分组都会找。</p>}
    </section>
  );
}

function PhraseLine({ hit, phrase, onEdit, onRemove }: { readonly hit: WordHit; readonly phrase: KeptPhrase; readonly onEdit: () => void; readonly onRemove: () => void }) {
  const name = phrase.title === '' ? [...phrase.text].slice(0, 12).join('') : phrase.title;
  return (
    <div className="phrase-line">
      <button type="button" className="phrase-words plain-button" aria-label={`改“${name}”`} onClick={onEdit}>
        {hit.word.more === '' ? <span className="phrase-text"><MatchedRanges text={hit.word.name} ranges={hit.name} /></span> : <><b><MatchedRanges text={hit.word.name} ranges={hit.name} /></b><span className="phrase-text"><MatchedRanges text={hit.word.more} ranges={hit.more} /></span></>}
        <span className="small quiet">{[phrase.source === '' ? '未注明出处' : phrase.source, phrase.group, phrase.usedAt === null ? '' : `${sayTime(phrase.usedAt, new Date())}用过`].filter((part) => part !== '').join('　·　')}</span>
      </button>
      <Hint name="改"><Button size="small" type="text" className="entry-quiet" tabIndex={-1} aria-hidden="true" icon={<PencilIcon />} onClick={onEdit} /></Hint>
      <Hint name="删去"><Button size="small" type="text" className="entry-quiet" aria-label={`删去“${name}”`} icon={<TrashIcon />} onClick={onRemove} /></Hint>
    </div>
  );
}

/** A table from Excel or lines of text → phrases, counted before they are added. */
function PasteMany({ onAdd, onClose }: { readonly onAdd: (phrases: readonly Phrase[]) => Promise<boolean>; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const read = useMemo(() => phrasesFrom(text), [text]);
  return (
    <div className="phrase-form" role="group" aria-label="粘贴多条口径" onKeyDown={(event) => event.key === 'Escape' && !event.nativeEvent.isComposing && onClose()}>
      <label className="phrase-wide"><span>粘贴</span><Input.TextArea autoFocus aria-label="粘贴口径" autoSize={{ minRows: 4, maxRows: 12 }} value={text} placeholder="从 Excel 复制几列：标题、内容、出处、分组（有没有表头都行）；或一行一条" onChange={(event) => setText(event.target.value)} /></label>
      <p className="phrase-wide phrase-read small quiet" role="status">{read.length === 0 ? '每一行成为一条口径' : `读出 ${read.length} 条。第一条：${read[0]!.text.slice(0, 40)}${read[0]!.source === '' ? '' : `（出处：${read[0]!.source}）`}`}</p>
      <div className="phrase-form-foot"><Button size="small" onClick={onClose}>取消</Button><Button size="small" type="primary" disabled={read.length === 0} onClick={() => void onAdd(read).then((isDone) => isDone && onClose())}>加入 {read.length} 条</Button></div>
    </div>
  );
}
