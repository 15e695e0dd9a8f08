import * as documents from './0010-documents.ts';
import * as settings from './0020-settings.ts';
import * as templates from './0030-templates.ts';
import * as office from './0040-office.ts';
import * as officeTemplates from './0050-office-templates.ts';
import * as words from './0070-words.ts';
import * as images from './0080-images.ts';
import * as originals from './0090-originals.ts';
import type { Migration } from './migration.ts';

/** Every migration in order, numbers rising. An explicit list: a folder scan would not survive bundling. */
export const migrations: readonly Migration[] = [
  { number: 10, up: documents.up },
  { number: 20, up: settings.up },
  { number: 30, up: templates.up },
  { number: 40, up: office.up },
  { number: 50, up: officeTemplates.up },
  { number: 70, up: words.up },
  { number: 80, up: images.up },
  { number: 90, up: originals.up },
];
