import { useRef, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import type { OpenedFile } from '#core/contract/model.ts';
import { ImportIcon } from '../ui/icons.tsx';
import { readDropped } from './dropped-files.ts';
import type { Dropped } from './dropped-files.ts';
import { readFile } from './use-file-input.tsx';

interface DropAreaProps {
  readonly onFile: (file: OpenedFile) => void;
  /** More than one file, or a folder. */
  readonly onMany: (dropped: Dropped) => void;
  readonly onError: (error: unknown) => void;
  readonly children: ReactNode;
}

/** The whole window takes a dropped file. Text dragged within a draft is left to its editor. */
export function DropArea({ onFile, onMany, onError, children }: DropAreaProps) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const carriesFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  const leave = (): void => {
    depth.current = 0;
    setOver(false);
  };
  return (
    <div
      className="window"
      onDragEnter={(event) => {
        if (!carriesFile(event)) return;
        event.preventDefault();
        depth.current++;
        setOver(true);
      }}
      onDragOver={(event) => carriesFile(event) && event.preventDefault()}
      onDragLeave={(event) => {
        if (carriesFile(event) && --depth.current <= 0) leave();
      }}
      onDrop={(event) => {
        if (!carriesFile(event)) return;
        leave();
        // A picture dropped on the paper has been taken there.
        if (event.nativeEvent.defaultPrevented) return;
        event.preventDefault();
        readDropped(event.dataTransfer).then((dropped) => (dropped.files.length === 1 ? readFile(dropped.files[0]!.file).then(onFile) : onMany(dropped))).catch(onError);
      }}
    >
      {children}
      {over && (
        <div className="drop-over" aria-hidden="true">
          <div>
            <ImportIcon size="large" />
            <b>松开就导入</b>
            <span>Word 和 WPS（.docx、.doc、.wps）、文本（.txt）、网页（.html）、本程序的文稿（.json）和模板（.nwt）；几份或整个文件夹一起拖来就批量导入；原件原样留存。图片拖到文稿的纸面上，就插在那里</span>
          </div>
        </div>
      )}
    </div>
  );
}
