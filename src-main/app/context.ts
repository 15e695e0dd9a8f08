import type { Store } from '../store/open-store.ts';
import type { AppEvents } from './events.ts';
import type { Ports } from './ports.ts';
import type { TemplateShelf } from './template-shelf.ts';

export type { TemplateShelf };

/** What every handler file is given. */
export interface AppContext {
  readonly ports: Ports;
  readonly store: Store;
  readonly templates: TemplateShelf;
  readonly emit: AppEvents['emit'];
}
