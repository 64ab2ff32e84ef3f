import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBlocks } from '../../../platform/slack/index.ts';
import { openShiftWorld, type ShiftWorld } from '../life/slack/shift-world.fixture.ts';

let at: ShiftWorld;
beforeAll(async () => {
  at = await openShiftWorld();
  await at.hire('U2');
});
afterAll(() => at[Symbol.asyncDispose]());

/** The one sentence that somebody reads after a command. */
async function says(words: string, slackUserId = 'U2'): Promise<string> {
  const { blocks = [] } = await at.command(slackUserId, `clock ${words}`);
  expect(checkBlocks(blocks)).toEqual([]);
  const [{ text }] = blocks as unknown as [{ text: { text: string } }];
  return text.text;
}
const later = (minutes: number) => at.world.clock.advance(minutes * 60_000);
const switchOn = async (timeClock: boolean) => {
  const { availablePacks: _, findings: __, ...settings } = await at.ask('GET', '/api/schedule/settings');
  await at.ask('PUT', '/api/schedule/settings', { ...settings, timeClock });
};

describe('/coact clock', () => {
  it('says that it is off where it is, and does nothing', async () => {
    expect(await says('in')).toMatch(/^The time clock is switched off\./);
    await switchOn(true);
    expect(await says('')).toBe('You are not clocked in.');
  });

  it('clocks in and out, begins and ends a break, and says what runs and since when', async () => {
    expect(await says(' IN ')).toMatch(
      /^You are clocked in since \d\d:\d\d for work that nobody planned: 0 h so far\.$/,
    );
    expect(await says('in')).toBe('You are clocked in already. Clock out first.');
    later(60);
    expect(await says('')).toMatch(/: 1 h so far\.$/);
    expect(await says('break')).toMatch(/^You are on a break, clocked in since /);
    later(30);
    expect(await says('back')).toMatch(/: 1 h so far\.$/);
    later(60);
    expect(await says('out')).toBe('You are clocked out. You worked 2 h.');
    expect(await says('break')).toBe('You are not clocked in. Clock in first.');
  });

  it('knows no other words, and presses nothing for them', async () => {
    for (const words of ['lunch', 'in now', 'out in']) expect(await says(words)).toMatch(/^Say `\/coact clock in`/);
    expect(await says('')).toBe('You are not clocked in.');
  });

  it('counts a command that Slack delivers twice once, also hours later', async () => {
    const command = at.world.slack.send.command('T1', 'U2', 'clock in');
    const twice = await Promise.all([at.world.deliver(command.clone()), at.world.deliver(command.clone())]);
    for (const answer of twice) expect(JSON.stringify(await answer.json())).toContain('You are clocked in since');
    later(1);
    await says('out');
    const again = await (await at.world.deliver(command)).json();
    expect(JSON.stringify(again)).toContain('You are not clocked in');
  });

  it('names the shift, and escapes what people wrote', async () => {
    const me = await at.hire('U3');
    await at.ask('PATCH', `/api/schedule/roles/${at.roleId}`, { name: 'Bar <!channel>' });
    const day = at.days[0] ?? '';
    await at.assign(day, me);
    await at.publish();
    at.world.clock.advance(Date.parse(`${day}T09:00+09:00`) - at.world.clock.now().getTime());
    expect(await says('', 'U3')).toMatch(/^You are not clocked in\. Your shift: Bar &lt;!channel&gt;, Tokyo\./);
    expect(await says('in', 'U3')).toBe('You are clocked in since 09:00 for Bar &lt;!channel&gt;, Tokyo: 0 h so far.');
    later(11 * 60);
    expect(await says('', 'U3')).toMatch(/Did you forget to clock out\? Say on the web when you left\.$/);
  });

  it('is not for somebody who has left', async () => {
    const id = await at.hire('U4');
    await at.ask('PATCH', `/api/members/${id}`, { state: 'deactivated' });
    expect(await says('in', 'U4')).toMatch(/^You don’t take part in this company’s schedule/);
  });

  it('stands in /coact help', async () => {
    expect(JSON.stringify(await at.command('U2', 'help'))).toContain(
      '*/coact clock*: where your company uses the time clock',
    );
  });
});
