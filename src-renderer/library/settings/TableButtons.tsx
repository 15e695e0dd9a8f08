import { Button } from 'antd';
import type { OfficeTable } from '#core/office/office-table.ts';
import { TABLE_HEADS } from '#core/office/office-table.ts';
import { Hint } from '../../ui/Hint.tsx';
import { FileButton } from './FileButton.tsx';
import { useOfficeChanges } from './use-office-changes.ts';

/** Entries of one kind from a table (.csv) and into one. */
export function TableButtons({ as, name, hasRows }: { readonly as: OfficeTable; readonly name: string; readonly hasRows: boolean }) {
  const { importFile, exportFile } = useOfficeChanges();
  const heads = Object.values(TABLE_HEADS[as]).join('、');
  return (
    <>
      <Hint name={`一行一条，栏目：${heads}`}><span><FileButton accept=".csv,.txt,.json,text/plain" onFile={(file, bytes) => void importFile(file, bytes, as)}>从文件加…</FileButton></span></Hint>
      {hasRows && <Hint name={`存成 ${name}.csv，Excel、WPS 都能打开，改好再从文件加`}><Button size="small" aria-label={`把${name}导出为表格`} onClick={() => void exportFile(as)}>导出表格</Button></Hint>}
    </>
  );
}
