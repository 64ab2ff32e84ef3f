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

  it('are free again when a post throws, and keep nothing of servers that are idle', async () => {
    const { lanes } = openLanes();
    const broken = () => Promise.reject(new Error('a bug'));
    for (let turn = 0; turn < 6; turn += 1) {
      await expect(lanes.run('mastodon', `host-${turn}.example`, broken)).rejects.toThrow('a bug');
    }
    expect(lanes.size).toBe(0);
  });
});
