import type { FontLibrary } from '../fonts/font-library.ts';
import type { Store } from '../store/open-store.ts';
import type { AppEvents } from './events.ts';
import type { Ports } from './ports.ts';
import type { TemplateLibrary } from './template-library.ts';
import type { Typesetting } from './typesetting.ts';

/** What every handler file is given. */
export interface AppContext {
  readonly ports: Ports;
  readonly store: Store;
  readonly templates: TemplateLibrary;
  readonly fonts: FontLibrary;
  readonly typesetting: Typesetting;
  readonly emit: AppEvents['emit'];
}
