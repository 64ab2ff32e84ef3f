import { describe, expect, it } from 'vitest';
import type { PostOutcome } from '../network.ts';
import { Lanes } from './lanes.ts';

const posted: PostOutcome = { kind: 'posted', uri: 'u', url: 'https://a.example/1' };
const full = (afterSeconds: number): PostOutcome => ({ kind: 'later', afterSeconds, forEverybody: true });

function openLanes(random = 0) {
  const clock = { now: 1_000_000 };
  const lanes = new Lanes(
    () => clock.now,
    () => random,
  );
  let asked = 0;
  const post = (outcome: PostOutcome) => async () => {
    asked += 1;
    return outcome;
  };
  return { clock, lanes, post, asked: () => asked };
}

describe('lanes to the networks', () => {
  it('ask nobody again before the time that a server named for everybody', async () => {
    const { clock, lanes, post, asked } = openLanes();
    expect(await lanes.run('x', null, post(full(90)))).toMatchObject({ kind: 'later', afterSeconds: 90 });
    clock.now += 30_000;
    expect(await lanes.run('x', null, post(posted))).toEqual({ kind: 'later', afterSeconds: 60 });
    expect(asked()).toBe(1);
    clock.now += 60_000;
    expect(await lanes.run('x', null, post(posted))).toEqual(posted);
  });

  it('heed the longest wait of those that answers to posts under way together name', async () => {
    const { clock, lanes, post } = openLanes();
    const [first, second] = [Promise.withResolvers<PostOutcome>(), Promise.withResolvers<PostOutcome>()];
    const underWay = [first, second].map(({ promise }) => lanes.run('x', null, () => promise));
    first.resolve(full(900));
    second.resolve(full(5));
    await Promise.all(underWay);
    clock.now += 60_000;
    expect(await lanes.run('x', null, post(posted))).toEqual({ kind: 'later', afterSeconds: 840 });
  });

  it('go on for others when the limit is one account’s', async () => {
    const { lanes, post } = openLanes();
    await lanes.run('x', null, post({ kind: 'later', afterSeconds: 900 }));
    expect(await lanes.run('x', null, post(posted))).toEqual(posted);
  });

  it('pause one server and no other, and no other network', async () => {
    const { lanes, post } = openLanes();
    await lanes.run('mastodon', 'a.example', post(full(300)));
    expect((await lanes.run('mastodon', 'a.example', post(posted))).kind).toBe('later');
    expect(await lanes.run('mastodon', 'b.example', post(posted))).toEqual(posted);
    expect(await lanes.run('bluesky', 'a.example', post(posted))).toEqual(posted);
  });

  it('spread those who come back, so that they do not meet the limit in the same second', async () => {
    const waits = [];
    for (const random of [0, 0.5, 0.99]) {
      const { lanes, post } = openLanes(random);
      await lanes.run('x', null, post(full(60)));
      const again = await lanes.run('x', null, post(posted));
      waits.push(again.kind === 'later' ? again.afterSeconds : 0);
    }
    expect(waits).toEqual([60, 70, 80]);
  });

  it('let a server that hangs hold six posts and no more', async () => {
    const { lanes, post, asked } = openLanes();
    const hanging = Promise.withResolvers<PostOutcome>();
    const held = Array.from({ length: 6 }, () => lanes.run('mastodon', 'slow.example', () => hanging.promise));
    expect(await lanes.run('mastodon', 'slow.example', post(posted))).toEqual({ kind: 'later', afterSeconds: 1 });
    expect(asked()).toBe(0);
    expect(await lanes.run('mastodon', 'quick.example', post(posted))).toEqual(posted);
    hanging.resolve({ kind: 'unknown' });
    expect(await Promise.all(held)).toEqual(Array.from({ length: 6 }, () => ({ kind: 'unknown' })));
    expect(await lanes.run('mastodon', 'slow.example', post(posted))).toEqual(posted);
  });

  it('bring the shares of 10,000 employees past one app’s limit, asking in vain no more often than workers are under way', async () => {
    const { workers, takes, windowMs } = { workers: 8, takes: 500, windowMs: 900_000 };
    let [now, refused, early] = [0, 0, 0];
    const lanes = new Lanes(() => now);
    let window = { until: windowMs, taken: 0 };
    let nobodyBefore = 0;
    const x = async (): Promise<PostOutcome> => {
      if (now < nobodyBefore) early += 1;
      // Under way together with others.
      await Promise.resolve();
      if (now >= window.until) window = { until: now + windowMs, taken: 0 };
      if (window.taken < takes) {
        window.taken += 1;
        return posted;
      }
      refused += 1;
      nobodyBefore = window.until;
      return full((window.until - now) / 1_000);
    };
    let due = Array.from({ length: 10_000 }, () => 0);
    let elsewhere = 0;
    while (due.length > 0) {
      now = Math.max(
        now,
        due.reduce((least, at) => Math.min(least, at)),
      );
      const ready = due.filter((at) => at <= now).length;
      const waiting = due.filter((at) => at > now);
      for (let begun = 0; begun < ready; begun += workers) {
        const together = Array.from({ length: Math.min(workers, ready - begun) }, () => lanes.run('x', null, x));
        for (const outcome of await Promise.all(together)) {
          if (outcome.kind === 'later') waiting.push(now + outcome.afterSeconds * 1_000);
        }
      }
      const other = await lanes.run('bluesky', null, async () => posted);
      if (other.kind === 'posted') elsewhere += 1;
      else throw new Error('one network waited for another');
      due = waiting;
    }
    const windows = 10_000 / takes;
    expect(refused).toBeLessThanOrEqual(windows * workers);
    expect(early).toBe(0);
    expect(elsewhere).toBeGreaterThan(windows);
    // Some seconds of each window go by with the spreading of those who come back.
    expect(now).toBeLessThan(windows * (windowMs + 60_000));
  });

  it('are free again when a post throws, and keep nothing of servers that are idle', async () => {
    const { lanes } = openLanes();
    const broken = () => Promise.reject(new Error('a bug'));
    for (let turn = 0; turn < 6; turn += 1) {
      await expect(lanes.run('mastodon', `host-${turn}.example`, broken)).rejects.toThrow('a bug');
    }
    expect(lanes.size).toBe(0);
  });
});
