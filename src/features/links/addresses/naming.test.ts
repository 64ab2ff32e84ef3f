import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { openAudit } from '../../../platform/audit/index.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { type OrgId, sql } from '../../../platform/db/index.ts';
import { isSlug, type ShortLink } from '../link.ts';
import { openSite, type Site } from '../redirect.fixture.ts';
import { findLink } from '../store.ts';
import { namesLike, readName } from './name.ts';
import { freeName, isChanceTaken, nameLink, unnameLink } from './naming.ts';

let world: World;
let site: Site;
beforeAll(async () => {
  world = await openWorld();
  site = await openSite(world);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const shared = 'https://go.coact.test';
const actor = { kind: 'person', id: randomId() } as const;
const partsOf = ({ db, clock, vault }: World) => ({ db, clock, audit: openAudit({ db, clock, vault }) });
const create = (org: OrgId, target = 'https://harbour.example/') =>
  world.db.inOrg(org, (tx) => site.links.create(tx, { requestId: randomId(), network: 'x', variant: 0, target }));

/** Null when the name is taken. */
const name = (org: OrgId, { id }: ShortLink, wanted: string): Promise<string | null> =>
  world.db.inOrg(org, async (tx) => {
    const link = await findLink(tx, id);
    if (link === null || !(await nameLink(partsOf(world), tx, actor, link, wanted))) return null;
    return (await findLink(tx, id))?.name ?? null;
  });
/** Names are told to every process, this one too, a moment after the commit. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 20 });
const leadsTo = async (slug: string) => (await site.ask(`${shared}/${slug}`)).headers.location ?? null;

describe('a link that is named', () => {
  it('leads by its name, by each that it had before, and by its first slug', async () => {
    const org = world.newOrgId();
    const target = 'https://harbour.example/porto';
    const link = await create(org, target);
    expect(await leadsTo('spring-launch')).toBeNull();
    expect(await name(org, link, 'spring-launch')).toBe('spring-launch');
    await soon(() => leadsTo('spring-launch')).toBe(target);
    expect(await name(org, link, 'summer_launch')).toBe('summer_launch');
    for (const slug of ['summer_launch', 'spring-launch', link.slug]) await soon(() => leadsTo(slug)).toBe(target);
    const [shown] = await world.db.inOrg(org, (tx) => site.links.forRequest(tx, link.requestId));
    expect(shown?.url).toBe(`${shared}/summer_launch`);
  });

  it('is found however its letters are written, and does not fill the memory with spellings', async () => {
    const org = world.newOrgId();
    const link = await create(org, 'https://harbour.example/typed');
    await name(org, link, 'typedlaunch');
    for (const slug of ['TypedLaunch', 'TYPEDLAUNCH', 'typedlaunch', 'Typed-Launch']) {
      expect([slug, await leadsTo(slug)]).toEqual([slug, slug.includes('-') ? null : 'https://harbour.example/typed']);
    }
  });

  it('goes back to its first slug, and may take an earlier name again', async () => {
    const org = world.newOrgId();
    const link = await create(org);
    await name(org, link, 'there-and-back');
    await world.db.inOrg(org, async (tx) => {
      const row = await findLink(tx, link.id);
      if (row) await unnameLink(partsOf(world), tx, actor, row);
      expect((await findLink(tx, link.id))?.name).toBeNull();
    });
    expect(await leadsTo('there-and-back')).toBe('https://harbour.example/');
    expect(await name(org, link, 'there-and-back')).toBe('there-and-back');
  });

  it('follows a change of its target under every name', async () => {
    const org = world.newOrgId();
    const link = await create(org);
    await name(org, link, 'moving-on');
    await soon(() => leadsTo('moving-on')).toBe('https://harbour.example/');
    const { requestId, network, variant } = link;
    const target = 'https://harbour.example/moved';
    await world.db.inOrg(org, (tx) => site.links.create(tx, { requestId, network, variant, target }));
    await soon(() => leadsTo('moving-on')).toBe(target);
  });
});

describe('a name that is taken', () => {
  it('is refused to another link, of the organisation or of any other, which is not told whose', async () => {
    const [mine, theirs] = [world.newOrgId(), world.newOrgId()];
    const [link, sibling, foreign] = [await create(mine), await create(mine), await create(theirs)];
    expect(await name(mine, link, 'porto-2026')).toBe('porto-2026');
    expect(await name(mine, sibling, 'porto-2026')).toBeNull();
    await expect(
      world.db.inOrg(theirs, async (tx) => {
        const row = await findLink(tx, foreign.id);
        if (row && !(await nameLink(partsOf(world), tx, actor, row, 'porto-2026'))) throw new Error('taken');
      }),
    ).rejects.toThrow('taken');
    const left = await world.db.inOrg(theirs, (tx) => sql`select * from link_names`.execute(tx.on()));
    expect(left.rows).toEqual([]);
    expect(await freeName(partsOf(world), theirs, 'porto-2026')).toBe('porto-2026-2');
  });

  it('is kept from somebody who wants another’s slug of chance', async () => {
    const victim = await create(world.newOrgId());
    expect(await isChanceTaken(partsOf(world), victim.slug)).toBe(true);
    expect(await isChanceTaken(partsOf(world), 'abcdefghijkm')).toBe(false);
    // And were it given all the same, the link that had it by chance is meant.
    const [org, thief] = [world.newOrgId(), world.newOrgId()];
    const first = await create(org, 'https://harbour.example/first');
    await world.db.inOrg(org, (tx) => sql`update short_links set slug = 'abcdefghijkn'`.execute(tx.on()));
    expect(await name(thief, await create(thief, 'https://evil.example/'), 'abcdefghijkn')).toBe('abcdefghijkn');
    expect(await leadsTo('abcdefghijkn')).toBe(first.target);
  });
});

describe('what a publisher types', () => {
  it.each([
    ['Spring-Launch', 'spring-launch'],
    [' /porto_2026 ', 'porto_2026'],
    ['2026', '2026'],
  ])('%j becomes %j', (text, wanted) => expect(readName(text)).toEqual({ ok: true, name: wanted }));

  it.each([
    ['ab', '3 characters'],
    ['a'.repeat(65), '64 characters'],
    ['spring launch', 'letters a to z'],
    ['frühling', 'letters a to z'],
    ['a/b/c', 'letters a to z'],
    ['../..', 'letters a to z'],
    ['---', 'one letter or digit'],
    ['Admin', 'kept for pages'],
    ['sign-in', 'kept for pages'],
  ])('%j is refused: %s', (text, why) => {
    const read = readName(text);
    expect(read.ok ? '' : read.sentence).toContain(why);
  });

  it('gives names that can stand in an address, and so do the ones that are offered', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 80 }),
        fc.stringMatching(/^[a-z0-9_-]{3,64}$/),
        (text, good) => {
          const read = readName(text);
          if (read.ok) expect(isSlug(read.name)).toBe(true);
          if (!readName(good).ok) return;
          for (const offer of namesLike(good, 2026)) expect(readName(offer)).toEqual({ ok: true, name: offer });
        },
      ),
    );
  });
});
