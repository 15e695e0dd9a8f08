import { Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { DocumentSnapshot, Template } from '#core/contract/model.ts';
import { readDocument } from '#core/document/document-file.ts';
import { FAILURES } from '#core/wording/failures.ts';
import type { DocumentEditorProps } from './editor-props.ts';
import { OpenDocument } from './OpenDocument.tsx';
import { sayFailure } from './say-failure.ts';
import './editor.css';

interface Loaded {
  readonly snapshot: DocumentSnapshot;
  readonly template: Template | null;
  readonly nativeDialogs: boolean;
}

/** A draft, opened by its id: ribbon, outline, paper, panel and status line. Saves itself. */
export function DocumentEditor(props: DocumentEditorProps) {
  const { host, id, onClosed } = props;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [opening, setOpening] = useState(0);
  const reload = useCallback(() => setOpening((now) => now + 1), []);
  useEffect(() => {
    let isStale = false;
    setFailure(null);
    Promise.all([host.call('document.open', { id }), host.call('template.list'), host.call('app.info')]).then(
      ([snapshot, templates, info]) => {
        if (isStale) return;
        const template = templates.find((each) => each.id === snapshot.summary.template) ?? null;
        setLoaded({ snapshot, template, nativeDialogs: info.nativeDialogs });
      },
      (error: unknown) => !isStale && setFailure(sayFailure(error)),
    );
    return () => {
      isStale = true;
    };
  }, [host, id, opening]);

  if (failure !== null) {
    return (
      <div className="editor">
        <div className="editor-note" role="alert">
          <p>{failure}</p>
          <div><Button type="primary" onClick={reload}>重试</Button> <Button onClick={onClosed}>关闭</Button></div>
        </div>
      </div>
    );
  }
  if (!loaded) return <div className="editor" aria-busy="true" />;
  const read = readDocument(loaded.snapshot.file);
  if (!read.ok) {
    return <div className="editor"><div className="editor-note" role="alert"><p>{FAILURES[read.problem]({})}</p><Button onClick={onClosed}>关闭</Button></div></div>;
  }
  return <OpenDocument key={`${id} ${loaded.snapshot.revision} ${opening}`} {...props} {...loaded} doc={read.doc} onReload={reload} />;
}
