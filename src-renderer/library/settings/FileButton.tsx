import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { AppError } from '#core/contract/failure.ts';
import { LARGEST_FILE } from '#core/contract/methods.ts';
import { useWorkplace } from '../workplace.tsx';

/** Asks for a file and hands over its name and bytes. */
export function FileButton({ accept, onFile, icon, children }: { readonly accept: string; readonly onFile: (name: string, bytes: Uint8Array) => void; readonly icon?: ReactNode; readonly children: ReactNode }) {
  const { report } = useWorkplace();
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return;
    if (file.size > LARGEST_FILE) return report(new AppError('file-too-large', { name: file.name, limit: LARGEST_FILE / 1024 / 1024 }));
    try {
      onFile(file.name, new Uint8Array(await file.arrayBuffer()));
    } catch (cause) {
      report(new AppError('unreadable-file', { name: file.name }, { cause }));
    }
  };
  return (
    <>
      <Button size="small" icon={icon} onClick={() => input.current?.click()}>{children}</Button>
      <input ref={input} type="file" accept={accept} hidden onChange={(event) => { void take(event.target.files?.[0]); event.target.value = ''; }} />
    </>
  );
}
