import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openSlackWorld, type SlackWorld } from '../../../test/support/slack-fake/world.ts';
import { sql } from '../db/index.ts';
import {
  type ActionAnswer,
  type ActionRequest,
  header,
  input,
  modal,
  type SlackRequest,
  type SlackSurface,
  textInput,
  type ViewAnswer,
} from './index.ts';

const form = (title = 'Share it') =>
  modal({
    callbackId: 'test.form',
    title,
    submit: 'Post',
    metadata: 'request-7',
    blocks: [input({ blockId: 'text', label: 'Your words', element: textInput({ actionId: 'words' }) })],
  });

let clicks: ActionRequest[] = [];
let viewAnswer: ViewAnswer = { ack: { action: 'close' } };
let handle: (request: ActionRequest) => Promise<{ after?: () => Promise<void> }> = async () => ({});

const surface: SlackSurface = {
  actions: {
    'test.open:*': async (request) => {
      clicks.push(request);
      return handle(request);
    },
  },
  views: { 'test.form': async ({ state }) => (state.text?.words === 'bad' ? errors : viewAnswer) },
  viewsClosed: { 'test.form': async () => ({ after: async () => void closed.push('closed') }) },
  commands: { '/coact': async ({ text }) => ({ ack: { text: `You asked for ${text || 'nothing'}.` } }) },
  shortcuts: {
    'test.suggest': openForm,
  },
};
async function openForm({ client, triggerId }: SlackRequest): Promise<ActionAnswer> {
  await client.openView(triggerId ?? '', form());
  return {};
}

const errors: ViewAnswer = { ack: { action: 'errors', errors: { text: 'Not these words.' } } };
let closed: string[] = [];
let slackWorld: SlackWorld;

beforeAll(async () => {
  slackWorld = await openSlackWorld([surface], { ackWithinMs: 400 });
  await slackWorld.connect('T1');
});
afterAll(() => slackWorld[Symbol.asyncDispose]());
beforeEach(() => {
  clicks = [];
  closed = [];
  handle = async () => ({});
  viewAnswer = { ack: { action: 'close' } };
});

const message = { channel: 'C1', ts: '1777885200.000001' };
const click = { teamId: 'T1', userId: 'U1', actionId: 'test.open:7', message, value: 'v' };
const deliver = (request: Request) => slackWorld.deliver(request);
const send = () => slackWorld.fake.send;

async function opened(): Promise<string> {
  handle = openForm;
  await deliver(send().click(click));
  const view = slackWorld.fake.openWindow('U1');
  if (!view) throw new Error('no window opened');
  return view.id;
}

describe('a request', () => {
  it.each([
    ['with a wrong signature', () => send().click({ ...click, secret: 'wrong' }), 401],
    ['six minutes old', () => send().click({ ...click, skew: -360 }), 401],
    ['six minutes ahead', () => send().click({ ...click, skew: 360 }), 401],
    [
      'of Slack’s test of the certificate',
      () => send().signed('ssl_check=1', 'application/x-www-form-urlencoded'),
      200,
    ],
    ['that is not Slack’s', () => send().signed('x', 'text/plain'), 400],
    ['of a kind we do not know', () => send().interaction({ type: 'block_suggestion' }), 200],
    ['signed with the previous secret', () => send().click({ ...click, secret: 'previous-signing-secret' }), 200],
  ])('%s is answered accordingly', async (_, request, status) => {
    expect((await deliver(request())).status).toBe(status);
  });

  it('without signature is refused', async () => {
    const request = new Request('https://coact.test/slack/events', { method: 'POST', body: '{}' });
    expect((await deliver(request)).status).toBe(401);
  });

  it('over 1 MB is refused before it is read', async () => {
    const big = send().signed('x'.repeat(1_000_001), 'application/json');
    expect((await deliver(big)).status).toBe(413);
    const endless = new ReadableStream({ pull: (control) => control.enqueue(new Uint8Array(100_000)) });
    const stream = new Request('https://coact.test/slack/events', {
      method: 'POST',
      body: endless,
      duplex: 'half',
    } as RequestInit);
    expect((await deliver(stream)).status).toBe(413);
  });

  it('that tests our address gets its challenge back', async () => {
    expect(await (await deliver(send().urlVerification('abc'))).json()).toEqual({ challenge: 'abc' });
  });

  it('of 2,000 malformed ones is never answered by a crash', async () => {
    const pieces = [
      '{',
      '}',
      '[',
      '"type"',
      ':',
      '"event_callback"',
      'payload=',
      '%7B',
      '\0',
      'null',
      '1e999',
      '&',
      '"event":{}',
    ];
    for (let turn = 0; turn < 2_000; turn += 1) {
      const body = Array.from({ length: turn % 9 }, (_, at) => pieces[(turn * 7 + at * 3) % pieces.length]).join('');
      const type = turn % 2 ? 'application/json' : 'application/x-www-form-urlencoded';
      expect((await deliver(send().signed(body, type))).status).toBeLessThan(500);
    }
  });
});

describe('a click', () => {
  it('reaches its handler with what it needs, in the organisation of the workspace', async () => {
    expect((await deliver(send().click(click))).status).toBe(200);
    expect(clicks).toMatchObject([
      {
        orgId: slackWorld.world.orgId,
        teamId: 'T1',
        slackUserId: 'U1',
        actionId: 'test.open:7',
        value: 'v',
        channelId: 'C1',
        messageTs: message.ts,
        stranger: false,
      },
    ]);
  });

  it('opens a window within its trigger’s life', async () => {
    await opened();
    expect(slackWorld.fake.openWindow('U1')?.body).toMatchObject({
      callback_id: 'test.form',
      private_metadata: 'request-7',
    });
  });

  it('knows people of other organisations in shared channels', async () => {
    await deliver(send().click({ ...click, userTeamId: 'T9' }));
    expect(clicks).toMatchObject([{ stranger: true }]);
  });

  it('that nobody handles is answered, so that Slack shows no warning', async () => {
    expect((await deliver(send().click({ ...click, actionId: 'gone.button' }))).status).toBe(200);
  });

  it('works on after the answer, and a stop waits for it', async () => {
    const steps: string[] = [];
    handle = async () => ({
      after: async () => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        steps.push('after');
      },
    });
    await deliver(send().click(click));
    expect(steps).toEqual([]);
    await slackWorld.mounted.idle();
    expect(steps).toEqual(['after']);
  });

  it('is answered in time when its handler is slow', async () => {
    handle = async () => {
      await new Promise((resolve) => setTimeout(resolve, 700));
      return {};
    };
    const start = performance.now();
    expect((await deliver(send().click(click))).status).toBe(200);
    expect(performance.now() - start).toBeLessThan(650);
    await slackWorld.mounted.idle();
  });

  it('whose handler fails is an error at Slack, without its words in the log', async () => {
    handle = async () => {
      throw new Error('ana@example.com fell over');
    };
    expect((await deliver(send().click(click))).status).toBe(500);
    expect(JSON.stringify(slackWorld.world.log.lines)).not.toContain('fell over');
  });

  it('leaves no trace in the database', async () => {
    const { db, orgId } = slackWorld.world;
    await deliver(send().click({ ...click, userId: 'UCANARY', value: 'canary-value' }));
    await slackWorld.mounted.idle();
    const tables = await sql<{
      name: string;
    }>`select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'jobs')`.execute(
      db.kysely,
    );
    for (const { name } of tables.rows) {
      const found = await sql<{
        count: number;
      }>`select count(*)::int as count from ${sql.raw(name)} t where t::text ~ 'UCANARY|canary-value|somebody'`.execute(
        db.kysely,
      );
      expect(found.rows[0]?.count, name).toBe(0);
    }
    expect(tables.rows.length).toBeGreaterThan(5);
    expect(clicks[0]?.orgId).toBe(orgId);
  });
});

describe('a form', () => {
  const submit = async (words: string) =>
    deliver(send().submit(await opened(), { text: { words: { type: 'plain_text_input', value: words } } }));

  it('closes, or shows what is wrong under its field', async () => {
    const response = await submit('good');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(await (await submit('bad')).json()).toEqual({
      response_action: 'errors',
      errors: { text: 'Not these words.' },
    });
  });

  it('with a card number in it does not reach its handler, and says so under the field', async () => {
    const answer = await (await submit('4242 4242 4242 4242')).json();
    expect(answer).toMatchObject({ response_action: 'errors', errors: { text: expect.stringContaining('card') } });
    expect(JSON.stringify(answer)).not.toContain('4242');
  });

  it('moves on to another view', async () => {
    viewAnswer = {
      ack: { action: 'update', view: modal({ callbackId: 'x', title: 'On its way', blocks: [header('Posting')] }) },
    };
    expect(await (await submit('good')).json()).toMatchObject({
      response_action: 'update',
      view: { title: { text: 'On its way' } },
    });
    viewAnswer = { ack: { action: 'clear' } };
    expect(await (await submit('good')).json()).toEqual({ response_action: 'clear' });
  });

  it('that nobody handles stays on the screen', async () => {
    const payload = {
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'U1', team_id: 'T1' },
      view: { id: 'V', callback_id: 'gone' },
    };
    expect((await deliver(send().interaction(payload))).status).toBe(404);
  });

  it('is never answered with a view that Slack would refuse', async () => {
    viewAnswer = { ack: { action: 'update', view: { ...form(), submit: undefined } } };
    expect((await submit('good')).status).toBe(500);
  });

  it('tells when it is closed, where it asked for that', async () => {
    expect((await deliver(send().close(await opened()))).status).toBe(200);
    await slackWorld.mounted.idle();
    expect(closed).toEqual(['closed']);
  });
});

describe('commands and shortcuts', () => {
  it('are answered to the person only', async () => {
    expect(await (await deliver(send().command('T1', 'U1', 'help'))).json()).toEqual({
      response_type: 'ephemeral',
      text: 'You asked for help.',
    });
    const refused = await (await deliver(send().command('T1', 'U1', 'note 4242-4242-4242-4242'))).json();
    expect(JSON.stringify(refused)).toMatch(/payment card/);
  });

  it('open windows', async () => {
    await deliver(send().shortcut('T1', 'U1', 'test.suggest'));
    expect(slackWorld.fake.openWindow('U1')?.body.callback_id).toBe('test.form');
    expect((await deliver(send().shortcut('T1', 'U1', 'gone'))).status).toBe(200);
  });
});

describe('two organisations at once', () => {
  it('each get their own clicks, whatever a payload claims', async () => {
    const other = slackWorld.world.newOrgId();
    await slackWorld.connect('T2', other);
    const claim = `{"orgId":"${slackWorld.world.orgId}"}`;
    await Promise.all([
      deliver(send().click({ ...click, teamId: 'T2', value: claim })),
      deliver(send().click({ ...click, teamId: 'T1' })),
    ]);
    expect(clicks.map(({ teamId, orgId }) => [teamId, orgId]).toSorted()).toEqual([
      ['T1', slackWorld.world.orgId],
      ['T2', other],
    ]);
    const answers = await Promise.all(clicks.map(async ({ teamId, client }) => [teamId, await client.authTest()]));
    for (const [teamId, answer] of answers) expect(answer).toMatchObject({ teamId });
  });

  it('of which none has the workspace: a command says so, a click is quiet', async () => {
    expect(await (await deliver(send().command('T404', 'U1', 'help'))).json()).toMatchObject({
      text: expect.stringContaining('not connected'),
    });
    expect((await deliver(send().click({ ...click, teamId: 'T404' }))).status).toBe(200);
    expect(clicks).toEqual([]);
  });
});
