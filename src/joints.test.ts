import { afterAll, beforeAll, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../test/support/app-world.ts';
import { openReceiver, type WebhookReceiver } from '../test/support/webhook-receiver.ts';

let world: AppWorld;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await openReceiver();
  world = await openAppWorld(null, { limitFactor: 1_000, egressAllow: [receiver.hostPort] });
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

const told = async () =>
  ((await world.ask('GET', '/api/notices')).json.notices as (Json & { subject: string })[]).map(
    ({ subject }) => subject,
  );

it('tells of a link host that loses its proof, and of its end a week later, each once', async () => {
  const { json } = await world.ask('POST', '/api/link-domains', { host: 'go.harbour.example' });
  const check = () => world.ask('POST', `/api/link-domains/${json.id}/check`);
  const proof = (json.records as { type: string; name: string; value: string }[]).find(({ type }) => type === 'TXT');
  if (proof === undefined) throw new Error('there is nothing to prove the host by');
  world.dns.set(proof.name, proof.value);
  expect((await check()).json).toMatchObject({ state: 'active' });
  expect(await told()).toEqual([]);
  world.dns.set(proof.name);
  for (let day = 0; day < 9; day += 1) {
    await check();
    world.clock.advance(24 * 3_600_000);
  }
  expect(await told()).toEqual([
    'Links on go.harbour.example have stopped working',
    'Links on go.harbour.example will stop working: its proof is gone',
  ]);
});

it('tells of a webhook that was switched off because its address is gone', async () => {
  const url = `${receiver.origin}/hook`;
  const added = await world.ask('POST', '/api/webhooks', { name: 'Tills', url, events: ['request.opened'] });
  receiver.answer = (response) => response.writeHead(410).end();
  const id = (added.json.webhook as Json | undefined)?.id;
  expect((await world.ask('POST', `/api/webhooks/${id}/test`)).status).toBe(202);
  await world.work();
  expect((await told())[0]).toBe('The webhook “Tills” was paused');
});
