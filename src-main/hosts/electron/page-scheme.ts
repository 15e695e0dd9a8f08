import { protocol } from 'electron';
import type { App } from '#main/app/create-app.ts';
import { readPageFile, SECURITY_HEADERS } from '#main/app/page-files.ts';

/** Where the page lives: an origin of its own, not file:, so that 'self' in its policy means these files only. */
export const PAGE_ORIGIN = 'app://niwen';
export const PAGE_ADDRESS = `${PAGE_ORIGIN}/`;

/** Must run before Electron is ready. */
export function allowPageScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** Answers the page's own requests from the folder `page`; everything else under the scheme is not there. */
export function servePage(app: App, page: string): void {
  protocol.handle('app', async (request) => {
    const { host, pathname } = new URL(request.url);
    const file = host === 'niwen' && request.method === 'GET' ? await readPageFile(app, page, pathname) : undefined;
    if (!file) return new Response(null, { status: 404, headers: SECURITY_HEADERS });
    return new Response(new Uint8Array(file.body), { headers: { ...SECURITY_HEADERS, 'Content-Type': file.type } });
  });
}
