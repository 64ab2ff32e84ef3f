import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, openAppWorld } from '../../../../test/support/app-world.ts';
import { readAnswer } from '../../../../test/support/read-answer.ts';
import { sql } from '../../../platform/db/index.ts';
import { checkBlocks } from '../../../platform/slack/index.ts';

let world: AppWorld;
let requestId: string;
const texts = (words: string) => ({ variants: [words] });

beforeAll(async () => {
  world = await openAppWorld();
  requestId = await world.sendRequest({
    networks: {
      bluesky: texts('Sky'),
      x: texts('We open in Porto! 100 %'),
      facebook: texts('Words for Facebook'),
      mastodon: texts('Toot'),
    },
  });
});
afterAll(() => world[Symbol.asyncDispose]());

const viewId = (userId: string) => world.slack.openWindow(userId)?.id ?? '';
/** Clicks a button in the member's open window that opens the network's own page. */
const openComposer = async (userId: string, network: string) => {
  const value = JSON.stringify({ requestId, network });
  await world.click(userId, 'share.composer', value, viewId(userId));
  await world.work();
};
const addressIn = (userId: string) => /"url":"([^"]+)"/.exec(world.window(userId))?.[1] ?? '';
const counted = async () =>
  (
    await sql<{ network: string; count: number }>`
      select network, count(*)::int as count from coact.share_tokens group by network order by network`.execute(
      world.db.kysely,
    )
  ).rows;

describe('a request for several networks', () => {
  it('has a button for each, in their lasting order', () => {
    const { blocks } = world.slack.team('T1').messages.at(-1) ?? {};
    const shown = JSON.stringify(blocks);
    expect(shown.match(/share\.open\.\w+/g)).toEqual([
      'share.open.x',
      'share.open.facebook',
      'share.open.mastodon',
      'share.open.bluesky',
    ]);
    expect(shown).toContain('Share on Facebook: We open in Porto');
    expect(checkBlocks(blocks as never)).toEqual([]);
  });

  it('opens X filled in, counts that once as opened, and never as posted', async () => {
    await world.click('U2', 'share.open.x', requestId);
    const { origin, pathname, searchParams } = new URL(addressIn('U2'));
    expect(origin + pathname).toBe('https://x.com/intent/tweet');
    expect(searchParams.get('text')).toBe('We open in Porto! 100 %');
    expect(searchParams.get('url')).toMatch(/^http:\/\/localhost:3000\/l\/\w+$/);
    await openComposer('U2', 'x');
    await openComposer('U2', 'x');
    expect(world.window('U2')).toContain('X is open in your browser');
    expect(await counted()).toEqual([{ network: 'x.composer', count: 1 }]);
    await world.click('U2', 'share.open.x', requestId);
    expect(world.window('U2')).toContain('shared this on X already');
  });

  it('shows the text to copy where the network takes the link alone', async () => {
    await world.click('U3', 'share.open.facebook', requestId);
    expect(addressIn('U3')).not.toContain('Words');
    expect(world.window('U3')).toContain('Words for Facebook');
    expect(world.window('U3')).toContain('Copy this text');
  });

  it('lets somebody choose where the button names no network, and says where they have shared', async () => {
    await world.click('U2', 'share.open', requestId);
    expect(world.window('U2')).toContain('Where would you like to share it?');
    expect(world.window('U2')).toContain('*X*: shared');
    const before = viewId('U2');
    await world.click('U2', 'share.open.facebook', requestId, before);
    expect(viewId('U2')).toBe(before);
    expect(world.window('U2')).toContain('Open Facebook');
  });

  it('asks for the server where people are on many, and keeps a wrong one to be mended', async () => {
    await world.click('U4', 'share.open.mastodon', requestId);
    // Where accounts can be connected, the own page is the other way.
    if (!world.window('U4').includes('Your server')) {
      await world.click(
        'U4',
        'share.composer_instead',
        JSON.stringify({ requestId, network: 'mastodon' }),
        viewId('U4'),
      );
    }
    const say = async (server: string) => {
      const values = { server: { server: { type: 'plain_text_input', value: server } } };
      return (await readAnswer(await world.deliver(world.slack.send.submit(viewId('U4'), values)))).json;
    };
    expect(JSON.stringify(await say('localhost'))).toContain('no server’s name');
    expect(JSON.stringify(await say('@ana@chaos.example'))).toContain('https://chaos.example/share?text=Toot');
  });

  it('offers the own page beside connecting', async () => {
    await world.click('U5', 'share.open.bluesky', requestId);
    expect(world.window('U5')).toContain('Connect Bluesky');
    await world.click('U5', 'share.composer_instead', JSON.stringify({ requestId, network: 'bluesky' }), viewId('U5'));
    expect(addressIn('U5')).toContain('/intent/compose?text=Sky');
  });

  it('counts nothing for forged or foreign values, nor when it is over', async () => {
    const before = await counted();
    for (const value of ['', '{}', 'null', JSON.stringify({ requestId, network: 'myspace' })]) {
      await world.click('U6', 'share.composer', value, viewId('U5'));
    }
    await world.ask('POST', `/api/requests/${requestId}/end`);
    await world.click('U6', 'share.composer', JSON.stringify({ requestId, network: 'x' }), viewId('U5'));
    await world.work();
    expect(await counted()).toEqual(before);
    await world.click('U6', 'share.open.x', requestId);
    expect(world.window('U6')).toContain('This request is over');
  });
});
