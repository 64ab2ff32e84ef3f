import { describe, expect, it } from 'vitest';
import { orgId } from '../../platform/db/index.ts';
import { openDestinations } from './destinations.ts';
import { type Destination, newSlug } from './link.ts';

const org = orgId('01969a00-0000-7000-8000-000000000001');
const link = (slug: string, target = 'https://example.com/'): Destination => ({
  orgId: org,
  id: crypto.randomUUID(),
  slug,
  target,
  endsAt: null,
});

describe('the links in memory', () => {
  it('are found by their exact slug', () => {
    const destinations = openDestinations(async () => null);
    destinations.put(link('AbcdefghijkL'));
    expect(destinations.find('AbcdefghijkL', 0)).toMatchObject({ target: 'https://example.com/' });
    expect(destinations.find('abcdefghijkl', 0)).toBeNull();
    expect(destinations.find('../../etc/passwd', 0)).toBe('absent');
    expect(destinations.find('', 0)).toBe('absent');
  });

  it('lead nowhere when a row holds something else than a web address', () => {
    const destinations = openDestinations(async () => null);
    destinations.put(link('abcdefghijkm', 'javascript:alert(1)'));
    expect(destinations.size).toBe(0);
  });

  it('are looked up once when missing, and a miss is believed for ten seconds', async () => {
    let reads = 0;
    const destinations = openDestinations(async () => {
      reads += 1;
      return null;
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
    expect(destinations.find(slug, 5_000)).toMatchObject({ slug });
  });

  it('remember a link that another process made', async () => {
    const destinations = openDestinations(async (slug) => link(slug));
    const slug = newSlug();
    expect(await destinations.lookUp(slug, 0)).toMatchObject({ slug });
    expect(destinations.find(slug, 0)).toMatchObject({ slug });
  });

  it('spare the database a scan, and are busy while it is away', async () => {
    const release: (() => void)[] = [];
    const destinations = openDestinations(() => new Promise((resolve) => release.push(() => resolve(null))));
    const lookUps = Array.from({ length: 50 }, () => destinations.lookUp(newSlug(), 0));
    expect(release).toHaveLength(20);
    for (const answer of release) answer();
    const found = await Promise.all(lookUps);
    expect(found.filter((one) => one === 'busy')).toHaveLength(30);
    const away = openDestinations(() => Promise.reject(new Error('down')));
    expect(await away.lookUp(newSlug(), 0)).toBe('busy');
  });

  it('hold ten thousand in a few megabytes', () => {
    const destinations = openDestinations(async () => null);
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let index = 0; index < 10_000; index += 1) {
      destinations.put(link(newSlug(), `https://example.com/posts/${index}?utm_source=coact&utm_medium=social`));
    }
    expect(destinations.size).toBe(10_000);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(25 * 1024 * 1024);
  });
});
