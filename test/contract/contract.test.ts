import { afterAll, describe, expect, it } from 'vitest';
import { methods } from '#core/contract/methods.ts';
import { behaviours } from './behaviours.ts';
import { hostedTransports } from './hosted-transports.ts';
import { transports } from './transports.ts';
import { answered, inWorld } from './world.ts';

describe.each([...transports, ...hostedTransports])('$name', (transport) => {
  it.each(behaviours)('$name', async ({ run, ports }) => inWorld(transport, (await ports?.()) ?? {}, run));

  // A method nobody exercises is a method nobody knows to work over this transport.
  afterAll(() => expect([...answered.get(transport.name)!].sort()).toEqual(Object.keys(methods).sort()));
});
