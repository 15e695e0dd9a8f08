import { createRoot } from 'react-dom/client';
import '../resources/fonts/fonts.css';
import { chooseHost } from './host/choose-host.ts';
import { AppRoot } from './window/AppRoot.tsx';
import { spareTyping } from './window/spare-typing.ts';

// Where the system has no Chinese face the window's words are set in this one; asked for early, they are not seen as boxes.
await Promise.race([document.fonts.load('13px "Niwen Text"', '文'), new Promise((wait) => setTimeout(wait, 600))]);
const root = document.getElementById('root')!;
spareTyping(root, () => createRoot(root)).render(<AppRoot host={chooseHost()} />);
