import type { DocumentSummary } from '#core/contract/model.ts';
import { COMMANDS } from '#core/wording/commands.ts';
import { sayNumber } from '../library/say-number.ts';
import { sayTime } from '../library/say-time.ts';
import { useWorkplace } from '../library/workplace.tsx';
import { ChevronRightIcon, DocumentIcon, HeadingIcon, PlusIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { Matched, MatchedRanges } from '../ui/Matched.tsx';
import type { Hit } from './find-anything.ts';

/** One line of what was found, with the facts that tell it from its neighbours. */
export function SearchHit({ hit, wanted }: { readonly hit: Hit; readonly wanted: string }) {
  const { keyOf } = useWorkplace();
  const title = <span><MatchedRanges text={hit.title || '（无标题）'} ranges={hit.ranges} /></span>;
  switch (hit.kind) {
    case 'command': {
      const keys = keyOf(hit.id);
      return <><ChevronRightIcon /><span className="search-title ellipsis">{title}</span><span className="small quiet">{COMMANDS[hit.id].group}</span>{keys !== '' && <Kbd>{keys}</Kbd>}</>;
    }
    case 'heading':
      return <><HeadingIcon /><span className="search-title ellipsis" style={{ paddingLeft: Math.max(0, hit.item.level - 1) * 16 }}><span>{hit.item.level > 0 ? hit.item.label : <span className="quiet">{hit.item.label}　</span>}{title}</span></span></>;
    case 'tab':
      return <><DocumentIcon /><span className="search-title ellipsis">{title}</span><span className="small quiet">已打开</span></>;
    case 'document':
      return <><DocumentIcon /><span className="search-title"><span className="ellipsis">{title}</span><Facts document={hit.document} wanted={wanted} /></span></>;
    case 'change':
      return <><DocumentIcon /><span className="search-title ellipsis"><span>改为：{title}</span></span><span className="small quiet">{hit.template.wenzhong}</span></>;
    case 'template':
      return <><PlusIcon /><span className="search-title ellipsis"><span>新建：{title}</span></span><span className="small quiet">{hit.template.wenzhong}</span></>;
  }
}

function Facts({ document, wanted }: { readonly document: DocumentSummary; readonly wanted: string }) {
  const facts = [sayNumber(document.documentNumber), document.addressee.replace(/：$/, '')].filter((fact) => fact !== '');
  return <span className="small quiet ellipsis"><Matched text={facts.join('　')} wanted={wanted} />{facts.length > 0 && '　'}{sayTime(document.changedAt, new Date())}</span>;
}
