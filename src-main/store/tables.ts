import type { Generated } from 'kysely';
import type { ImageType } from '#core/document/image.ts';

/** The columns as the newest migration leaves them. Times are milliseconds since 1970. */
export interface Tables {
  person: { id: string; name: string; post: string; created_at: number };
  document: {
    no: Generated<number>; id: string; template: string | null;
    title: string; document_number: string; addressee: string; words: number;
    /** 0 while `words` is the number of characters, of before it was counted as 字数. */
    is_counted: number;
    /** `seq` of the last step; 0 for a document nobody has edited. */
    revision: number;
    /** The document format the journal's end is written in. */
    schema_ver: number;
    created_at: number; created_by: string; changed_at: number; changed_by: string; removed_at: number | null;
    /** The template it was made with; null until one of before that was kept is opened, and for a document without any. */
    template_hash: Buffer | null;
  };
  step: StepColumns & { doc: number };
  quarantine: StepColumns & { no: Generated<number>; doc: number; kept_at: number; reason: string };
  snapshot: { doc: number; seq: number; schema_ver: number; kind: SnapshotKind; ts: number; body: Buffer; sha256: Buffer };
  source: { doc: number; name: string; bytes: Buffer; sha256: Buffer };
  /** `body` is the template as written, JSON. */
  office_template: { no: Generated<number>; id: string; body: string; made_at: number; changed_at: number; changed_by: string; removed_at: number | null };
  /** `body` is the whole template as JSON, `hash` the SHA-256 of it. */
  template_in_use: { hash: Buffer; id: string; name: string; body: string; kept_at: number };
  /** `hash` is the SHA-256 of the bytes, in hex. */
  image: { hash: string; type: ImageType; bytes: Buffer; kept_at: number };
  setting: { key: string; value: string };
  /** `value` is the JSON of an OfficeEntry; `place` orders the entries of a kind. */
  office_entry: { no: Generated<number>; id: string; kind: string; place: number; value: string; changed_at: number; removed_at: number | null };
  phrase: {
    no: Generated<number>; id: string; title: string; text: string; keywords: string; group_name: string; source: string;
    changed_at: number; used_at: number | null; removed_at: number | null;
  };
}

/** `start` is never thrown away; of `auto` the newest few are kept; `upgrade` is the first in a newer document format. */
export type SnapshotKind = 'start' | 'auto' | 'upgrade';

export interface StepColumns {
  seq: number; ts: number;
  /** 环节 of the approval chain; 0 while there is none. */
  stage: number;
  author: string;
  /** The tracked change (修订) the steps belong to; null when changes are not tracked. */
  rev: number | null;
  /** JSON list of ProseMirror steps. */
  tr: string;
  prev: Buffer;
  /** SHA-256 of `prev` followed by `tr`. */
  hash: Buffer;
}
