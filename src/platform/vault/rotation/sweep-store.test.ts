import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { allSealedPlaces } from '../../../sealed-places.ts';
import { newId } from '../../clock/index.ts';
import { installation } from '../key-store.ts';
import { inScope } from './parts.ts';
import { countUnder, replaceValues, valuesUnder } from './sweep-store.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const blob = Buffer.alloc(50, 1);

it.each(allSealedPlaces.map((place) => [`${place.table}.${place.column}`, place] as const))(
  'may look for sealed values in %s, lock them and put renewed ones in their place',
  async (_, place) => {
    const owner = place.of === 'installation' ? installation : world.orgId;
    const rowId = place.rowType === 'text' ? 'none' : newId(world.clock);
    const row = { rowId, at: place.within ? '01' : rowId, sealed: blob, renewed: blob };
    await inScope(world.db, owner, async (tx) => {
      const page = { after: place.within ? null : rowId, size: 10 };
      expect(await valuesUnder(tx, place, owner, [newId(world.clock)], page)).toEqual([]);
      expect(await replaceValues(tx, place, owner, [row])).toBe(0);
      expect(await countUnder(tx, place, owner, [newId(world.clock)])).toBe(0);
    });
  },
);
