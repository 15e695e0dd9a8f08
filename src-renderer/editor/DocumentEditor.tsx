import { Button } from 'antd';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentSnapshot } from '#core/contract/model.ts';
import { readDocument } from '#core/document/document-file.ts';
import { FAILURES } from '#core/wording/failures.ts';
import type { DocumentEditorProps } from './editor-props.ts';
import { OpenDocument } from './OpenDocument.tsx';
import { sayFailure } from './say-failure.ts';
import './editor.css';

interface Loaded {
  readonly snapshot: DocumentSnapshot;
  readonly nativeDialogs: boolean;
  /** Which opening this is: a draft opened again begins afresh when its state has come, not before. */
  readonly opening: number;
}

/** A draft, opened by its id: ribbon, outline, paper, panel and status line. Saves itself. */
export function DocumentEditor(props: DocumentEditorProps) {
  const { host, id, settings, hidden = false } = props;
  const callbacks = useStableCallbacks(props);
  const { onClosed } = callbacks;
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [opening, setOpening] = useState(0);
  const reload = useCallback(() => setOpening((now) => now + 1), []);
  useEffect(() => {
    let isStale = false;
    setFailure(null);
    Promise.all([host.call('document.open', { id }), host.call('app.info')]).then(
      ([snapshot, info]) => !isStale && setLoaded({ snapshot, nativeDialogs: info.nativeDialogs, opening }),
      (error: unknown) => !isStale && setFailure(sayFailure(error)),
    );
    return () => {
      isStale = true;
    };
  }, [host, id, opening]);

  const read = useMemo(() => (loaded ? readDocument(loaded.snapshot.file) : null), [loaded]);
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
  if (!loaded || !read) return <div className="editor" aria-busy="true" />;
  if (!read.ok) {
    return <div className="editor"><div className="editor-note" role="alert"><p>{FAILURES[read.problem]({})}</p><Button onClick={onClosed}>关闭</Button></div></div>;
  }
  const { snapshot, nativeDialogs } = loaded;
  return (
    <OpenDocument
      key={`${id} ${loaded.opening}`} host={host} id={id} settings={settings} hidden={hidden} {...callbacks}
      snapshot={snapshot} nativeDialogs={nativeDialogs} doc={read.doc} onReload={reload}
    />
  );
}

type Callbacks = Required<Pick<DocumentEditorProps, 'onSummary' | 'onClosed' | 'onOpen' | 'onSettings' | 'onHandle' | 'onGoTo' | 'onChangeTemplate' | 'onMakeTemplate' | 'onPrint'>>;

/** The same functions for as long as the editor lives, so that a change around it does not draw it again. */
function useStableCallbacks(props: DocumentEditorProps): Callbacks {
  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });
  return useMemo(() => ({
    onSummary: (summary) => latest.current.onSummary(summary),
    onClosed: () => latest.current.onClosed(),
    onOpen: (document) => latest.current.onOpen?.(document),
    onSettings: (patch) => latest.current.onSettings?.(patch),
    onHandle: (handle) => latest.current.onHandle?.(handle),
    onGoTo: () => latest.current.onGoTo?.(),
    onChangeTemplate: () => latest.current.onChangeTemplate?.(),
    onMakeTemplate: (title) => latest.current.onMakeTemplate?.(title),
    onPrint: (title) => latest.current.onPrint?.(title),
  }), []);
}
