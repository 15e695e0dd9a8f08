import fc from 'fast-check';
import { EditorState } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import { checkDocument } from '#core/check/check-document.ts';
import { attachmentPairs } from '#core/document/attachments.ts';
import { countFootnotes, countParts } from '#core/document/count.ts';
import { rewrittenSlots } from '#core/document/fill.ts';
import { numberDocument } from '#core/document/numbering.ts';
import { levelsOf, partsOf } from '#core/document/parts.ts';
import { spotAt, targetsOf } from '#core/document/references.ts';
import { sectionAt, sectionPlaces } from '#core/document/sections.ts';
import { readTasks } from '#core/document/table/task-table.ts';
import { textLosses } from '#core/document/text-losses.ts';
import { resolveStyles } from '#core/template/styles.ts';
import { arbitraryIllustrated } from '../../test/support/arbitrary-images.ts';
import { arbitraryAnnotatedDocument } from '../../test/support/arbitrary-notes.ts';
import { arbitraryRevised } from '../../test/support/arbitrary-revisions.ts';
import { createEngine } from '../../test/support/layout.ts';
import { runs } from '../../test/support/runs.ts';
import { TEMPLATE_IDS, templateOf } from '../../test/support/samples.ts';
import { outlineOf } from './outline/outline.ts';
import { currentValues, syncFields } from './panel/field-values.ts';
import { panelGroups, placesOf, rowAt } from './panel/panel-rows.ts';

const templates = TEMPLATE_IDS.map(templateOf);
const engine = createEngine();

test('任何文稿都打得开：有修订、脚注、批注、图片的，窗口要从中算出的样样算得出来', () => {
  fc.assert(fc.property(fc.oneof(arbitraryRevised, arbitraryAnnotatedDocument, arbitraryIllustrated), fc.constantFrom(...templates), (doc, template) => {
    const numbering = numberDocument(doc);
    const labels = numbering.paragraphs;
    outlineOf(doc, numbering);
    targetsOf(doc, labels);
    countParts(doc);
    countFootnotes(doc);
    textLosses(doc);
    readTasks(doc);
    attachmentPairs(doc);
    rewrittenSlots(doc, template);
    currentValues(doc, template);
    for (const part of partsOf(doc)) levelsOf(doc, part);
    const groups = panelGroups(doc, template);
    for (const row of groups.flatMap(({ rows }) => rows)) placesOf(doc, template, row);
    doc.forEach((_, pos, index) => {
      sectionAt(doc, index);
      sectionPlaces(doc, index);
      spotAt(doc, labels, pos);
      rowAt(doc, template, groups, pos + 1);
    });
    syncFields(EditorState.create({ doc }).tr, template).doc.check();
    expect(checkDocument(doc, template).filter(({ code }) => code === 'rule-failed')).toEqual([]);
    const layout = engine.layout(doc, resolveStyles(template));
    for (const page of layout.pages.keys()) layout.frame(page);
  }), runs(150));
});
