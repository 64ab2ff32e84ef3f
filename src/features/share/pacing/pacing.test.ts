import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { takeOverJobs } from '../../../../test/support/share-world.ts';
import { recall } from '../lifecycle/send.ts';
import type { ShareParts } from '../parts.ts';
import { at, openPacedWorld, type PacedWorld } from './pacing.fixture.ts';

let paced: PacedWorld;
let tuesday = Temporal.PlainDate.from('2027-04-27');

/** So many days after the test's Tuesday. */
const on = (days: number, clock: string) => `${tuesday.add({ days }).toString().slice(5)}T${clock}`;

beforeAll(async () => {
  paced = await openPacedWorld();
});
afterAll(() => paced[Symbol.asyncDispose]());

// Each test has a fortnight of its own.
beforeEach(() => {
  tuesday = tuesday.add({ weeks: 2 });
  paced.until(on(0, '10:00'));
});
afterEach(async () => {
  await paced.setPace({});
  await paced.pass();
  for (const past of [paced.posted, paced.told]) past.splice(0);
  paced.archived.clear();
});

const titles = () => paced.posted.map(({ title }) => title);
const nights = { from: '22:00', until: '07:00' };
const recalled = async (id: string) => {
  const request = await paced.find(id);
  const { parts } = paced.site;
  await parts.db.inOrg(paced.world.org, (tx) => recall(parts, tx, paced.world.org, request));
};

describe('quiet time', () => {
  it('holds what falls into it, sent now or planned, until its end, in its order', async () => {
    await paced.setPace({ quietHours: nights, quietDays: [3] });
    const planned = await paced.send('Planned', { at: on(0, '22:30') });
    paced.until(on(0, '23:00'));
    await paced.send('At once');
    await paced.work();
    expect(await paced.find(planned)).toMatchObject({ state: 'scheduled', delivery: 'queued', deliveryProblem: null });
    // The next day is a quiet one.
    for (const quiet of [on(1, '12:00'), on(2, '06:59')]) {
      paced.until(quiet);
      await paced.pass();
    }
    expect(titles()).toEqual([]);
    paced.until(on(2, '07:00'));
    await paced.pass();
    expect(titles()).toEqual(['Planned', 'At once']);
    expect(await paced.find(planned)).toMatchObject({ state: 'open', sentAt: at(on(2, '07:00')) });
  });

  it('is nothing to a request that is sent anyway', async () => {
    await paced.setPace({ quietHours: nights, perDay: 1 });
    paced.until(on(0, '23:00'));
    await paced.send('Held');
    await paced.send('Urgent', { anyway: true });
    await paced.work();
    expect(titles()).toEqual(['Urgent']);
    paced.until(on(1, '07:00'));
    await paced.pass();
    // What went anyway stands on the day before: this one's place is free.
    expect(titles()).toEqual(['Urgent', 'Held']);
  });

  it('lets all out once it is switched off', async () => {
    await paced.setPace({ quietHours: nights });
    paced.until(on(0, '23:00'));
    await paced.send('Held');
    await paced.work();
    await paced.setPace({});
    await paced.site.jobs.runDue();
    await paced.site.jobs.runDue();
    expect(titles()).toEqual(['Held']);
  });
});

describe('a cap', () => {
  it('holds whatever is over it, whichever of two processes comes to it, and however often', async () => {
    await paced.setPace({ perDay: 2, perWeek: 3 });
    const ids: string[] = [];
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) ids.push(await paced.send(title));
    const other = await paced.again();
    // The last due comes first, and each in both at once.
    const all = ids.toReversed().flatMap((id) => [paced.site, other].map((site) => paced.announceIn(site, id)));
    await Promise.all(all);
    await Promise.all([paced.work(), paced.pass(other)]);
    expect(titles().toSorted()).toEqual(['One', 'Two']);
    paced.until(on(1, '00:00'));
    await Promise.all([paced.site, other].flatMap((site) => ids.map((id) => paced.announceIn(site, id))));
    expect(titles().slice(2)).toEqual(['Three']);
    paced.until(on(2, '12:00'));
    await paced.pass();
    expect(titles()).toHaveLength(3);
    paced.until(on(6, '00:00'));
    await paced.pass();
    expect(titles().slice(3)).toEqual(['Four', 'Five']);
  });

  it('counts a message of which a process died before it knew, and posts it never again', async () => {
    await paced.setPace({ perDay: 1 });
    const dies = (parts: ShareParts): ShareParts => ({
      ...parts,
      slack: (org) => ({
        ...parts.slack(org),
        postMessage: async (...message) => {
          await parts.slack(org).postMessage(...message);
          throw new Error('killed');
        },
      }),
    });
    const doomed = await paced.again(dies);
    const lost = await paced.send('Lost');
    await expect(paced.announceIn(doomed, lost)).rejects.toThrow('killed');
    await paced.send('Next');
    await takeOverJobs(paced.site);
    await paced.work();
    expect(titles()).toEqual(['Lost']);
    expect(await paced.find(lost)).toMatchObject({ state: 'scheduled', delivery: 'uncertain' });
    paced.until(on(1, '00:00'));
    await paced.pass();
    expect(titles()).toEqual(['Lost', 'Next']);
  });

  it('is not used up by what Slack has refused: whoever waits behind it goes at once', async () => {
    await paced.setPace({ perDay: 1 });
    const refusing = await paced.again((parts) => ({
      ...parts,
      slack: (org) => ({
        ...parts.slack(org),
        postMessage: async () => ({ ok: false, error: 'restricted_action', sentence: 'Not here.' }) as never,
      }),
    }));
    const [refused, behind] = [await paced.send('Refused'), await paced.send('Behind')];
    await paced.announceIn(paced.site, behind);
    expect(titles()).toEqual([]);
    await paced.announceIn(refusing, refused);
    expect(await paced.find(refused)).toMatchObject({ state: 'draft', deliveryProblem: 'Not here.' });
    await paced.work();
    expect(titles()).toEqual(['Behind']);
  });

  it('waits for no archived channel: when its moment comes, the publisher is told to choose another', async () => {
    await paced.setPace({ quietHours: nights });
    paced.until(on(0, '23:00'));
    const id = await paced.send('Nowhere', { channels: ['C2'] });
    await paced.work();
    paced.archived.add('C2');
    paced.until(on(1, '07:00'));
    await paced.pass();
    expect(await paced.find(id)).toMatchObject({ state: 'draft', deliveryProblem: 'This channel is archived.' });
  });

  it('counts what was recalled after it went out, and frees the place of what was recalled while it waited', async () => {
    await paced.setPace({ perDay: 1 });
    const first = await paced.send('Seen');
    await paced.work();
    await recalled(first);
    const [waiting] = [await paced.send('Waiting'), await paced.send('Behind')];
    await paced.work();
    expect(titles()).toEqual(['Seen']);
    await recalled(waiting);
    paced.until(on(1, '00:01'));
    await paced.pass();
    expect(titles()).toEqual(['Seen', 'Behind']);
  });

  it('holds each channel on its own: the request is open with the first', async () => {
    await paced.setPace({ perDay: 1 });
    await paced.send('Earlier');
    const id = await paced.send('Both', { channels: ['C1', 'C2'] });
    await paced.work();
    const stands = paced.posted.map(({ channelId, title }) => `${title} ${channelId}`);
    expect(stands.toSorted()).toEqual(['Both C2', 'Earlier C1']);
    expect(await paced.find(id)).toMatchObject({
      state: 'open',
      messages: [{ state: 'queued', heldAt: expect.any(Date) }, { state: 'sent' }],
    });
    paced.until(on(1, '00:00'));
    await paced.pass();
    expect(paced.posted.at(-1)).toMatchObject({ channelId: 'C1', title: 'Both' });
  });
});

describe('a request that ends while it waits', () => {
  it('is not sent, says why, can be sent again, and is told once', async () => {
    await paced.setPace({ quietHours: nights });
    paced.until(on(0, '23:00'));
    const id = await paced.send('Too short', { endsAt: on(1, '06:00') });
    await paced.work();
    expect(await paced.find(id)).toMatchObject({ state: 'scheduled' });
    paced.until(on(1, '06:00'));
    await paced.pass();
    await paced.pass();
    expect(await paced.find(id)).toMatchObject({
      ...{ state: 'draft', delivery: 'failed' },
      deliveryProblem: expect.stringContaining('waited for its channel until its end date passed'),
    });
    expect(paced.told).toMatchObject([{ subject: expect.stringContaining('“Too short” was not sent') }]);
    paced.until(on(1, '12:00'));
    await paced.pass();
    expect(titles()).toEqual([]);
  });

  it('stays as it is in the channels that had it, and says which had not', async () => {
    await paced.setPace({ perDay: 1 });
    await paced.send('Earlier');
    const id = await paced.send('Half', { channels: ['C1', 'C2'], endsAt: on(0, '18:00') });
    await paced.work();
    paced.until(on(0, '18:00'));
    await paced.pass();
    expect(await paced.find(id)).toMatchObject({
      ...{ state: 'ended', messages: [{ state: 'failed' }, { state: 'sent' }] },
      deliveryProblem: '#news: The request ended before this channel could take it.',
    });
    expect(paced.told).toMatchObject([{ lines: ['It has ended, and #news never had it.'] }]);
    paced.until(on(1, '12:00'));
    await paced.pass();
    expect(titles().toSorted()).toEqual(['Earlier', 'Half']);
  });
});
