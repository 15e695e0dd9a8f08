import type { Failure } from '#core/contract/failure.ts';
import { AppError } from '#core/contract/failure.ts';
import { isMethodName } from '#core/contract/methods.ts';
import type { Host } from '#core/contract/methods.ts';
import type { EventName, Events } from '#core/contract/model.ts';
import { createApp } from '#main/app/create-app.ts';
import type { Ports } from '#main/app/ports.ts';
import { quietPorts } from '../support/quiet-ports.ts';
import type { Logged } from '../support/quiet-ports.ts';
import type { Transport } from './transports.ts';

/** A fresh app behind the transport under test. */
export interface World {
  readonly call: Host['call'];
  /** A request as it comes, of any form; resolves to the failure, or to null when it was answered. */
  refused(method: unknown, input?: unknown): Promise<Failure | null>;
  /** Resolves with the next event of a name, once what `doing` asks for is done. */
  heard<E extends EventName>(event: E, doing: () => Promise<unknown>): Promise<Events[E]>;
  /** What the app tells by itself. */
  emit<E extends EventName>(event: E, payload: Events[E]): void;
  readonly logged: readonly Logged[];
}

/** What the app does, whoever carries the request. */
export interface Behaviour {
  readonly name: string;
  readonly ports?: () => Partial<Ports> | Promise<Partial<Ports>>;
  run(world: World): Promise<void>;
}

/** Methods that were answered through a transport, by its name. */
export const answered = new Map<string, Set<string>>();

/** Runs one behaviour against a fresh app, with these ports in place of the quiet ones. */
export async function inWorld(transport: Transport, ports: Partial<Ports>, behave: (world: World) => Promise<void>): Promise<void> {
  const quiet = quietPorts(ports);
  const app = createApp(quiet);
  const wire = await transport.connect(app);
  const methodsAnswered = answered.get(transport.name) ?? new Set();
  answered.set(transport.name, methodsAnswered);
  const send: typeof wire.send = async (request) => {
    const reply = await wire.send(request);
    if (reply.ok && isMethodName(request.method)) methodsAnswered.add(request.method);
    return reply;
  };
  try {
    await behave({
      logged: quiet.logged,
      emit: app.emit,
      async call(method, ...input) {
        const reply = await send({ method, input: input[0] });
        if (!reply.ok) throw new AppError(reply.failure.code, reply.failure.details);
        return reply.output as never;
      },
      async refused(method, input) {
        const reply = await send({ method, input });
        return reply.ok ? null : reply.failure;
      },
      async heard(event, doing) {
        const { promise, resolve } = Promise.withResolvers<Events[typeof event]>();
        const stop = wire.subscribe(event, resolve);
        await doing();
        const payload = await promise;
        stop();
        return payload;
      },
    });
  } finally {
    await wire.close();
    app.close();
  }
}
