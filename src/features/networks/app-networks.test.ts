import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { networksNowhere, nobodyTold } from '../../../test/support/network-settings.ts';
import { type LinkedInServer, linkedInApp, startLinkedIn } from '../../../test/support/networks/linkedin-server.ts';
import { startX, type XServer, xApp } from '../../../test/support/networks/x-server.ts';
import { postPlace } from '../../../test/support/post-place.ts';
import { openWorld, type World } from '../../../test/support/world.ts';
import { randomId } from '../../platform/clock/index.ts';
import { createEgress, type Egress } from '../../platform/egress/index.ts';
import type { NetworkName } from './network.ts';
import { type Networks, openNetworks } from './networks.ts';

const publicUrl = 'http://localhost:3000';
const browser = 'b'.repeat(43);

let world: World;
let egress: Egress;
let linkedin: LinkedInServer;
let x: XServer;
let networks: Networks;

beforeAll(async () => {
  linkedin = await startLinkedIn({ redirectUri: `${publicUrl}/connect/linkedin/callback` });
  x = await startX({ redirectUri: `${publicUrl}/connect/x/callback` });
  egress = createEgress({ allow: [...linkedin.places, ...x.places] });
  world = await openWorld(new Date().toISOString());
  networks = await openNetworks({
    ...world,
    ...networksNowhere,
    ...nobodyTold,
    publicUrl,
    linkedin: {
      ...linkedInApp,
      version: '202609',
      authorizeUrl: `${linkedin.origin}/oauth/v2/authorization`,
      tokenUrl: `${linkedin.origin}/oauth/v2/accessToken`,
      apiUrl: linkedin.origin,
    },
    x: { ...xApp, authorizeUrl: `${x.origin}/i/oauth2/authorize`, apiUrl: x.origin },
    fetch: egress.fetchFn,
    mayConnect: async () => true,
  });
});
afterAll(async () => {
  for (const each of [world, linkedin, x]) await each?.[Symbol.asyncDispose]();
  await egress?.close();
});

async function connect(network: NetworkName, server: LinkedInServer | XServer, personId: string) {
  const asked = { orgId: world.orgId, personId, network, returnTo: '', browser };
  const started = await networks.beginConnect(asked);
  if (started.kind !== 'go') throw new Error(JSON.stringify(started));
  const finished = await networks.finishConnect(network, await server.consent(started.url), browser);
  if (finished.kind !== 'connected') throw new Error(JSON.stringify(finished));
  return finished.account;
}

function share(network: NetworkName, personId: string, text: string) {
  const what = { post: { text, writtenAt: world.clock.now() } };
  return networks.postAs({ orgId: world.orgId, personId, network, what, place: postPlace('') });
}

describe('networks at which the operator has an app', () => {
  it('keep a LinkedIn account for 60 days, say on which day it ends, and give it back', async () => {
    const personId = randomId();
    const account = await connect('linkedin', linkedin, personId);
    const end = new Date(world.clock.now().getTime() + 60 * 86_400_000).toISOString().slice(0, 10);
    expect(account).toMatchObject({ handle: 'Ana Silva', state: 'active', endsOn: end, does: [] });
    expect(await share('linkedin', personId, 'We (really) hire')).toMatchObject({ kind: 'posted' });
    expect((await linkedin.posts()).at(-1)).toMatchObject({ by: 'Ana Silva', text: 'We (really) hire' });
    expect(await networks.disconnect(world.orgId, personId, account.id)).toEqual({ kind: 'revoked' });
    expect(linkedin.seen.at(-1)).toBe('POST /oauth/v2/revoke');
    expect(await share('linkedin', personId, 'Gone')).toEqual({ kind: 'notConnected' });
  });

  it('refresh an X account whose token has ended, and post with the next one', async () => {
    const personId = randomId();
    expect(await connect('x', x, personId)).toMatchObject({ handle: 'ana_silva', endsOn: null });
    await x.expireAccess();
    expect(await share('x', personId, 'After two hours')).toMatchObject({ kind: 'posted' });
    world.clock.advance(2 * 3_600_000);
    expect(await share('x', personId, 'Before the end')).toMatchObject({ kind: 'posted' });
    expect(x.seen.filter((line) => line === 'POST /2/oauth2/token')).toHaveLength(3);
  });

  it('tell the operator of an ended version in the log, and nothing of tokens or people', async () => {
    const personId = randomId();
    await connect('linkedin', linkedin, personId);
    linkedin.versions = [];
    expect(await share('linkedin', personId, 'canary words')).toMatchObject({ kind: 'later' });
    const log = JSON.stringify(world.log.lines);
    expect(world.log.lines.at(-1)).toEqual({
      level: 'error',
      fields: { event: 'networks.version_not_active', network: 'linkedin', code: '202609' },
    });
    for (const secret of ['canary', 'Ana', 'ana_silva', 's3cret', 'Bearer', personId])
      expect(log).not.toContain(secret);
  });
});
