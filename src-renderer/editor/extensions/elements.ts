import type { AnyExtension } from '@tiptap/core';
import { Doc } from './doc.ts';
import { Footnote } from './footnote.ts';
import { Image } from './image.ts';
import { LineBreak } from './line-break.ts';
import { Marker } from './marker.ts';
import { marks } from './marks.ts';
import { Para } from './para.ts';
import { Reference } from './reference.ts';
import { TableCell } from './table-cell.ts';
import { TableRow } from './table-row.ts';
import { Table } from './table.ts';
import { Text } from './text.ts';

/** Every node and mark of the core schema, in its order; `getSchema` of these is that schema (test/golden/schema.test.ts). */
export const elements: readonly AnyExtension[] = [Doc, Para, Table, TableRow, TableCell, Text, LineBreak, Marker, Reference, Image, Footnote, ...marks];
