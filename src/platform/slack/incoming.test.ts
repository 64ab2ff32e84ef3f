import { describe, expect, it } from 'vitest';
import { openSlackFake } from '../../../test/support/slack-fake/index.ts';
import { fixedClock } from '../clock/index.ts';
import { parseIncoming } from './incoming.ts';

const fake = openSlackFake(fixedClock('2026-05-04T09:00:00Z'));
const read = async (request: Request) => parseIncoming(await request.text(), request.headers.get('content-type') ?? '');
const click = { teamId: 'T1', userId: 'U1', actionId: 'share.open:7', message: { channel: 'C1', ts: '1.2' } };

describe('parseIncoming', () => {
  it('reads a click in a message and nothing of what the message says', async () => {
    const incoming = await read(fake.send.click({ ...click, value: 'v' }));
    expect(incoming).toMatchObject({
      kind: 'action',
      teamId: 'T1',
      slackUserId: 'U1',
      slackUserName: 'somebody',
      actionId: 'share.open:7',
      value: 'v',
      channelId: 'C1',
      messageTs: '1.2',
      view: null,
    });
    expect(JSON.stringify(incoming)).not.toMatch(/words of the message|legacy|somewhere|domain/);
  });

  it.each([
    [{ selected_option: { value: 'x' } }, 'x'],
    [{ selected_options: [{ value: 'x' }, { value: 'y' }] }, ['x', 'y']],
    [{ selected_date: '2026-05-04' }, '2026-05-04'],
    [{ selected_time: '09:30' }, '09:30'],
    [{ selected_date_time: 1_777_885_200 }, new Date('2026-05-04T09:00:00Z')],
    [{ selected_option: null }, null],
  ])('reads what was chosen: %j', async (action, value) => {
    expect(await read(fake.send.click({ ...click, action }))).toMatchObject({ value });
  });

  it('reads what was typed into a form, by block and action', async () => {
    const body = { type: 'view_submission', team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' } };
    const view = {
      id: 'V1',
      callback_id: 'c',
      state: { values: { text: { words: { type: 'plain_text_input', value: 'hi' } } } },
    };
    const incoming = await read(fake.send.interaction({ ...body, view }));
    expect(incoming).toMatchObject({
      kind: 'view_submission',
      state: { text: { words: 'hi' } },
      view: { callbackId: 'c' },
    });
  });

  it('knows the workspace in which the app is installed when a window was opened from a shared channel', async () => {
    const payload = {
      type: 'view_closed',
      team: { id: 'T2' },
      user: { id: 'U1', team_id: 'T2' },
      view: { id: 'V1', app_installed_team_id: 'T1' },
    };
    expect(await read(fake.send.interaction(payload))).toMatchObject({ teamId: 'T1', userTeamId: 'T2' });
  });

  it('reads commands, shortcuts and events', async () => {
    expect(await read(fake.send.command('T1', 'U1', ' help '))).toMatchObject({
      kind: 'command',
      text: 'help',
      command: '/coact',
    });
    expect(await read(fake.send.shortcut('T1', 'U1', 'suggest'))).toMatchObject({
      kind: 'shortcut',
      callbackId: 'suggest',
    });
    const renamed = await read(fake.send.event('T1', { type: 'channel_rename', channel: { id: 'C1', name: 'x' } }));
    expect(renamed).toMatchObject({ kind: 'event', type: 'channel_rename', channelId: 'C1', slackUserId: null });
    const gone = await read(fake.send.event('T1', { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['UB'] } }));
    expect(gone).toMatchObject({ revokedBots: ['UB'] });
  });

  it('answers what Slack sends to test an address', async () => {
    expect(parseIncoming('ssl_check=1&token=x', 'application/x-www-form-urlencoded')).toEqual({ kind: 'ssl_check' });
    expect(await read(fake.send.urlVerification('abc'))).toEqual({ kind: 'url_verification', challenge: 'abc' });
  });

  it('names what it does not know', async () => {
    expect(await read(fake.send.interaction({ type: 'block_suggestion' }))).toEqual({
      kind: 'unknown',
      type: 'block_suggestion',
    });
    expect(parseIncoming('{"type":"app_rate_limited"}', 'application/json')).toEqual({
      kind: 'unknown',
      type: 'app_rate_limited',
    });
  });

  it.each([
    ['', 'application/json'],
    ['{"type":', 'application/json'],
    ['[]', 'application/json'],
    ['null', 'application/json'],
    ['{"type":"event_callback"}', 'application/json'],
    ['payload=', 'application/x-www-form-urlencoded'],
    ['payload={"type":"block_actions"}', 'application/x-www-form-urlencoded'],
    ['a=b', 'application/x-www-form-urlencoded'],
    ['\0\ufffd', 'text/plain'],
  ])('refuses %j', (body, type) => {
    expect(parseIncoming(body, type)).toBeNull();
  });
});
