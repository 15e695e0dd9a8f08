import { useMemo } from 'react';
import { DUTY_NAMES, USE_NAMES } from '#core/office/office-table.ts';
import { suggestFor } from '#core/office/suggest.ts';
import { useOffice } from '../../office/use-office.ts';
import { useWorkplace } from '../workplace.tsx';
import { OfficeTable } from './OfficeTable.tsx';

const choicesOf = (names: Readonly<Record<string, string>>): { value: string; label: string }[] => Object.entries(names).map(([value, label]) => ({ value, label }));
const DUTIES = choicesOf(DUTY_NAMES);
const USES = choicesOf(USE_NAMES);

/** 机关: what it is called, and the 代字 of its 发文字号. */
export function AgencySection() {
  const { templates } = useWorkplace();
  const uses = useMemo(() => [...new Set(['函', '文件', ...templates.flatMap(({ name, wenzhong }) => [name, wenzhong])])].map((value) => ({ value, note: '' })), [templates]);
  return (
    <>
      <OfficeTable
        kind="name" name="机关名称" title="机关名称" note="第一个填进新公文的发文机关" hasDefault blank={{ kind: 'name', full: '', short: '' }}
        columns={[{ key: 'full', label: '全称', placeholder: '国家照护保障局', share: 3 }, { key: 'short', label: '规范化简称', placeholder: '照保局', share: 2 }]}
        empty="写上机关全称，回车。以后新建公文，发文机关、署名就自动填好。"
      />
      <OfficeTable
        kind="code" name="机关代字" title="机关代字" note="按用途选，都不合时用第一个" hasDefault blank={{ kind: 'code', code: '', uses: [] }}
        columns={[{ key: 'code', label: '代字', placeholder: '照保函', share: 2 }, { key: 'uses', label: '用于', placeholder: '函、文件、建议答复……不填就是都用', share: 3, names: uses }]}
        empty="写上代字和用途，如“照保函”用于函，“照保发”用于文件。新公文的发文字号由它起头：代字〔年份〕序号。"
      />
    </>
  );
}

/** 人员: who signs and who answers questions. */
export function PeopleSection() {
  return (
    <OfficeTable
      kind="person" name="人员" title="人员" note="正在写的人若在这里，联系人就先填他" hasDefault blank={{ kind: 'person', name: '', post: '', unit: '', phone: '', duty: '' }}
      columns={[
        { key: 'name', label: '姓名', placeholder: '周予安', share: 2 }, { key: 'post', label: '职务', placeholder: '处长', share: 2 }, { key: 'unit', label: '司局、处室', placeholder: '照护服务司', share: 3 },
        { key: 'phone', label: '电话', placeholder: '010-00001234', share: 3 }, { key: 'duty', label: '用作', placeholder: '', share: 2, choices: DUTIES },
      ]}
      empty="写上签发人、联系人和电话。起草时签发人、联系人两栏就能直接选，打姓名的拼音首字母也行。有现成的表，从 Excel 整块复制，在“姓名”里粘贴。"
    />
  );
}

/** 单位与名单: whom one writes to, copies and consults, one by one and as named rows. */
export function UnitsSection() {
  const { host } = useWorkplace();
  const { entries } = useOffice(host);
  const units = useMemo(() => suggestFor({ id: '', label: '单位', input: 'list' }, null, entries.filter(({ kind }) => kind === 'unit'), 0), [entries]);
  return (
    <>
      <OfficeTable
        kind="list" name="名单" title="主送、抄送、会办名单" note="一次选一串，照这里的次序" blank={{ kind: 'list', name: '', use: '', units: [] }}
        columns={[{ key: 'name', label: '名单', placeholder: '各省级照护保障部门', share: 4 }, { key: 'use', label: '用于', placeholder: '', share: 2, choices: USES }, { key: 'units', label: '单位，依次', placeholder: '打拼音选，或粘贴“甲部、乙部”', share: 9, names: units }]}
        empty="常一起主送、抄送、会办的单位，起个名字存成名单；填要素时选一次，整串就都填上。"
      />
      <OfficeTable
        kind="unit" name="单位" title="单位" note="主送、抄送、经商单位打拼音就能选" blank={{ kind: 'unit', full: '', short: '' }}
        columns={[{ key: 'full', label: '全称', placeholder: '从 Excel 复制一列，在这里粘贴', share: 3 }, { key: 'short', label: '规范化简称', placeholder: '国家康养委', share: 2 }]}
        empty="把会办单位从 Excel 里整列复制（全称一列，简称一列），在上面的格子里粘贴，一次加完。"
      />
    </>
  );
}
