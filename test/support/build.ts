import type { Node } from 'prosemirror-model';
import { schema } from '#core/document/schema.ts';
import type { HeadingLevel, Role } from '#core/document/roles.ts';

/** Builders for documents in tests: one line a paragraph. In a text, 「@」 stands for an inline marker, 「@@」 for one that restarts. */

const inline = (text: string): Node[] =>
  text.split(/(@@|@|\n)/).filter((piece) => piece !== '').map((piece) => {
    if (piece === '\n') return schema.nodes.lineBreak.create();
    return piece.startsWith('@') ? schema.nodes.marker.create({ restart: piece === '@@' }) : schema.text(piece);
  });

export const doc = (...blocks: Node[]): Node => schema.nodes.doc.create(null, blocks);
export const para = (role: Role, text = '', attrs: object = {}): Node => schema.nodes.para.create({ role, ...attrs }, inline(text));
export const p = (text = '', attrs: object = {}): Node => para('body', text, attrs);
export const h = (level: HeadingLevel, text: string, attrs: object = {}): Node => para('heading', text, { level, ...attrs });
export const title = (text: string): Node => para('title', text);
/** A table of texts; the first row is a header row. */
export const table = (...rows: string[][]): Node =>
  schema.nodes.table.create(null, rows.map((cells, index) =>
    schema.nodes.tableRow.create({ header: index === 0 }, cells.map((text) => schema.nodes.tableCell.create(null, p(text))))));
