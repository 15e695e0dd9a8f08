import type { ServerResponse } from 'node:http';
import { EVENT_NAMES } from '#core/contract/model.ts';
import { encodeWire } from '#core/contract/wire.ts';
import type { App } from '#main/app/create-app.ts';

const HEARTBEAT_MS = 15_000;

/** Writes the app's events to an answer that stays open, as an event stream; a beat of silence is kept from looking like a dead line. */
export function streamEvents(app: App, response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
  response.write(': open\n\n');
  const offs = EVENT_NAMES.map((event) => app.on(event, (payload) => response.write(`event: ${event}\ndata: ${encodeWire(payload)}\n\n`)));
  const beat = setInterval(() => response.write(': beat\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(beat);
    for (const off of offs) off();
  });
}
