import { describe, expect, it } from 'vitest';
import { orgId } from '../../platform/db/index.ts';
import { openDestinations } from './destinations.ts';
import { type Destination, newSlug } from './link.ts';

const org = orgId('01969a00-0000-7000-8000-000000000001');
const link = (slug: string, target = 'https://example.com/'): Destination => ({
  orgId: org,
  id: crypto.randomUUID(),
  key: slug,
  target,
  endsAt: null,
  targetAfter: null,
  card: null,
});
const nothing = async () => [];

/** A database whose answers wait until they are let go, as they were when it was asked. */
function slowDatabase() {
  const rows = new Map<string, Destination>();
  const queries: { readonly slugs: readonly string[]; readonly answer: () => void; readonly fail: () => void }[] = [];
  const read = (slugs: readonly string[]) => {
    const found = slugs.flatMap((slug) => rows.get(slug) ?? []);
    return new Promise<readonly Destination[]>((resolve, reject) => {
      queries.push({ slugs, answer: () => resolve(found), fail: () => reject(new Error('down')) });
    });
  };
  return { rows, queries, read };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the links in memory', () => {
  it('are found by their exact slug', () => {
    const destinations = openDestinations(nothing);
    destinations.put(link('AbcdefghijkL'));
    expect(destinations.find('AbcdefghijkL', 0)).toMatchObject({ target: 'https://example.com/' });
    expect(destinations.find('abcdefghijkl', 0)).toBeNull();
    expect(destinations.find('../../etc/passwd', 0)).toBe('absent');
    expect(destinations.find('', 0)).toBe('absent');
  });

  it('lead nowhere when a row holds something else than a web address', () => {
    const destinations = openDestinations(nothing);
    destinations.put(link('abcdefghijkm'));
    destinations.put(link('abcdefghijkm', 'javascript:alert(1)'));
    expect(destinations.size).toBe(0);
  });

  it('are looked up once when missing, and a miss is believed for ten seconds', async () => {
    let reads = 0;
    const destinations = openDestinations(async () => {
      reads += 1;
      return [];
    });
    const slug = newSlug();
    expect(await Promise.all([destinations.lookUp(slug, 0), destinations.lookUp(slug, 0)])).toEqual([
      'absent',
      'absent',
    ]);
    expect(reads).toBe(1);
    expect(destinations.find(slug, 9_999)).toBe('absent');
    expect(destinations.find(slug, 10_001)).toBeNull();
    destinations.put(link(slug));
    expect(destinations.find(slug, 5_000)).toMatchObject({ key: slug });
  });

  it('remember a link that another process made', async () => {
    const destinations = openDestinations(async (slugs) => slugs.map((slug) => link(slug)));
    const slug = newSlug();
    expect(await destinations.lookUp(slug, 0)).toMatchObject({ key: slug });
    expect(destinations.find(slug, 0)).toMatchObject({ key: slug });
  });

  it('spare the database a scan: one query at a time, and so many visitors that wait', async () => {
    const { queries, read } = slowDatabase();
    const destinations = openDestinations(read, { mostWaiting: 30 });
    const lookUps = Array.from({ length: 50 }, () => destinations.lookUp(newSlug(), 0));
    expect(queries.map((query) => query.slugs.length)).toEqual([1]);
    queries[0]?.answer();
    await turn();
    expect(queries.map((query) => query.slugs.length)).toEqual([1, 30]);
    queries[1]?.answer();
    const found = await Promise.all(lookUps);
    expect(found.filter((one) => one === 'busy')).toHaveLength(19);
  });

  it('are busy while the database is away', async () => {
    const away = openDestinations(() => Promise.reject(new Error('down')));
    expect(await away.lookUp(newSlug(), 0)).toBe('busy');
  });

  it('are so many at most: those that nobody clicks make room', () => {
    const destinations = openDestinations(nothing, { most: 3 });
    const slugs = Array.from({ length: 4 }, () => newSlug());
    for (const slug of slugs.slice(0, 3)) destinations.put(link(slug));
    destinations.find(slugs[0] ?? '', 0);
    destinations.put(link(slugs[3] ?? ''));
    expect(slugs.map((slug) => destinations.find(slug, 0) !== null)).toEqual([true, false, true, true]);
    for (const slug of slugs) destinations.find(slug, 0);
    destinations.put(link(newSlug()));
    expect(destinations.size).toBe(3);
  });

  it('hold ten thousand in a few megabytes', () => {
    const destinations = openDestinations(nothing);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < 10_000; index += 1) {
      destinations.put(link(newSlug(), `https://example.com/posts/${index}?utm_source=coact&utm_medium=social`));
    }
    expect(destinations.size).toBe(10_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(25 * 1024 * 1024);
  });
});

describe('a changed link', () => {
  it('is looked up again at once', async () => {
    const { rows, queries, read } = slowDatabase();
    const destinations = openDestinations(read);
    const slug = newSlug();
    destinations.put(link(slug));
    rows.set(slug, link(slug, 'https://example.com/moved'));
    destinations.changed(slug, 0);
    expect(queries).toHaveLength(1);
    queries[0]?.answer();
    await turn();
    expect(destinations.find(slug, 0)).toMatchObject({ target: 'https://example.com/moved' });
  });

  it('is not believed any longer when the database does not answer, or not soon', async () => {
    const { queries, read } = slowDatabase();
    const destinations = openDestinations(read);
    const [failing, slow] = [newSlug(), newSlug()];
    destinations.put(link(failing));
    destinations.put(link(slow));
    destinations.changed(failing, 0);
    queries[0]?.fail();
    await turn();
    expect(destinations.find(failing, 0)).toBeNull();
    destinations.changed(slow, 0);
    expect(destinations.find(slow, 0)).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(destinations.find(slow, 0)).toBeNull();
  });

  it('is not looked up for nobody: one that was never clicked waits for its visitor', () => {
    const { queries, read } = slowDatabase();
    openDestinations(read).changed(newSlug(), 0);
    expect(queries).toHaveLength(0);
  });

  it('is believed over "there is none"', async () => {
    const rows: Destination[] = [];
    const destinations = openDestinations(async () => rows);
    const slug = newSlug();
    await destinations.lookUp(slug, 0);
    rows.push(link(slug));
    destinations.changed(slug, 1);
    expect(destinations.find(slug, 1)).toBeNull();
    expect(await destinations.lookUp(slug, 1)).toMatchObject({ key: slug });
  });

  it('is read again when the answer on its way was from before the change', async () => {
    const { rows, queries, read } = slowDatabase();
    const destinations = openDestinations(read);
    const slug = newSlug();
    rows.set(slug, link(slug, 'https://example.com/before'));
    const visitor = destinations.lookUp(slug, 0);
    rows.set(slug, link(slug, 'https://example.com/after'));
    destinations.changed(slug, 0);
    queries[0]?.answer();
    await turn();
    queries[1]?.answer();
    expect(await visitor).toMatchObject({ target: 'https://example.com/after' });
    expect(destinations.find(slug, 0)).toMatchObject({ target: 'https://example.com/after' });
  });
});

describe('after changes were missed', () => {
  it('everything remembered is read again, and answered from memory meanwhile', async () => {
    const { rows, queries, read } = slowDatabase();
    const destinations = openDestinations(read);
    const slugs = Array.from({ length: 700 }, () => newSlug());
    for (const slug of slugs) destinations.put(link(slug));
    for (const slug of slugs.slice(1)) rows.set(slug, link(slug, 'https://example.com/after'));
    const done = destinations.missed();
    expect(destinations.find(slugs[5] ?? '', 0)).toMatchObject({ target: 'https://example.com/' });
    for (let count = 0; count < 3; count += 1) {
      queries[count]?.answer();
      await turn();
    }
    await done;
    expect(queries.map((query) => query.slugs.length)).toEqual([1, 500, 199]);
    expect(destinations.find(slugs[0] ?? '', 0)).toBe('absent');
    expect(destinations.find(slugs[699] ?? '', 0)).toMatchObject({ target: 'https://example.com/after' });
  });

  it('a failed reading is tried again, and what was known stays until then', async () => {
    const { rows, queries, read } = slowDatabase();
    const destinations = openDestinations(read);
    const slug = newSlug();
    destinations.put(link(slug));
    rows.set(slug, link(slug, 'https://example.com/after'));
    const done = destinations.missed();
    queries[0]?.fail();
    await turn();
    expect(destinations.find(slug, 0)).toMatchObject({ target: 'https://example.com/' });
    const soon = setInterval(() => queries[1]?.answer(), 50);
    await done;
    clearInterval(soon);
    expect(destinations.find(slug, 0)).toMatchObject({ target: 'https://example.com/after' });
  });
});
