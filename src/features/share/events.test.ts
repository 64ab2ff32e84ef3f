import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { events } from './events.ts';

const doc = readFileSync(new URL('../../../docs/using/webhooks.md', import.meta.url), 'utf8');

it('are all in the documentation, with when they are sent, and no others', () => {
  const written = [...doc.matchAll(/^\| `([a-z]+\.[a-z]+)` \| (.*) \|$/gm)].map(([, name, says]) => ({ name, says }));
  expect(written).toEqual(events.map(({ name, says }) => ({ name, says })));
});

it('tell of a request what the documentation shows, and nothing besides', () => {
  const shown = /```json\n([\s\S]*?)```/.exec(doc)?.[1]?.replace('019aa…', crypto.randomUUID()) ?? '';
  const { type, data } = JSON.parse(shown);
  const event = events.find(({ name }) => name === type);
  expect(event?.schema.parse(data)).toEqual(data);
  for (const more of [{ sharedBy: 'somebody' }, { request: { ...data.request, createdBy: 'somebody' } }]) {
    expect(event?.schema.safeParse({ ...data, ...more }).success).toBe(false);
  }
});

it('tell totals as reports show them, small groups hidden', () => {
  const released = events.find(({ name }) => name === 'figures.released');
  const requestId = crypto.randomUUID();
  const told = { requestId, awareness: { value: 7 }, shares: { value: 9 } };
  expect(released?.schema.parse(told)).toEqual(told);
  expect(released?.schema.safeParse({ ...told, shares: { fewerThan: 5 } }).success).toBe(true);
  expect(released?.schema.safeParse({ ...told, people: [requestId] }).success).toBe(false);
});
