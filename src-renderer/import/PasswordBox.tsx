import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWorkplace } from '../library/workplace.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';

interface PasswordBoxProps {
  readonly name: string;
  readonly isWrong: boolean;
  readonly isBusy: boolean;
  readonly onPassword: (password: string) => void;
  readonly onPaste: () => void;
}

/** Asks for the password of a locked Word file. It opens the file and is kept nowhere. */
export function PasswordBox({ name, isWrong, isBusy, onPassword, onPaste }: PasswordBoxProps) {
  const { chooseFile } = useWorkplace();
  const [password, setPassword] = useState('');
  return (
    <div className="import-wait">
      <EmptyState title={`“${name}”设了密码`} text="输入打开它的密码。密码只用来读这一次，不保存。">
        <div className="import-locked">
          <form className="import-password" onSubmit={(event) => {
            event.preventDefault();
            if (password !== '' && !isBusy) onPassword(password);
          }}>
            <Input.Password autoFocus aria-label="打开文件的密码" autoComplete="off" value={password} status={isWrong ? 'error' : ''} onChange={(event) => setPassword(event.target.value)} />
            <Button type="primary" htmlType="submit" disabled={password === ''} loading={isBusy}>打开</Button>
          </form>
          {isWrong && !isBusy && <p role="alert" className="small">密码不对。请注意大小写和输入法，再输一次。</p>}
          <p>
            <Button type="text" size="small" onClick={chooseFile}>换一个文件</Button>
            <Button type="text" size="small" onClick={onPaste}>粘贴文字</Button>
          </p>
        </div>
      </EmptyState>
    </div>
  );
}
