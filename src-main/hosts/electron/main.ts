/** The desktop host: the app in a window of its own. `[--data DIR] [FILE]` */
import { startElectron } from './start-electron.ts';

startElectron(process.argv);
