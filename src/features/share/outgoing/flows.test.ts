import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type AppWorld, draft, type Json, openAppWorld, when } from '../../../../test/support/app-world.ts';
import { type BlueskyAccount, type BlueskyServer, startBluesky } from '../../../../test/support/bluesky/server.ts';
import { foundOrganisation } from '../../../../test/support/second-organisation.ts';
import { countRows, postsOf } from '../../../../test/support/share-world.ts';
import { sql } from '../../../platform/db/index.ts';

/** The ways around a share as its person sees them in Slack, on the whole product and a real Bluesky server. */
let bluesky: BlueskyServer;
let world: AppWorld;
let ana: BlueskyAccount;
/** What left for the network, by path. */
const sent: string[] = [];

beforeAll(async () => {
  bluesky = await startBluesky();
  world = await openAppWorld(bluesky);
  ana = await bluesky.addAccount('ana');
  world.network = (request) => {
    sent.push(new URL(request.url).pathname);
    return null;
  };
  await connectFromHome();
});

afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await bluesky[Symbol.asyncDispose]();
});

beforeEach(() => {
  sent.length = 0;
  world.clock.advance(60_000);
});

async function connectFromHome(): Promise<void> {
  await world.click('U2', 'share.connect_home', 'bluesky');
  await world.connect('U2', ana);
}

const home = (userId = 'U2') => JSON.stringify(world.slack.team('T1').homes.get(userId) ?? {});
const rows = (table: string) => countRows({ parts: { db: world.db } }, table);
const posted = async (start: string) => (await postsOf(bluesky, ana)).filter((text) => text.startsWith(start));

async function openRequest(draft: Json = {}): Promise<string> {
  const id = await world.sendRequest(draft);
  await world.click('U2', 'share.open', id);
  return id;
}

const later = (): Json => ({
  when: when('at'),
  date: {
    date: {
      type: 'datepicker',
      selected_date: new Date(world.clock.now().getTime() + 2 * 86_400_000).toISOString().slice(0, 10),
    },
  },
  time: { time: { type: 'timepicker', selected_time: '10:00' } },
});

/** The id of the planned post that the Home tab offers to cancel. */
const plannedId = () => /"value":"([0-9a-f-]{36})"[^}]*"style":"danger"/.exec(home())?.[1] ?? '';

describe('the organisation’s disclosure', () => {
  it('ends every post, whatever the person writes, and never stands twice', async () => {
    expect(await world.ask('PUT', '/api/disclosure', { words: ' #ad ' })).toMatchObject({ json: { words: '#ad' } });
    await openRequest({ title: 'Disclosed' });
    expect(JSON.stringify(world.slack.openWindow('U2'))).toContain('at the end of every post: *#ad*');
    await world.post('U2', 'Rewritten without it');
    await world.work();
    expect(await posted('Rewritten without it')).toEqual([expect.stringMatching(/^Rewritten without it #ad\n\nhttp/)]);
    await openRequest({ title: 'Said already' });
    await world.post('U2', '#Ad of our own');
    await world.work();
    expect(await posted('#Ad of our own')).toEqual([expect.stringMatching(/^#Ad of our own\n\nhttp/)]);
  });

  it('is left out of a request whose publisher says so, and counts towards what fits', async () => {
    await openRequest({ title: 'No advertising', disclosed: false });
    expect(JSON.stringify(world.slack.openWindow('U2'))).not.toContain('#ad');
    await world.post('U2', 'Plain words');
    await world.work();
    expect(await posted('Plain words')).toEqual([expect.stringMatching(/^Plain words\n\nhttp/)]);
    const body = { ...draft, networks: { bluesky: { variants: ['Come'] } } };
    const left = async (change: Json) => {
      const { json } = await world.ask('POST', '/api/requests/render', { ...body, ...change });
      return { said: json.disclosure, post: (json.networks as Json).bluesky };
    };
    const [on, off] = [await left({}), await left({ disclosed: false })];
    expect([on.said, off.said]).toEqual(['#ad', '']);
    expect(on.post).toMatchObject([{ words: 'Come', text: expect.stringMatching(/^Come #ad\n/) }]);
    const remaining = (post: unknown) => (post as { remaining: number }[])[0]?.remaining ?? 0;
    expect(remaining(on.post)).toBe(remaining(off.post) - ' #ad'.length);
    await world.ask('PUT', '/api/disclosure', { words: '' });
  });

  it('is a line of at most a hundred characters', async () => {
    const { status } = await world.ask('PUT', '/api/disclosure', { words: 'x'.repeat(101) });
    expect(status).toBe(422);
    const { json } = await world.ask('PUT', '/api/disclosure', { words: 'I work\n\nhere' });
    expect(json).toEqual({ words: 'I work here' });
    await world.ask('PUT', '/api/disclosure', { words: '' });
  });
});

describe('the pictures of a request', () => {
  const upload = async (background: string): Promise<string> => {
    const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background } })
      .png()
      .toBuffer();
    const form = new FormData();
    form.set('file', new File([Uint8Array.from(bytes)], 'quay.png', { type: 'image/png' }));
    const answer = await world.visit('/api/pictures', { method: 'POST', body: form });
    return String(((await answer.json()) as Json).id);
  };
  const embedOf = async (start: string): Promise<unknown> => {
    const query = new URLSearchParams({ repo: ana.did, collection: 'app.bsky.feed.post' });
    const answer = await fetch(`${bluesky.pdsUrl}/xrpc/com.atproto.repo.listRecords?${query}`);
    const { records } = (await answer.json()) as { records: { value: { text: string; embed: unknown } }[] };
    return records.find(({ value }) => value.text.startsWith(start))?.value.embed;
  };

  it('go with the post in their order where the publisher wants that, and on its card where not', async () => {
    const [first, second] = [await upload('red'), await upload('blue')];
    const pictures = { picture: { id: first, alt: 'A quay' }, morePictures: [{ id: second, alt: 'A ferry' }] };
    const id = await openRequest({ title: 'With pictures', ...pictures, postsPictures: true });
    expect((await world.ask('GET', `/api/requests/${id}`)).json).toMatchObject({
      postsPictures: true,
      morePictures: [{ id: second, alt: 'A ferry', url: `http://localhost:3000/media/${second}` }],
    });
    await world.post('U2', 'Look at these');
    await world.work();
    expect(await embedOf('Look at these')).toMatchObject({
      $type: 'app.bsky.embed.images',
      images: [
        { alt: 'A quay', aspectRatio: { width: 40, height: 30 } },
        { alt: 'A ferry', aspectRatio: { width: 40, height: 30 } },
      ],
    });
    await openRequest({ title: 'With its card', ...pictures });
    await world.post('U2', 'Look at the card');
    await world.work();
    expect(await embedOf('Look at the card')).toMatchObject({
      $type: 'app.bsky.embed.external',
      external: { thumb: expect.anything() },
    });
  });

  it('are four at most', async () => {
    const picture = { id: crypto.randomUUID(), alt: 'A quay' };
    const body = { ...draft, picture, morePictures: [picture, picture, picture, picture] };
    expect((await world.ask('POST', '/api/requests', body)).status).toBe(422);
  });
});

describe('telling how it went', () => {
  it('is the Home tab’s part when the window was closed', async () => {
    await openRequest({ title: 'Closed early' });
    await world.post('U2', 'Closed the window');
    await world.deliver(world.slack.send.close(world.slack.openWindow('U2')?.id ?? ''));
    await world.work();
    expect(await posted('Closed the window')).toHaveLength(1);
    expect(home()).toContain('*Closed early* is on Bluesky');
    expect(world.slack.count('chat.postEphemeral')).toBe(0);
  });

  it('does not fail the share when Slack can’t be reached', async () => {
    await openRequest({ title: 'Slack is down' });
    await world.post('U2', 'Slack is down');
    await vi.waitFor(() => expect(home()).toContain('on its way'));
    for (const method of ['views.update', 'views.publish']) {
      for (let turn = 0; turn < 4; turn += 1) world.slack.failNext(method, { kind: 'refused' });
    }
    await world.work();
    expect(await posted('Slack is down')).toHaveLength(1);
    expect(await rows('outgoing_shares')).toBe(0);
    await world.app.jobs.runDue({ future: true });
    expect(await posted('Slack is down')).toHaveLength(1);
    await drainFaults();
    await openHome();
    expect(home()).toContain('*Slack is down* is on Bluesky');
  });

  it('reaches nobody but the person', () => {
    expect(home('U3')).toBe('{}');
    const messages = JSON.stringify(world.slack.team('T1').messages);
    expect(messages).not.toContain('U2');
    expect(messages).not.toContain('ana.test');
  });
});

/** Uses up what was left to go wrong. */
async function drainFaults(): Promise<void> {
  for (const method of ['views.update', 'views.publish', 'views.update', 'views.publish']) {
    await world.slack.fetch(`${world.slack.apiUrl}${method}`).catch(() => undefined);
    await world.slack.fetch(`${world.slack.apiUrl}${method}`).catch(() => undefined);
  }
}

async function openHome(): Promise<void> {
  await world.deliver(world.slack.send.event('T1', { type: 'app_home_opened', user: 'U2', tab: 'home' }));
  await world.work();
}

describe('the publisher’s words', () => {
  it('stay as they are where they are fixed, whatever is sent', async () => {
    await openRequest({ editPolicy: 'fixed', networks: { bluesky: { variants: ['Fixed words'] } } });
    expect(world.window('U2')).toContain('The publisher has fixed this text');
    await world.post('U2', 'Something else altogether');
    await world.work();
    expect(await posted('Fixed words\n\nhttp')).toHaveLength(1);
    expect(await posted('Something else')).toEqual([]);
  });

  it('follow one’s own where one may add', async () => {
    await openRequest({ editPolicy: 'add', networks: { bluesky: { variants: ['Company words'] } } });
    await world.post('U2', 'My own');
    await world.work();
    expect(await posted('My own\n\nCompany words\n\nhttp')).toHaveLength(1);
  });

  it('stand alone where nothing was added', async () => {
    await openRequest({ editPolicy: 'add', networks: { bluesky: { variants: ['Only company words'] } } });
    await world.post('U2', '');
    await world.work();
    expect(await posted('Only company words\n\nhttp')).toHaveLength(1);
  });

  it('stay in a planned post that is changed', async () => {
    await openRequest({ editPolicy: 'add', networks: { bluesky: { variants: ['Kept words'] } } });
    await world.post('U2', 'Before', later());
    await openHome();
    await world.click('U2', 'share.edit', plannedId());
    expect(world.window('U2')).toContain('"initial_value":"Before"');
    expect(world.window('U2')).toContain('Kept words');
    await world.post('U2', 'After');
    await world.app.jobs.runDue({ future: true });
    expect(await posted('After\n\nKept words\n\nhttp')).toHaveLength(1);
  });

  it('can’t be changed in a planned post where they are fixed', async () => {
    await openRequest({ editPolicy: 'fixed', networks: { bluesky: { variants: ['Planned and fixed'] } } });
    await world.post('U2', '', later());
    await openHome();
    await world.click('U2', 'share.edit', plannedId());
    expect(world.window('U2')).toContain('The publisher has fixed this text');
    expect(world.window('U2')).not.toContain('plain_text_input');
    await world.click('U2', 'share.cancel', plannedId());
    expect(await rows('outgoing_shares')).toBe(0);
  });

  it('are the same variant at every look', async () => {
    const variants = ['Variant one', 'Variant two', 'Variant three', 'Variant four', 'Variant five'];
    const requestId = await openRequest({ networks: { bluesky: { variants } } });
    const seen = new Set<string>();
    for (let look = 0; look < 5; look += 1) {
      await world.click('U2', 'share.open', requestId);
      seen.add(/"initial_value":"([^"]*)"/.exec(world.window('U2'))?.[1] ?? '');
    }
    expect(seen.size).toBe(1);
    expect(variants).toContain([...seen][0]);
  });
});

describe('a request that ends while its window is open', () => {
  it('takes no share any more, and says so', async () => {
    const requestId = await openRequest();
    await world.ask('POST', `/api/requests/${requestId}/end`);
    expect(JSON.stringify(await world.post('U2', 'Too late'))).toContain('This request is over');
    await world.work();
    expect(await posted('Too late')).toEqual([]);
    expect(await rows('outgoing_shares')).toBe(0);
  });
});

describe('an account', () => {
  it('that lost its connection is connected anew before anything is shared', async () => {
    const requestId = await openRequest();
    await world.post('U2', 'Was on its way', later());
    await sql`update coact.social_accounts set state = 'reconnect', session = null, refresh_due = null`.execute(
      world.db.kysely,
    );
    await world.app.jobs.runDue({ future: true });
    expect(await posted('Was on its way')).toEqual([]);
    expect(home()).toContain('no longer accepts the connection');
    expect(home()).toContain('It has lost its connection');
    await world.click('U2', 'share.open', requestId);
    expect(world.window('U2')).toContain('Connect Bluesky');
    await world.connect('U2', ana);
    await world.post('U2', 'Connected again');
    await world.work();
    expect(await posted('Connected again')).toHaveLength(1);
  });

  it('that is disconnected is revoked at the server, and what waits for it is cancelled', async () => {
    await openRequest();
    await world.post('U2', 'Will be cancelled', later());
    await openHome();
    await world.click('U2', 'share.disconnect', accountIn(home()));
    await vi.waitFor(() => expect(home()).toContain('*Bluesky*: not connected'), 20_000);
    expect(sent).toContain('/oauth/revoke');
    expect(await rows('outgoing_shares')).toBe(0);
    expect(await rows('social_accounts')).toBe(0);
    expect(await rows('revocations')).toBe(0);
    expect(home()).not.toContain('Planned posts');
    await world.app.jobs.runDue({ future: true });
    expect(await posted('Will be cancelled')).toEqual([]);
    await connectFromHome();
  });

  it('is nobody else’s to disconnect', async () => {
    await openHome();
    await world.click('U3', 'share.disconnect', accountIn(home()));
    await world.work();
    expect(await rows('social_accounts')).toBe(1);
  });
});

/** The account's id behind the button in the Home tab, in whatever order its fields stand. */
function accountIn(text: string): string {
  const { blocks } = JSON.parse(text) as { blocks: { accessory?: { action_id?: string; value?: string } }[] };
  return blocks.find((block) => block.accessory?.action_id === 'share.disconnect')?.accessory?.value ?? '';
}

describe('somebody who wants to be forgotten', () => {
  it('has nothing left: no account, no post on its way, no results', async () => {
    await openRequest({ title: 'Last one' });
    await world.post('U2', 'The last post');
    await world.work();
    await openRequest();
    await world.post('U2', 'Never to be posted', later());
    await openHome();
    expect(home()).toContain('Your last posts');
    await world.click('U2', 'share.forget_me');
    await vi.waitFor(() => expect(home()).toContain('*Bluesky*: not connected'), 20_000);
    expect(home()).not.toContain('Your last posts');
    expect(home()).not.toContain('Planned posts');
    expect(await rows('social_accounts')).toBe(0);
    expect(await rows('outgoing_shares')).toBe(0);
    await world.app.jobs.runDue({ future: true });
    expect(await posted('Never to be posted')).toEqual([]);
    expect(await posted('The last post')).toHaveLength(1);
    await connectFromHome();
  });
});

describe('two organisations', () => {
  it('never see each other’s requests in Slack', async () => {
    const ours = await openRequest({ title: 'Ours alone' });
    const others = await foundOrganisation(world, 'Lighthouse', 'T2');
    const made = await others.ask('POST', '/api/requests', otherDraft);
    const theirs = String(made.json.id);
    expect((await others.ask('POST', `/api/requests/${theirs}/send`, {})).status).toBe(200);
    await world.work();
    expect(world.slack.team('T2').messages).toHaveLength(1);
    expect(JSON.stringify(world.slack.team('T1').messages)).not.toContain('Theirs alone');

    // A member of the same Slack id in the other workspace, with our request's id in hand.
    const { send } = world.slack;
    const message = { channel: 'C1', ts: world.slack.team('T2').messages[0]?.ts ?? '' };
    await world.deliver(send.click({ teamId: 'T2', userId: 'U2', actionId: 'share.open', value: ours, message }));
    expect(world.window('U2')).toContain('This request is over');
    await world.deliver(send.click({ teamId: 'T2', userId: 'U2', actionId: 'share.open', value: theirs, message }));
    expect(world.window('U2')).toContain('Connect Bluesky');
    await world.deliver(send.event('T2', { type: 'app_home_opened', user: 'U2', tab: 'home' }));
    await world.work();
    const theirHome = JSON.stringify(world.slack.team('T2').homes.get('U2'));
    expect(theirHome).toContain('Theirs alone');
    expect(theirHome).not.toContain('Ours alone');
    expect(theirHome).not.toContain('@ana.test');
    await openHome();
    expect(home()).not.toContain('Theirs alone');
    expect((await others.ask('GET', `/api/requests/${ours}`)).status).toBe(404);
    expect((await world.ask('GET', `/api/requests/${theirs}`)).status).toBe(404);
  });
});

const otherDraft = {
  link: 'https://lighthouse.example/',
  title: 'Theirs alone',
  slackText: '',
  networks: { bluesky: { variants: ['Light'] } },
  editPolicy: 'free',
  channelId: 'C1',
};
