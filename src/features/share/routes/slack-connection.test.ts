import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { sql } from '../../../platform/db/index.ts';
import { scopeReasons } from '../../../platform/slack/index.ts';

let world: AppWorld;

beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

const status = async () => (await world.ask('GET', '/api/slack')).json;
const channels = () => world.ask('GET', '/api/slack/channels');

/** What the audit log holds of disconnections. */
async function disconnections(): Promise<string[]> {
  const found = await sql<{ row: string }>`select to_jsonb(e)::text as row from coact.audit_entries e
    where to_jsonb(e)::text like '%slack.disconnected%'`.execute(world.db.kysely);
  return found.rows.map(({ row }) => row);
}

describe('the connection to Slack', () => {
  it('says where it leads and what each permission is for', async () => {
    const shown = await status();
    expect(shown).toMatchObject({
      configured: true,
      installed: { teamId: 'T1', teamName: 'Harbour', missingScopes: [], health: 'ok' },
      installUrl: '/slack/install',
    });
    expect(shown.scopes).toEqual(scopeReasons.map(({ scope, reason }) => ({ scope, reason })));
    expect(JSON.stringify(shown)).not.toMatch(/xox|token|secret/i);
  });
});

describe('the channels', () => {
  it('are those of all pages, by name, without the archived and the private', async () => {
    for (let number = 0; number < 450; number += 1) {
      const archived = number % 10 === 9;
      world.slack.addChannel('T1', `CP${number}`, `room-${String((number * 7) % 450).padStart(3, '0')}`, { archived });
    }
    world.slack.addChannel('T1', 'CSECRET', 'board', { private: true, member: true });
    const before = world.slack.count('conversations.list');
    const { status: code, json } = await channels();
    expect(code).toBe(200);
    expect(world.slack.count('conversations.list') - before).toBe(3);
    const found = json.channels as { id: string; name: string; isMember: boolean }[];
    expect(found).toHaveLength(1 + 405);
    const names = found.map(({ name }) => name);
    expect(names).toEqual(names.toSorted((left, right) => left.localeCompare(right)));
    expect(names).not.toContain('board');
    expect(found).toContainEqual({
      id: 'C1',
      name: 'news',
      members: expect.any(Number),
      isMember: expect.any(Boolean),
    });
  });

  it.each([
    [
      { kind: 'rate_limit', seconds: 20 },
      'slack_ratelimited',
      'Slack asks Coact to slow down. It tries again by itself.',
    ],
    [{ kind: 'refused' }, 'slack_unreachable', "Slack can't be reached at the moment. Coact tries again by itself."],
    [
      { kind: 'http', status: 503 },
      'slack_unreachable',
      "Slack can't be reached at the moment. Coact tries again by itself.",
    ],
    [
      { kind: 'error', code: 'missing_scope' },
      'slack_missing_scope',
      'Coact lacks a permission in Slack. Connect Slack again under Settings to grant it.',
    ],
  ] as const)('can’t be had: %o', async (fault, code, sentence) => {
    world.slack.failNext('conversations.list', fault);
    expect(await channels()).toMatchObject({ status: 409, json: { code, detail: sentence } });
    expect((await channels()).status).toBe(200);
  });

  it('that lack a permission say which one connecting again would bring', async () => {
    const team = world.slack.team('T1');
    team.scopes.delete('channels:read');
    expect(await channels()).toMatchObject({ status: 409, json: { code: 'slack_missing_scope' } });
    await sql`update coact.slack_installations set scopes = array_remove(scopes, 'channels:read')`.execute(
      world.db.kysely,
    );
    expect((await status()).installed).toMatchObject({ health: 'ok', missingScopes: ['channels:read'] });
    await world.install();
    expect((await status()).installed).toMatchObject({ missingScopes: [] });
    expect((await channels()).status).toBe(200);
  });
});

describe('disconnecting', () => {
  it('takes the app out at Slack, erases the token, and is written down once', async () => {
    const revoked = world.slack.count('auth.revoke');
    expect((await world.ask('DELETE', '/api/slack')).status).toBe(204);
    await world.work();
    expect(world.slack.count('auth.revoke')).toBe(revoked + 1);
    expect(await status()).toMatchObject({ configured: true, installed: null });
    const written = await disconnections();
    expect(written).toHaveLength(1);
    expect(written[0]).toContain(String(((await world.ask('GET', '/api/me')).json as Json).personId));
    expect(await channels()).toMatchObject({
      ...{ status: 409 },
      json: {
        code: 'slack_not_installed',
        detail: 'Coact is not connected to Slack. Connect it under Settings, Slack.',
      },
    });
  });

  it('what is not connected does nothing, and nothing is written down', async () => {
    expect((await world.ask('DELETE', '/api/slack')).status).toBe(204);
    expect(await disconnections()).toHaveLength(1);
  });

  it('happens even when Slack can’t be reached', async () => {
    await world.install();
    world.slack.failNext('auth.revoke', { kind: 'refused' });
    expect((await world.ask('DELETE', '/api/slack')).status).toBe(204);
    expect(await status()).toMatchObject({ installed: null });
    expect(await disconnections()).toHaveLength(2);
    await world.install();
    expect((await status()).installed).toMatchObject({ health: 'ok' });
  });
});
