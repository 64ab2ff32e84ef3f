import { describe, expect, it } from 'vitest';
import { orgId } from '../../platform/db/index.ts';
import { openClickDesk } from './click-desk.ts';
import type { Click } from './click-record.ts';
import type { Sighting } from './sighting.ts';

const link = {
  orgId: orgId('01969a00-0000-7000-8000-000000000001'),
  id: '01969a00-0000-7000-8000-00000000000a',
  key: 'abcdefghijkm',
  target: 'https://example.com/',
  endsAt: null,
  targetAfter: null,
  card: null,
};
const sighting = (agent: string): Sighting => ({
  ...{ link, nowMs: 0, address: '198.51.100.1', agent },
  referer: undefined,
  isPrefetch: false,
  isScan: false,
});
const click: Click = {
  orgId: link.orgId,
  linkId: link.id,
  hour: 1,
  robot: false,
  unique: true,
  device: 0,
  referrer: 0,
};

const open = (mode: 'batch' | 'sync') => {
  const read: string[] = [];
  const counted: Click[] = [];
  const desk = openClickDesk({
    mode,
    read: ({ agent }) => {
      read.push(agent);
      return agent === 'repeat' ? null : click;
    },
    count: (one) => {
      counted.push(one);
      return mode === 'sync' ? Promise.resolve() : null;
    },
  });
  return { desk, read, counted };
};

describe('the desk of clicks', () => {
  it('does nothing while the request is answered, and everything soon after, in order', async () => {
    const { desk, read, counted } = open('batch');
    for (const agent of ['one', 'repeat', 'two']) expect(desk.take(sighting(agent))).toBeNull();
    expect(read).toEqual([]);
    await expect.poll(() => read).toEqual(['one', 'repeat', 'two']);
    expect(counted).toEqual([click, click]);
  });

  it('can be asked to decide at once, and decides nothing twice', async () => {
    const { desk, read } = open('batch');
    desk.take(sighting('one'));
    desk.decide();
    expect(read).toEqual(['one']);
    desk.decide();
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(read).toEqual(['one']);
  });

  it('decides before the answer when the answer waits for the database', async () => {
    const { desk, counted } = open('sync');
    await desk.take(sighting('one'));
    expect(counted).toEqual([click]);
    expect(desk.take(sighting('repeat'))).toBeNull();
  });
});
