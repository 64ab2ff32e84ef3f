import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AtpAgent, RichText } from '@atproto/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Bluesky, startBluesky } from './bluesky.ts';
import { practicePassword } from './company.ts';
import { drawScene } from './company-pictures.ts';
import { choosePorts, type Ports } from './ports.ts';
import { createPostsPage, richText } from './posts-page.ts';

describe('the Bluesky server', () => {
  let bluesky: Bluesky;
  let ports: Ports;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'practice-bluesky-'));
    ports = await choosePorts({}, 'any');
    bluesky = await startBluesky({ ports, folder });
  });
  afterAll(() => bluesky.close());

  const post = async () => {
    const agent = new AtpAgent({ service: bluesky.url });
    await agent.login({ identifier: 'ana.test', password: practicePassword });
    const picture = await drawScene({ hour: 'noon', motif: 'pines' });
    const { blob } = (await agent.uploadBlob(picture, { encoding: 'image/png' })).data;
    const text = new RichText({ text: '🌲 We planted https://harbour-pine.test/l/abc & more' });
    text.detectFacetsWithoutResolution();
    const external = {
      uri: 'http://localhost:3000/l/abc',
      title: 'Two <thousand> pines',
      description: 'D',
      thumb: blob,
    };
    const embed = { $type: 'app.bsky.embed.external', external };
    return agent.post({ text: text.text, facets: text.facets, embed });
  };

  it('has an account for everybody who has a handle, and nobody else', () => {
    expect(bluesky.accounts.map((each) => each.handle)).toContain('ana.test');
    expect(bluesky.accounts).toHaveLength(7);
  });

  it('lists a post with its link, card and picture, as anybody sees it', async () => {
    const { uri } = await post();
    const [listed] = await bluesky.posts('ana.test');
    expect(listed?.uri).toBe(uri);
    expect(listed?.value.facets?.[0]?.features[0]?.uri).toBe('https://harbour-pine.test/l/abc');
    expect(listed?.value.embed?.external?.thumb?.mimeType).toBe('image/png');

    const page = createPostsPage(bluesky, 'http://localhost/');
    const html = await (await page.request('/')).text();
    expect(html).toContain('<a href="https://harbour-pine.test/l/abc">');
    expect(html).toContain('Two &#60;thousand&#62; pines');
    const picture = /src="(\/picture\/[^"]+)"/.exec(html)?.[1] ?? '';
    expect((await page.request(picture)).headers.get('content-type')).toBe('image/png');
    const did = uri.split('/')[2];
    expect((await page.request(`/profile/${did}/post/${uri.split('/').at(-1)}`)).status).toBe(200);
    expect((await page.request(`/profile/${did}/post/3kzzzzzzzzzzz`)).status).toBe(404);
  });

  it('counts followers for who asks the way Bluesky’s app server is asked', async () => {
    const page = createPostsPage(bluesky, 'http://localhost/');
    const [ana, ben] = [2, 3].map((at) => bluesky.accounts[at]?.did ?? '');
    const answer = await page.request(`/xrpc/app.bsky.actor.getProfiles?actors=${ana}&actors=${ben}`);
    const { profiles } = (await answer.json()) as { profiles: { did: string; followersCount: number }[] };
    expect(profiles.map((each) => each.did)).toEqual([ana, ben]);
    for (const each of profiles) expect(each.followersCount).toBeGreaterThan(2);
  });

  it('keeps accounts and posts over a restart', async () => {
    const before = bluesky.accounts;
    const posts = await bluesky.posts('ana.test');
    await bluesky.close();
    bluesky = await startBluesky({ ports, folder });
    expect(bluesky.accounts).toEqual(before);
    expect(await bluesky.posts('ana.test')).toEqual(posts);
    const directory = await fetch(`${bluesky.plcUrl}/${before[0]?.did}`);
    expect(await directory.json()).toMatchObject({ alsoKnownAs: ['at://maya.test'] });
  });
});

describe('a post’s text', () => {
  const link = (byteStart: number, byteEnd: number, uri: string) => ({
    index: { byteStart, byteEnd },
    features: [{ $type: 'app.bsky.richtext.facet#link', uri }],
  });

  it('has its links where the bytes say', () => {
    expect(richText('é🌲 go', [link(7, 9, 'https://a.test/?x=1&y=2')])).toBe(
      'é🌲 <a href="https://a.test/?x=1&#38;y=2">go</a>',
    );
  });

  it('stays text where a facet does not fit or does not lead to the web', () => {
    expect(richText('<b>', [link(0, 99, 'https://a.test')])).toBe('&#60;b&#62;');
    expect(richText('go', [link(0, 2, 'javascript:alert(1)')])).toBe('<a href="#">go</a>');
  });
});
