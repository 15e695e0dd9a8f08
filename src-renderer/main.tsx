import { createRoot } from 'react-dom/client';
import '../resources/fonts/fonts.css';
import { chooseHost } from './host/choose-host.ts';
import { AppRoot } from './window/AppRoot.tsx';

createRoot(document.getElementById('root')!).render(<AppRoot host={chooseHost()} />);
