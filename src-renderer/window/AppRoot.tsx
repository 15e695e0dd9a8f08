import { useCallback, useEffect, useState } from 'react';
import type { AppInfo, Person, Settings, Template } from '#core/contract/model.ts';
import type { Host } from '#core/contract/methods.ts';
import { readImagesFrom } from '../page/images.ts';
import { readOwnFonts } from '../page/own-fonts.ts';
import { ThemeProvider } from '../ui/ThemeProvider.tsx';
import { FirstStart } from './FirstStart.tsx';
import { MainWindow } from './MainWindow.tsx';
import { StartFailure } from './StartFailure.tsx';

interface Loaded {
  readonly info: AppInfo;
  readonly settings: Settings;
  readonly person: Person | null;
  readonly templates: readonly Template[];
}

/** The whole page: asks the host what it needs to begin, then shows the first start or the window. */
export function AppRoot({ host }: { readonly host: Host }) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const load = useCallback(async () => {
    setFailure(null);
    try {
      const [info, settings, person, templates] = await Promise.all([host.call('app.info'), host.call('settings.get'), host.call('person.current'), host.call('template.list')]);
      setLoaded({ info, settings, person, templates });
    } catch (error) {
      setFailure(error);
    }
  }, [host]);
  useEffect(() => void load(), [load]);

  useEffect(() => readImagesFrom(host), [host]);

  // Not waited for: until they are known pages are set in the bundled faces.
  useEffect(() => {
    const read = (): void => void readOwnFonts(host).catch(() => undefined);
    read();
    return host.on('fonts.changed', read);
  }, [host]);

  useEffect(() => host.on('templates.changed', () => void host.call('template.list').then((templates) => setLoaded((now) => now && { ...now, templates }), () => undefined)), [host]);

  const setPerson = useCallback((person: Person) => setLoaded((now) => now && { ...now, person }), []);
  const setSettings = useCallback((settings: Settings) => setLoaded((now) => now && { ...now, settings }), []);
  return (
    <ThemeProvider mode={loaded?.settings.theme ?? 'light'}>
      {failure !== null && <StartFailure error={failure} retry={() => void load()} />}
      {loaded && loaded.person === null && <FirstStart host={host} templates={loaded.templates} onNamed={setPerson} />}
      {loaded && loaded.person !== null && <MainWindow host={host} {...loaded} person={loaded.person} onPerson={setPerson} onSettings={setSettings} />}
    </ThemeProvider>
  );
}
