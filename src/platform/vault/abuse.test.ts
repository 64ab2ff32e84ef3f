import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../../../test/support/world.ts';
import type { OrgId } from '../db/index.ts';
import { openWith, SealBroken, sealWith } from './cipher.ts';
import { KeysDestroyed, type Place } from './index.ts';
import { destroyKeys } from './rotation/destroy.ts';
import { partsOf } from './rotation/rotation.fixture.ts';

const blobs = 20_000;
const context = ['org', 'people', 'email_sealed', 'row-1'];

/** One way to spoil a sealed value, or the place or the key it is opened with. */
interface Abuse {
  readonly sealed: Uint8Array;
  readonly key: Uint8Array;
  readonly context: readonly string[];
}

const key = randomBytes(32);
const keyId = randomBytes(16);
const plain = fc.uint8Array({ maxLength: 300 });
const spoiled: fc.Arbitrary<(sealed: Uint8Array) => Partial<Abuse>> = fc.oneof(
  fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })).map(([at, bit]) => (sealed: Uint8Array) => {
    const flipped = Uint8Array.from(sealed);
    const index = at % flipped.length;
    flipped[index] = (flipped[index] ?? 0) ^ (1 << bit);
    return { sealed: flipped };
  }),
  fc.integer({ min: 1, max: 400 }).map((cut) => (sealed: Uint8Array) => ({
    sealed: sealed.subarray(0, Math.max(0, sealed.length - cut)),
  })),
  // A tag of 12, 8 or 4 bytes, which Node itself would take where the length is not fixed.
  fc.constantFrom(4, 8, 12).map((cut) => (sealed: Uint8Array) => ({ sealed: sealed.subarray(0, sealed.length - cut) })),
  fc.uint8Array({ minLength: 1, maxLength: 20 }).map((more) => (sealed: Uint8Array) => ({
    sealed: Buffer.concat([sealed, more]),
  })),
  fc.constant((sealed: Uint8Array) => ({
    sealed: Buffer.concat([sealed.subarray(0, 1), randomBytes(16), sealed.subarray(17)]),
  })),
  fc.constant(() => ({ key: randomBytes(32) })),
  fc.uint8Array({ maxLength: 120 }).map((noise) => () => ({ sealed: noise })),
  fc.tuple(fc.nat({ max: 3 }), fc.string()).map(([at, other]) => () => ({ context: context.with(at, `${other}!`) })),
  fc
    .constantFrom(['orgp', 'eople', 'email_sealed', 'row-1'], ['org', 'people', 'email_sealedrow-1'], [])
    .map((other) => () => ({ context: other })),
);

it(`opens none of ${blobs} values that were altered, cut, moved, or are opened with another key`, () => {
  let opened = 0;
  fc.assert(
    fc.property(plain, spoiled, (text, spoil) => {
      const sealed = sealWith(key, keyId, context, text);
      const abuse: Abuse = { sealed, key, context, ...spoil(sealed) };
      expect(Buffer.from(openWith(key, context, sealed)).equals(text)).toBe(true);
      try {
        openWith(abuse.key, abuse.context, abuse.sealed);
        opened += 1;
      } catch (error) {
        if (!(error instanceof SealBroken)) throw error;
      }
    }),
    { numRuns: blobs },
  );
  expect(opened).toBe(0);
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

it('opens nothing of another organisation, of another place, or of a destroyed key, through the vault', async () => {
  const orgs = [world.newOrgId(), world.newOrgId()] as const;
  const place: Place = { table: 'people', column: 'email_sealed', rowId: 'row' };
  const seal = (org: OrgId) => world.db.inOrg(org, (tx) => world.vault.seal(tx, place, 'ana@example.com'));
  const sealed = [await seal(orgs[0]), await seal(orgs[1])] as const;
  const opening = (org: OrgId, blob: Uint8Array, at = place) =>
    world.db.inOrg(org, (tx) => world.vault.openText(tx, at, blob));
  expect(await opening(orgs[0], sealed[0])).toBe('ana@example.com');
  await expect(opening(orgs[1], sealed[0])).rejects.toThrow(SealBroken);
  await expect(opening(orgs[0], sealed[1])).rejects.toThrow(SealBroken);
  await expect(opening(orgs[0], sealed[0], { ...place, rowId: 'other' })).rejects.toThrow(SealBroken);
  // The head of one value on the body of another.
  const mixed = Buffer.concat([sealed[0].subarray(0, 29), (await seal(orgs[0])).subarray(29)]);
  await expect(opening(orgs[0], mixed)).rejects.toThrow(SealBroken);
  await expect(world.db.asOwner((tx) => world.vault.open(tx, place, sealed[0]))).rejects.toThrow(SealBroken);
  await destroyKeys(partsOf(world), orgs[0]);
  await expect(opening(orgs[0], sealed[0])).rejects.toThrow(SealBroken);
  await expect(seal(orgs[0])).rejects.toThrow(KeysDestroyed);
  expect(await opening(orgs[1], sealed[1])).toBe('ana@example.com');
});
