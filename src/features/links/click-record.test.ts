import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Click, countRecords, openTally, recordBytes, writeRecord } from './click-record.ts';

const link = { orgId: '01969a00-0000-7000-8000-000000000001', linkId: '01969a00-0000-7000-8000-00000000000a' };
const click = (parts: Partial<Click> = {}): Click => ({
  ...link,
  hour: 493_000,
  robot: false,
  unique: false,
  device: 1,
  referrer: 2,
  ...parts,
});

const journal = (...clicks: readonly Click[]) => {
  const bytes = Buffer.alloc(clicks.length * recordBytes, 0xee);
  for (const [index, one] of clicks.entries()) writeRecord(one, bytes, index * recordBytes);
  return bytes;
};

describe('a journal of clicks', () => {
  it('comes down to counters by organisation, link and hour', () => {
    const counts = countRecords(
      journal(click({ unique: true }), click(), click({ robot: true }), click({ hour: 493_001, device: 2 })),
    );
    expect([...counts.values()]).toMatchObject([
      { ...link, hour: 493_000, total: 2, unique: 1, robots: 1, devices: [0, 2, 0, 0] },
      { ...link, hour: 493_001, total: 1, unique: 0, robots: 0, devices: [0, 0, 1, 0] },
    ]);
  });

  it('comes down to the same when it is counted as it is written', () => {
    const other = { orgId: link.orgId, linkId: '01969a00-0000-7000-8000-00000000000b' };
    const anyClick = fc.record({
      ...{ robot: fc.boolean(), unique: fc.boolean(), device: fc.nat(3), referrer: fc.nat(10) },
      hour: fc.integer({ min: 493_000, max: 493_002 }),
      linkId: fc.constantFrom(link.linkId, other.linkId),
    });
    fc.assert(
      fc.property(fc.array(anyClick.map(click)), (clicks) => {
        const tally = openTally();
        for (const one of clicks) tally.add(one);
        expect(tally.counts).toEqual(countRecords(journal(...clicks)));
      }),
    );
  });

  it('is read as far as it is whole', () => {
    const bytes = journal(click(), click(), click());
    expect([...countRecords(bytes.subarray(0, bytes.length - 1)).values()]).toMatchObject([{ total: 2 }]);
    const damaged = Buffer.from(bytes).fill(0, recordBytes, 2 * recordBytes);
    expect([...countRecords(damaged).values()]).toMatchObject([{ total: 2 }]);
    expect(countRecords(Buffer.alloc(10 * recordBytes)).size).toBe(0);
    expect(countRecords(Buffer.alloc(0)).size).toBe(0);
  });

  it('never brings more clicks than went in, whatever happens to a byte of it', () => {
    const bytes = journal(click({ unique: true }), click());
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] ?? 0) ^ change;
        const total = [...countRecords(damaged).values()].reduce((sum, count) => sum + count.total, 0);
        expect(total).toBeLessThanOrEqual(2);
        expect(total).toBeGreaterThanOrEqual(1);
      }),
    );
  });
});
