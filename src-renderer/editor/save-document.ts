import type { Editor } from '@tiptap/core';
import { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { AppError } from '#core/contract/failure.ts';
import { readDocument, writeDocument } from '#core/document/document-file.ts';
import type { DocumentFile } from '#core/document/document-file.ts';
import { schema } from '#core/document/schema.ts';
import type { Host } from '#core/contract/methods.ts';
import { createAutosave } from './autosave.ts';
import type { Autosave, SaveState, StepJson } from './autosave.ts';
import { flushOnClosing } from './flush-on-closing.ts';

/** Ties an editor to the journal of its document. */
export interface SavedDocument {
  readonly autosave: Autosave<Node>;
  /** Sends what is left and lets go. */
  close(): Promise<void>;
}

export function saveDocument(host: Host, id: string, revision: number, editor: Editor, onState: (state: SaveState) => void): SavedDocument {
  const autosave = createAutosave<Node>({ revision, doc: editor.state.doc }, {
    append: (base, steps) => inTime(host.call('document.append', { id, base, steps: [...steps] })),
    look: async () => {
      const snapshot = await host.call('document.open', { id });
      return { revision: snapshot.revision, isSame: (doc) => isStored(doc, snapshot.file) };
    },
    onState,
    afterDrawing: (run) => void requestAnimationFrame(() => setTimeout(run)),
  });
  const listen = ({ transaction, appendedTransactions }: { transaction: Transaction; appendedTransactions: Transaction[] }): void => {
    const steps = [transaction, ...appendedTransactions].flatMap((tr) => tr.steps.map((step) => step.toJSON() as StepJson));
    autosave.record(steps, editor.state.doc);
  };
  editor.on('transaction', listen);
  const leave = (): void => void autosave.flush();
  const hide = (): void => {
    if (document.visibilityState === 'hidden') leave();
  };
  const warn = (event: BeforeUnloadEvent): void => {
    leave();
    if (!autosave.isSaved) event.preventDefault();
  };
  addEventListener('pagehide', leave);
  addEventListener('beforeunload', warn);
  document.addEventListener('visibilitychange', hide);
  const release = flushOnClosing(host, autosave);
  return {
    autosave,
    close: async () => {
      editor.off('transaction', listen);
      removeEventListener('pagehide', leave);
      removeEventListener('beforeunload', warn);
      document.removeEventListener('visibilitychange', hide);
      await autosave.flush();
      release();
      autosave.stop();
    },
  };
}

/** A host that does not answer is as far away as one that cannot be reached. */
const ANSWER_WITHIN_MS = 15_000;

function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('unreachable')), ANSWER_WITHIN_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}

/** Compares in the core schema: the editor's is an equal, not the same one. */
function isStored(doc: Node, file: DocumentFile): boolean {
  const stored = readDocument(file);
  return stored.ok && stored.doc.eq(Node.fromJSON(schema, doc.toJSON()));
}

/** The document as a file of its own, as it stands in the window. */
export const fileOf = (editor: Editor): DocumentFile => writeDocument(editor.state.doc);
