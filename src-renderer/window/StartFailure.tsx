import { Button } from 'antd';
import { ErrorIcon } from '../ui/icons.tsx';
import { sentenceFor } from './use-failures.tsx';
import './start.css';

/** Shown alone when the window cannot even ask for its settings. */
export function StartFailure({ error, retry }: { readonly error: unknown; readonly retry: () => void }) {
  return (
    <main className="start">
      <div className="start-failure" role="alert">
        <ErrorIcon size="large" />
        <div>
          <h1>没有打开文稿库</h1>
          <p>{sentenceFor(error)}</p>
          <Button onClick={retry}>再试一次</Button>
        </div>
      </div>
    </main>
  );
}
