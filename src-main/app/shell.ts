import { AppError } from '#core/contract/failure.ts';
import type { Handlers } from '#core/contract/methods.ts';
import type { AppContext } from './context.ts';
import { programVersion } from './places.ts';
import type { Shell } from './ports.ts';

/** What the host itself can do. Native dialogs are `not-permitted` where `app.info` says there are none. */
export function shellHandlers({ ports }: AppContext): Pick<Handlers, Extract<keyof Handlers, `shell.${string}` | `app.${string}`>> {
  const shell = (): Shell => {
    if (!ports.shell) throw new AppError('not-permitted');
    return ports.shell;
  };
  return {
    'app.info': () => ({ version: programVersion, host: ports.host, dataFolder: ports.folders.data, nativeDialogs: ports.shell !== undefined, systemPrinters: ports.printing !== undefined }),
    'app.flushed': () => {
      ports.shell?.flushed();
      return null;
    },
    'shell.open': () => shell().open(),
    'shell.save': (file) => shell().save(file),
    'shell.reveal': async ({ path }) => {
      await shell().reveal(path);
      return null;
    },
  };
}
