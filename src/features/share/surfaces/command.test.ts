import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppWorld, openAppWorld } from '../../../../test/support/app-world.ts';
import { checkBlocks } from '../../../platform/slack/index.ts';

let world: AppWorld;
beforeAll(async () => {
  world = await openAppWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

async function type(text: string) {
  const answer = await world.deliver(world.slack.send.command('T1', 'U2', text));
  expect(answer.status).toBe(200);
  return (await answer.json()) as { text: string; blocks: Parameters<typeof checkBlocks>[0] };
}

describe('/coact', () => {
  it('says when there is nothing to share', async () => {
    expect(JSON.stringify(await type(''))).toContain('Nothing to share at the moment');
  });

  it('lists what is open, with the button that shares it', async () => {
    const id = await world.sendRequest({ title: 'We open in <Porto>' });
    const answer = await type('');
    expect(checkBlocks(answer.blocks)).toEqual([]);
    expect(JSON.stringify(answer)).toContain('We open in &lt;Porto&gt;');
    expect(JSON.stringify(answer)).toContain(`"value":"${id}"`);
  });

  it.each(['help', ' HELP ', '?'])('answers “%s” with what it can do', async (text) => {
    const answer = await type(text);
    expect(checkBlocks(answer.blocks)).toEqual([]);
    expect(JSON.stringify(answer)).toContain('Home tab of Coact');
  });

  it('gives a hint for words that it does not know, escaped', async () => {
    const answer = await type('<!channel> party');
    expect(JSON.stringify(answer)).toContain('doesn’t know “&lt;!channel&gt; party”');
    expect(JSON.stringify(answer)).toContain('/coact help');
  });
});
