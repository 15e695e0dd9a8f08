import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useEffect, useRef, useState } from 'react';
import { ClipboardIcon, FolderIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { UnfinishedJobs } from './UnfinishedJobs.tsx';
import { useWorkplace } from '../library/workplace.tsx';

/** Pasted texts shorter than this may be the beginning of typing: they wait for the key. */
const WHOLE_TEXT = 60;

interface PasteBoxProps {
  readonly onText: (text: string) => void;
  /** What was copied holds tables or pictures: its HTML says more than its text. */
  readonly onPage: (html: string) => void;
  readonly onBack: () => void;
  readonly hidden: boolean;
}

/** Where a text is pasted; a whole text is recognised at once, a few words wait for the button. */
export function PasteBox({ onText, onPage, onBack, hidden }: PasteBoxProps) {
  const { chooseFile, chooseFolder, keyOf } = useWorkplace();
  const [text, setText] = useState('');
  const area = useRef<TextAreaRef>(null);
  useEffect(() => {
    if (!hidden) area.current?.focus();
  }, [hidden]);
  const go = (): void => {
    if (text.trim() !== '') onText(text);
  };
  return (
    <div className="paste">
      <div className="screen-head">
        <h1>粘贴文字成稿</h1>
        <span className="screen-note">去年的答复、网页上的通知、邮件里的讲稿都行</span>
        <span className="spring" />
        <Button onClick={() => chooseFolder()}>批量导入文件夹</Button>
        <Button icon={<FolderIcon />} onClick={chooseFile}>打开文件<Kbd>{keyOf('open')}</Kbd></Button>
      </div>
      <UnfinishedJobs />
      <div className="paste-box">
        <Input.TextArea
          ref={area} className="paste-area" value={text} aria-label="要识别的文字" placeholder="在这里按 Ctrl V 粘贴。标题、文号、主送、层次、落款会自动认出。" spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text/plain');
            if (text === '' && pasted.trim().length >= WHOLE_TEXT) {
              event.preventDefault();
              const html = event.clipboardData.getData('text/html');
              if (/<table[\s>]|<img[^>]+src=["']?data:/i.test(html)) onPage(html);
              else onText(pasted);
            }
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) go();
            else if (event.key === 'Escape' && !event.nativeEvent.isComposing && text === '') onBack();
          }}
        />
        <div className="paste-foot">
          <span className="small quiet">{text === '' ? '粘贴整篇就直接识别；原文原样留存，收下以前不入库。' : `${[...text.replace(/\s/g, '')].length.toLocaleString('zh-CN')} 字`}</span>
          <span className="spring" />
          <Button type="primary" icon={<ClipboardIcon />} disabled={text.trim() === ''} onClick={go}>识别<Kbd>Ctrl Enter</Kbd></Button>
        </div>
      </div>
    </div>
  );
}
