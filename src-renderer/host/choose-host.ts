import type { Host } from '#core/contract/methods.ts';
import { connectHttp } from './connect-http.ts';
import { connectIpc } from './connect-ipc.ts';

const TOKEN = 'niwen.token';
const KEY = 'niwen.key';

/** The Host of this window: Electron's bridge when the preload script left one, else the server the page came from. */
export function chooseHost(): Host {
  return window.bridge ? connectIpc(window.bridge) : connectHttp(location.origin, takeToken(), memory);
}

/** This tab's own memory: it outlives a reload, and no other site and no other tab sees it. */
const memory = {
  key: () => sessionStorage.getItem(KEY),
  keep: (token: string, key: string | null) => {
    sessionStorage.setItem(TOKEN, token);
    if (key !== null) sessionStorage.setItem(KEY, key);
  },
};

/** The token from the address, which is cleared of it at once, or from this tab's memory after a reload; '' when there is none. */
function takeToken(): string {
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return sessionStorage.getItem(TOKEN) ?? '';
  sessionStorage.setItem(TOKEN, token);
  sessionStorage.removeItem(KEY);
  history.replaceState(null, '', location.pathname + location.search);
  return token;
}
