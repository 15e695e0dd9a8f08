import { Button, Select } from 'antd';
import type { AddedFont, FontList, FontRole } from '#core/contract/model.ts';
import { FACE_NAMES, FONT_PROBLEMS } from '#core/wording/fonts.ts';
import type { Face } from '#core/template/styles.ts';
import { ChevronDownIcon, PlusIcon, SearchIcon, TrashIcon, WarnIcon } from '../../ui/icons.tsx';
import { FileButton } from './FileButton.tsx';
import { useFonts } from './use-fonts.ts';

const FACES = Object.keys(FACE_NAMES) as Face[];
const BUNDLED: Readonly<Record<Face, string>> = { fang: 'Niwen Fang', kai: 'Niwen Kai', hei: 'Niwen Hei', song: 'Niwen Song', biao: 'Niwen Biao' };
const SAMPLE = '关于做好2027年工作的通知';

/** 字体: which of the person's own faces pages are set in, on screen, in PDF and on paper. */
export function FontSection() {
  const { list, isBusy, choose, add, search, remove } = useFonts();
  const broken = list?.faces.filter(({ problem }) => problem !== null) ?? [];
  return (
    <>
      <section className="block" aria-labelledby="settings-fonts" aria-busy={isBusy}>
        <div className="block-head">
          <h2 id="settings-fonts">公文字体</h2>
          <span className="quiet small">屏幕、打印和 PDF 都用它；每行字数、每面行数不变</span>
          <span className="spring" />
          <Button size="small" icon={<SearchIcon />} loading={isBusy} onClick={() => void search()}>在本机查找</Button>
          <FileButton accept=".ttf,.otf,.ttc" icon={<PlusIcon />} onFile={(name, bytes) => void add(name, bytes)}>添加字体文件…</FileButton>
        </div>
        {list && FACES.map((face) => <RoleRow key={face} list={list} role={list.roles.find((each) => each.face === face)!} choose={choose} />)}
      </section>
      {list && list.added.length > 0 && (
        <section className="block" aria-labelledby="settings-fonts-added">
          <div className="block-head"><h2 id="settings-fonts-added">自己添加的字体</h2><span className="quiet small">删去的是拟文里的这一份，原来的文件不动</span></div>
          {list.added.map((font) => <AddedRow key={font.file} font={font} remove={remove} />)}
        </section>
      )}
      {list && (broken.length > 0 || list.damaged.length > 0) && (
        <section className="block" aria-labelledby="settings-fonts-broken">
          <div className="block-head"><h2 id="settings-fonts-broken">用不了的字体</h2><span className="quiet small">要用到它们的地方，用自带的字体</span></div>
          {broken.map(({ id, name, problem }) => <Trouble key={id} name={name} text={FONT_PROBLEMS[problem!]} />)}
          {list.damaged.map((file) => <Trouble key={file} name={file} text={FONT_PROBLEMS.damaged} />)}
        </section>
      )}
    </>
  );
}

function RoleRow({ list, role: { face, wish, used }, choose }: { readonly list: FontList; readonly role: FontRole; readonly choose: (face: Face, wish: string) => Promise<void> }) {
  const usable = list.faces.filter(({ problem }, index) => problem === null && list.faces.findIndex((each) => each.postscriptName === list.faces[index]!.postscriptName) === index);
  const current = list.faces.find(({ id }) => id === used);
  const isGone = wish !== '' && wish !== 'bundled' && !usable.some(({ postscriptName }) => postscriptName === wish);
  const options = [
    { value: '', label: wish === '' ? `自动：${current?.name ?? '本机没有找到，用自带的'}` : '自动' },
    { value: 'bundled', label: '自带的字体' },
    ...usable.map(({ postscriptName, name, isAdded }) => ({ value: postscriptName, label: isAdded ? `${name}（自己添加）` : name })),
    ...(isGone ? [{ value: wish, label: `${wish}（已不在本机）` }] : []),
  ];
  return (
    <div className="setting">
      <label className="setting-label" htmlFor={`setting-face-${face}`}>{FACE_NAMES[face].name}</label>
      <Select id={`setting-face-${face}`} className="setting-face" suffixIcon={<ChevronDownIcon size="tiny" />} value={wish} options={options} onChange={(next: string) => void choose(face, next)} />
      <span className="setting-use quiet small">{FACE_NAMES[face].use}</span>
      <span className="font-sample ellipsis" style={{ fontFamily: `${face === 'biao' || face === 'song' ? '' : "'Niwen Latin', "}${used === null ? '' : `'${used}', `}'${BUNDLED[face]}', 'Niwen Song'` }} data-font={used ?? 'bundled'}>{SAMPLE}</span>
    </div>
  );
}

/** One row a file: a collection goes as a whole. */
function AddedRow({ font, remove }: { readonly font: AddedFont; readonly remove: (font: AddedFont) => Promise<void> }) {
  const name = font.names[0] ?? font.file;
  return (
    <div className="setting">
      <span className="ellipsis">{name}</span>
      <span className="quiet small ellipsis">{font.file}</span>
      <span className="spring" />
      <Button size="small" type="text" icon={<TrashIcon />} aria-label={`删去“${name}”`} onClick={() => void remove(font)}>删去</Button>
    </div>
  );
}

const Trouble = ({ name, text }: { readonly name: string; readonly text: string }) => (
  <div className="setting font-trouble"><WarnIcon size="tiny" /><span>“{name}”{text}</span></div>
);
