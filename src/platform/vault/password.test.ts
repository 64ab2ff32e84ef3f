import { describe, expect, it } from 'vitest';
import { HashingBusy, openPasswordHasher, usualCost } from './index.ts';

const cheap = { memory: 64, passes: 1, lanes: 1 };
const hasher = openPasswordHasher('a pepper', cheap);

describe('a password', () => {
  it('is hashed with Argon2id, salted anew each time, with its cost in the hash', async () => {
    const usual = openPasswordHasher('a pepper');
    const [one, two] = [await usual.hash('correct horse battery'), await usual.hash('correct horse battery')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
    expect(await usual.check('correct horse battery', one)).toEqual({ ok: true, stale: false });
  });

  it.each(['correct horse batterz', 'correct horse battery ', '', 'CORRECT HORSE BATTERY'])(
    'is not %j',
    async (guess) => {
      const hash = await hasher.hash('correct horse battery');
      expect(await hasher.check(guess, hash)).toEqual({ ok: false, stale: false });
    },
  );

  it('can’t be checked without the pepper', async () => {
    const hash = await hasher.hash('correct horse battery');
    expect((await openPasswordHasher('another', cheap).check('correct horse battery', hash)).ok).toBe(false);
  });

  it('says when it should be hashed again', async () => {
    const hash = await hasher.hash('correct horse battery');
    const dearer = openPasswordHasher('a pepper', { ...cheap, passes: 2 });
    expect(await dearer.check('correct horse battery', hash)).toEqual({ ok: true, stale: true });
    expect(await dearer.check('wrong', hash)).toEqual({ ok: false, stale: false });
  });

  it.each(['', 'plain', '$argon2id$v=19$m=64,t=1,p=1$$', '$argon2i$v=19$m=64,t=1,p=1$YWJjZGVmZ2hpams$c2hvcnQ'])(
    'is never right against the broken hash %j',
    async (hash) => {
      expect(await hasher.check('', hash)).toEqual({ ok: false, stale: false });
    },
  );

  it('takes as long to check where there is none', async () => {
    const usual = openPasswordHasher('a pepper', usualCost);
    const hash = await usual.hash('correct horse battery');
    const time = async (against: string | null) => {
      const times: number[] = [];
      for (let index = 0; index < 9; index += 1) {
        const began = performance.now();
        await usual.check('a guess of somebody', against);
        times.push(performance.now() - began);
      }
      return times.toSorted((left, right) => left - right)[4] ?? 0;
    };
    const ratio = (await time(null)) / (await time(hash));
    expect(ratio).toBeGreaterThan(0.4);
    expect(ratio).toBeLessThan(2.5);
  });
});

describe('a flood of guesses', () => {
  it('is checked two at a time, and refused beyond fifty in line', async () => {
    const slow = openPasswordHasher('a pepper', { memory: 4_096, passes: 1, lanes: 1 });
    const answers = await Promise.allSettled(Array.from({ length: 1_000 }, () => slow.check('guess', null)));
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1_000 - 52);
    expect(refused.every((one) => one.status === 'rejected' && one.reason instanceof HashingBusy)).toBe(true);
    // And the line moves on afterwards.
    expect(await slow.check('x', await slow.hash('x'))).toMatchObject({ ok: true });
  });
});
