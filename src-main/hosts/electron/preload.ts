/** All the page sees of the desktop: `window.bridge` with exactly two functions. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Request } from '#core/contract/methods.ts';
import type { EventName } from '#core/contract/model.ts';

type Listener = (payload: unknown) => void;

const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on('niwen:event', (_, event: EventName, payload: unknown) => {
  for (const listener of [...(listeners.get(event) ?? [])]) listener(payload);
});

contextBridge.exposeInMainWorld('bridge', {
  call: (request: Request): Promise<unknown> => ipcRenderer.invoke('niwen:call', request),
  subscribe: (event: EventName, listener: Listener): (() => void) => {
    // A wrapper of its own: the same function may listen twice.
    const own: Listener = (payload) => listener(payload);
    listeners.set(event, (listeners.get(event) ?? new Set<Listener>()).add(own));
    // What was waiting for a listener (a file given at the start) is sent now.
    ipcRenderer.send('niwen:listening', event);
    return () => void listeners.get(event)?.delete(own);
  },
});
