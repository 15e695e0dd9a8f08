import { Desk } from '../library/Desk.tsx';
import { LibraryScreen } from '../library/LibraryScreen.tsx';
import { SettingsScreen } from '../library/SettingsScreen.tsx';
import { TemplatesScreen } from '../library/TemplatesScreen.tsx';
import type { HomeView } from '../library/workplace.tsx';

/** The screen chosen in the rail. `visit` changes whenever it is come back to. */
export function HomePane({ view, visit, hidden }: { readonly view: HomeView; readonly visit: number; readonly hidden: boolean }) {
  return (
    <main className="home-pane" data-region="main" hidden={hidden}>
      {view === 'desk' && <Desk visit={visit} />}
      {view === 'library' && <LibraryScreen />}
      {view === 'templates' && <TemplatesScreen />}
      {view === 'settings' && <SettingsScreen />}
    </main>
  );
}
