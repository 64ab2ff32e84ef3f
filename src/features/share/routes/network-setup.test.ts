import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, openAppWorld } from '../../../../test/support/app-world.ts';
import { randomId } from '../../../platform/clock/index.ts';
import { sql } from '../../../platform/db/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

interface Setup {
  readonly network: string;
  readonly mode: string;
  readonly connections: object;
  readonly callbackUrl: string | null;
}

async function setups(): Promise<readonly Setup[]> {
  const { status, json } = await world.ask('GET', '/api/networks/setup');
  expect(status).toBe(200);
  return json.networks as readonly Setup[];
}

const inspect = (network: string) => world.ask('POST', '/api/networks/inspect', { network });

/** Writes accounts as they stand after connecting; what is sealed in them is of no matter here. */
async function addAccounts(count: number, state: 'active' | 'reconnect', endsOn: string | null): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    await sql`insert into coact.social_accounts
      (org_id, id, person_id, network, state, connected_on, granted_scope, profile, session, refresh_due, ends_on)
      select org_id, ${randomId()}, ${randomId()}, 'linkedin', ${state}, '2026-01-01', '', '', null, null, ${endsOn}
      from coact.organisations`.execute(world.db.kysely);
  }
}

describe('the setup of the networks', () => {
  it('shows each with how people get there, and where its app sends them back to', async () => {
    const shown = await setups();
    expect(shown.map(({ network, mode }) => `${network} ${mode}`)).toContain('facebook composer');
    expect(shown.find(({ network }) => network === 'bluesky')).toMatchObject({
      mode: 'account',
      callbackUrl: 'http://localhost:3000/connect/bluesky/callback',
    });
    expect(shown.find(({ network }) => network === 'facebook')?.callbackUrl).toBeNull();
  });

  it('counts connections, those that end soon and those that were lost, and hides what is few', async () => {
    const soon = new Date(world.clock.now().getTime() + 3 * 86_400_000).toISOString().slice(0, 10);
    await addAccounts(6, 'active', soon);
    await addAccounts(2, 'reconnect', null);
    const linkedin = (await setups()).find(({ network }) => network === 'linkedin');
    expect(linkedin?.connections).toEqual({ active: { value: 6 }, ending: { value: 6 }, lost: { fewerThan: 5 } });
    expect(JSON.stringify(linkedin)).not.toContain('person');
  });

  it('asks a network when it is wanted, and knows no other', async () => {
    const asked = await inspect('bluesky');
    expect(asked).toMatchObject({ status: 200, json: { findings: [{ level: 'note' }] } });
    expect((await inspect('facebook')).json).toEqual({ findings: [] });
    expect((await inspect('myspace')).status).toBe(422);
  });
});
