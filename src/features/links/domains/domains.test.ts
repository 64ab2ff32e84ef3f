import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { pretendDns } from '../../../../test/support/dns.ts';
import { openWorld, type World } from '../../../../test/support/world.ts';
import { openAudit } from '../../../platform/audit/index.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { type OrgId, sql } from '../../../platform/db/index.ts';
import { nameLink } from '../addresses/naming.ts';
import { linkJobs } from '../jobs.ts';
import type { ShortLink } from '../link.ts';
import { openSite, type Site } from '../redirect.fixture.ts';
import { findLink } from '../store.ts';
import { type Domain, type HostTrouble, recordName } from './domain.ts';
import * as domains from './domains.ts';
import { findDomain, listDomains, servedHosts } from './store.ts';

/** Hosts of organisations' own, from the DNS to the redirect. */
let world: World;
let site: Site;
let mine: OrgId;
let theirs: OrgId;
const dns = pretendDns();
const actor = { kind: 'person', id: randomId() } as const;
/** What people would be told of. */
const troubles: string[] = [];
const partsOf = ({ db, clock, vault }: World) => ({
  onHostTrouble: async (_tx: unknown, { host, what }: HostTrouble) => void troubles.push(`${host} ${what}`),
  ...{ db, clock, audit: openAudit({ db, clock, vault }), readTxt: dns.readTxt },
  ...{ linksUrl: 'https://go.coact.test', publicUrl: 'https://coact.test' },
});
beforeAll(async () => {
  world = await openWorld();
  site = await openSite(world);
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});
beforeEach(() => {
  mine = world.newOrgId();
  theirs = world.newOrgId();
});

let made = 0;
const newHost = () => {
  made += 1;
  return `go${made}.harbour.example`;
};

const add = async (org: OrgId, host = newHost()): Promise<Domain> => {
  const added = await world.db.inOrg(org, (tx) => domains.addDomain(partsOf(world), tx, actor, host));
  if (typeof added === 'string') throw new Error(added);
  return added;
};
const check = (org: OrgId, { id }: Domain) => domains.checkDomain(partsOf(world), org, id);
const prove = async (org: OrgId, host = newHost()): Promise<Domain> => {
  const added = await add(org, host);
  dns.set(recordName(host), added.token);
  const proved = await check(org, added);
  if (proved === null) throw new Error('gone');
  return proved;
};
const choose = (org: OrgId, domain: Domain, chosen = true) =>
  world.db.inOrg(org, (tx) => domains.chooseDomain(partsOf(world), tx, actor, domain, chosen));
const remove = (org: OrgId, domain: Domain) =>
  world.db.inOrg(org, (tx) => domains.removeDomain(partsOf(world), tx, actor, domain));
const create = (org: OrgId, target = 'https://harbour.example/') =>
  world.db.inOrg(org, (tx) => site.links.create(tx, { requestId: randomId(), network: 'x', variant: 0, target }));
const name = (org: OrgId, { id }: ShortLink, wanted: string) =>
  world.db.inOrg(org, async (tx) => {
    const link = await findLink(tx, id);
    return link !== null && nameLink(partsOf(world), tx, actor, link, wanted);
  });
const status = async (url: string, method = 'GET') => (await site.ask(url, {}, method)).status;
/** A change is told to every process, this one too, a moment after the commit. */
const soon = <T>(read: () => Promise<T>) => expect.poll(read, { timeout: 30_000, interval: 20 });
const acts = async (org: OrgId) => {
  const { rows } = await world.db.inOrg(org, (tx) =>
    sql<{ action: string }>`select action from audit_entries order by seq`.execute(tx.on()),
  );
  return rows.map(({ action }) => action.replace('links.', ''));
};

describe('a host that is proved', () => {
  it('answers for its organisation’s links and nobody else’s, swiftly, and is recorded', async () => {
    const added = await add(mine);
    const url = (slug: string) => `https://${added.host}/${slug}`;
    const [link, foreign] = [await create(mine, 'https://harbour.example/a'), await create(theirs)];
    expect(await status(url(link.slug))).toBe(418);
    expect((await check(mine, added))?.state).toBe('pending');
    dns.set(recordName(added.host), added.token);
    expect((await check(mine, added))?.state).toBe('active');
    await soon(() => status(url(link.slug))).toBe(302);
    expect((await site.ask(url(link.slug))).headers.location).toBe('https://harbour.example/a');
    expect(await status(url(foreign.slug))).toBe(404);
    expect(await status(`https://go.coact.test/${link.slug}`)).toBe(302);
    expect(await status(url(''))).toBe(404);
    const before = site.swift;
    await site.ask(url(link.slug));
    expect(site.swift).toBe(before + 1);
    expect(await acts(mine)).toEqual(['domain_added', 'domain_proved']);
  });

  it('is where new links stand once it is chosen; the ones before stay where they are', async () => {
    const [before, domain] = [await create(mine), await prove(mine)];
    expect(await choose(mine, domain)).toBe(true);
    const link = await create(mine);
    expect(link.url).toBe(`https://${domain.host}/${link.slug}`);
    await soon(() => status(link.url)).toBe(302);
    const { requestId, network, variant, target } = before;
    const again = await world.db.inOrg(mine, (tx) => site.links.create(tx, { requestId, network, variant, target }));
    expect(again.url).toBe(before.url);
    const [other] = [await prove(mine)];
    await choose(mine, other);
    const shown = await world.db.inOrg(mine, (tx) => listDomains(tx));
    expect(shown.map(({ isDefault, links }) => [isDefault, links])).toEqual([
      [false, 1],
      [true, 0],
    ]);
  });

  it('has names of its own: free in the organisation is enough', async () => {
    for (const org of [mine, theirs]) await choose(org, await prove(org));
    const links = [await create(mine, 'https://harbour.example/a'), await create(theirs, 'https://bay.example/b')];
    expect(await name(mine, links[0] as ShortLink, 'welcome')).toBe(true);
    expect(await name(theirs, links[1] as ShortLink, 'welcome')).toBe(true);
    for (const { url, target } of links) {
      await soon(async () => (await site.ask(new URL('/welcome', url).href)).headers.location).toBe(target);
    }
    expect(await status('https://go.coact.test/welcome')).toBe(404);
  });

  it('gets a certificate when the operator’s proxy asks, under whatever host it asks', async () => {
    const { host } = await prove(mine);
    const vouched = (domain: string) => status(`http://serve.internal:3000/link-hosts/check?domain=${domain}`);
    await soon(() => vouched(host)).toBe(200);
    expect(await vouched('go.coact.test')).toBe(200);
    for (const other of ['evil.example', '', `x.${host}`, (await add(mine)).host])
      expect(await vouched(other)).toBe(404);
    expect(await status('http://serve.internal/link-hosts/check', 'POST')).toBe(418);
  });
});

describe('of two organisations', () => {
  it('the one whose token the DNS shows has the host, though the other asked first', async () => {
    const asked = await add(mine);
    const proved = await prove(theirs, asked.host);
    expect(proved.state).toBe('active');
    expect(await check(mine, asked)).toMatchObject({ state: 'pending', finding: 'other' });
    dns.set(recordName(asked.host), asked.token, proved.token);
    expect(await check(mine, asked)).toMatchObject({ state: 'failed', finding: 'in_use' });
    expect(await domains.isElsewhere(partsOf(world), mine, asked.host)).toBe(true);
    await remove(theirs, proved);
    expect(await check(mine, asked)).toMatchObject({ state: 'active', finding: 'proven' });
  });

  it('neither sees the other’s', async () => {
    const domain = await prove(theirs);
    expect(await world.db.inOrg(mine, (tx) => findDomain(tx, domain.id))).toBeNull();
    expect(await check(mine, domain)).toBeNull();
    expect((await servedHosts(world.db)).get(domain.host)).toBe(theirs);
  });
});

describe('a host that shows its token no more', () => {
  it('answers for a week, then no longer; its links go by the shared host until it is back', async () => {
    const domain = await prove(mine);
    await choose(mine, domain);
    const link = await create(mine);
    await name(mine, link, 'a-week');
    dns.set(recordName(domain.host));
    await check(mine, domain);
    await soon(() => status(link.url)).toBe(302);
    world.clock.advance(7 * 24 * 3_600_000);
    expect(await check(mine, domain)).toMatchObject({ state: 'failed', isDefault: false });
    await soon(() => status(link.url)).toBe(418);
    const shownUrl = async () =>
      (await world.db.inOrg(mine, (tx) => site.links.forRequest(tx, link.requestId)))[0]?.url;
    expect(await shownUrl()).toBe(`https://go.coact.test/${link.slug}`);
    expect(await status(`https://go.coact.test/${link.slug}`)).toBe(302);
    dns.set(recordName(domain.host), domain.token);
    await check(mine, domain);
    expect(await shownUrl()).toBe(`https://${domain.host}/a-week`);
    expect(await acts(mine)).toEqual([
      ...['domain_added', 'domain_proved', 'domain_chosen', 'link_named', 'domain_failed', 'domain_proved'],
    ]);
  });

  it('is told of once when that begins and once when it is given up, and not while all is well', async () => {
    const domain = await prove(mine);
    const told = () => troubles.filter((line) => line.startsWith(domain.host)).map((line) => line.split(' ')[1]);
    await check(mine, domain);
    expect(told()).toEqual([]);
    dns.set(recordName(domain.host));
    for (let day = 0; day < 9; day += 1) {
      await check(mine, domain);
      world.clock.advance(24 * 3_600_000);
    }
    expect(told()).toEqual(['missing', 'stopped']);
    const never = await add(mine);
    world.clock.advance(31 * 24 * 3_600_000);
    for (let look = 0; look < 2; look += 1) await check(mine, never);
    expect(troubles.filter((line) => line.startsWith(never.host))).toEqual([`${never.host} unproved`]);
  });

  it('is not given up because the DNS could not be asked', async () => {
    const domain = await prove(mine);
    dns.cutOff(recordName(domain.host));
    world.clock.advance(30 * 24 * 3_600_000);
    expect(await check(mine, domain)).toMatchObject({ state: 'active', finding: 'unreachable' });
  });
});

describe('looking by itself', () => {
  it('asks about each host when it is time and no more often', async () => {
    const [waiting, active] = [await add(mine), await prove(mine)];
    await check(mine, waiting);
    const [job] = linkJobs({ ...partsOf(world), log: world.log }, async () => [theirs, mine]);
    expect(job?.kind).toMatchObject({ name: 'links.check_domains', cron: '23 * * * *' });
    const due = async () => {
      const before = dns.asked.length;
      await job?.run({}, { attempt: 1, last: false, forget: async () => undefined });
      return dns.asked.slice(before);
    };
    expect(await due()).toEqual([]);
    world.clock.advance(3_600_000);
    expect(await due()).toEqual([recordName(waiting.host)]);
    world.clock.advance(23 * 3_600_000);
    expect(await due()).toEqual([waiting, active].map(({ host }) => recordName(host)));
  });
});

describe('a host that is removed', () => {
  it('answers no more, and its links answer on the shared one', async () => {
    const domain = await prove(mine);
    await choose(mine, domain);
    const link = await create(mine);
    await soon(() => status(link.url)).toBe(302);
    await remove(mine, { ...domain, isDefault: true });
    await soon(() => status(link.url)).toBe(418);
    expect(await status(`https://go.coact.test/${link.slug}`)).toBe(302);
    expect((await create(mine)).url).toMatch(/^https:\/\/go\.coact\.test\//);
    expect((await servedHosts(world.db)).has(domain.host)).toBe(false);
  });
});

describe('the list', () => {
  it('has each host once, and chooses none that does not answer', async () => {
    const domain = await add(mine);
    const again = await world.db.inOrg(mine, (tx) => domains.addDomain(partsOf(world), tx, actor, domain.host));
    expect(again).toBe('again');
    expect(await choose(mine, domain)).toBe(false);
  });
});
