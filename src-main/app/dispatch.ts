import { AppError } from '#core/contract/failure.ts';
import type { Reply } from '#core/contract/failure.ts';
import { isMethodName, methods } from '#core/contract/methods.ts';
import type { Request } from '#core/contract/methods.ts';
import { decodeWire, isPacked } from '#core/contract/wire.ts';
import type { App } from './create-app.ts';

/** The door, for who wants the output itself. */
export async function dispatch(app: App, request: Request): Promise<Reply> {
  const reply = await dispatchPacked(app, request);
  return reply.ok && isPacked(reply.output) ? { ok: true, output: decodeWire(new TextDecoder().decode(reply.output.$packed)) } : reply;
}

/**
 * The one door: every transport brings its requests here. Never rejects; whatever goes wrong is a failure in the reply,
 * and a bug is `internal` with an incident number whose stack stands in the log only.
 * A large output may come packed, for a host that passes it on.
 */
export async function dispatchPacked(app: App, request: Request): Promise<Reply> {
  try {
    return { ok: true, output: await run(app, request) };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, failure: { code: error.code, details: error.details } };
    const incident = app.ports.newId().slice(0, 8).toUpperCase();
    app.ports.log.error('internal failure', { incident, method: nameOf(request.method), stack: error instanceof Error ? error.stack : String(error) });
    return { ok: false, failure: { code: 'internal', details: { incident } } };
  }
}

async function run(app: App, { method, input }: Request): Promise<unknown> {
  if (!isMethodName(method)) throw new AppError('unknown-method', { method: nameOf(method) });
  const handler = app.handlers[method] as (input: unknown) => unknown;
  return await handler(methods[method].read(input, 'input'));
}

/** For the log and the failure; what is no text may not even turn into one. */
const nameOf = (method: unknown): string => (typeof method === 'string' ? method.slice(0, 64) : typeof method);
