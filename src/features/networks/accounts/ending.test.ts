import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { networksNowhere } from '../../../../test/support/network-settings.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import type { Notice } from '../../people/index.ts';
import type { Connection } from '../network.ts';
import type { Parts } from '../parts.ts';
import { accountsOf, eraseFor, storeAccount } from './accounts.ts';
import { stageOf, tellOfEndings } from './ending.ts';
import { Sessions } from './sessions.ts';

const day = 86_400_000;
let world: World;
let parts: Parts;
let told: Notice[];
let personId: string;

beforeAll(async () => {
  world = await openWorld();
  const tell: Parts['tell'] = async (_tx, notices) => void told.push(...notices);
  const networks = { linkedin: { engagement: {} } } as Parts['networks'];
  parts = {
    ...{ ...world, ...networksNowhere, networks, tell, publicUrl: 'http://localhost:3000' },
    timeZoneOf: async () => 'Europe/Lisbon',
    mayConnect: async () => true,
  };
});
afterAll(() => world[Symbol.asyncDispose]());
beforeEach(() => {
  told = [];
  personId = randomId();
  // Each test begins at ten in the morning, so that people may be told.
  const now = world.clock.now().getTime();
  world.clock.advance(day - (now % day) + 9 * 3_600_000);
});
afterEach(() => inOrg((tx) => eraseFor(parts, tx, personId)));

const run = () => tellOfEndings(parts, new Sessions(parts));
const inOrg: <T>(work: Parameters<typeof world.db.inOrg<T>>[1]) => Promise<T> = (work) =>
  world.db.inOrg(world.orgId, work);

function connection(over: Partial<Extract<Connection, { kind: 'connected' }>['session']> = {}) {
  return {
    kind: 'connected',
    account: { remoteId: 'urn:li:person:ana', handle: 'Ana', scope: 'w_member_social' },
    session: { session: 'token', lifetimeSeconds: 60 * 86_400, renewable: false, ...over },
  } as const;
}
const connect = (over: Parameters<typeof connection>[0] = {}) =>
  inOrg((tx) => storeAccount(parts, tx, personId, 'linkedin', connection(over)));
const account = async () => (await inOrg((tx) => accountsOf(parts, tx, personId)))[0];

describe('how near an end is', () => {
  it.each([
    ['2026-05-12', null],
    ['2026-05-11', 7],
    ['2026-05-07', 7],
    ['2026-05-06', 2],
    ['2026-05-05', 2],
    ['2026-05-04', 0],
    ['2026-04-30', 0],
  ])('seen on 4 May, %s is stage %s', (endsOn, stage) => {
    expect(stageOf(endsOn, '2026-05-04')).toBe(stage);
  });
});

describe('a connection that nothing renews', () => {
  it('names its last day from the start', async () => {
    const shown = await connect();
    const last = new Date(world.clock.now().getTime() + 60 * day).toISOString().slice(0, 10);
    expect(shown.endsOn).toBe(last);
    expect(await account()).toMatchObject({ endsOn: last, state: 'active' });
  });

  it('is announced a week and two days before, then ended, each under a key of its own', async () => {
    await connect();
    world.clock.advance(52 * day);
    await run();
    expect(told).toEqual([]);
    const keys = [];
    for (const days of [1, 5, 2]) {
      world.clock.advance(days * day + (days === 2 ? 3_600_000 : 0));
      told = [];
      await run();
      keys.push(told.map(({ key }) => key.split('/').at(-1)));
      expect(told[0]).toMatchObject({ personId, event: 'reminder', buttons: [{ value: 'linkedin' }] });
    }
    expect(keys).toEqual([['7'], ['2'], ['0']]);
    expect(told[0]?.subject).toBe('Your connection to LinkedIn has ended');
    expect(await account()).toMatchObject({ state: 'reconnect' });
  });

  it('keeps its key when the job comes again, so that nobody is told twice', async () => {
    await connect();
    world.clock.advance(54 * day);
    await run();
    await run();
    expect(new Set(told.map(({ key }) => key)).size).toBe(1);
  });

  it('is not announced at night', async () => {
    await connect();
    world.clock.advance(54 * day + 12 * 3_600_000);
    await run();
    expect(told).toEqual([]);
  });

  it('starts anew when it is renewed', async () => {
    await connect();
    world.clock.advance(58 * day);
    await connect();
    await run();
    expect(told).toEqual([]);
    expect(await account()).toMatchObject({ state: 'active' });
  });
});

describe('a connection that is renewed without its person', () => {
  it('has no last day and is never announced', async () => {
    await connect({ renewable: true, lifetimeSeconds: 3_600 });
    expect(await account()).toMatchObject({ endsOn: null });
    await run();
    expect(told).toEqual([]);
  });
});
