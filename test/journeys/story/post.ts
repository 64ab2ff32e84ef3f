import { expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { type Story, title } from './story.ts';

/** Step 5: what is on the Bluesky server, read there as anybody may read it. */
export function posting(story: Story): void {
  const { bluesky, urls } = story.practice;

  it('is one post with the words and the tracked link, marked by its bytes', async () => {
    await eventually(async () => (await bluesky.posts('ana.test')).length).toBe(1);
    const [post] = await bluesky.posts('ana.test');
    const { text = '', facets = [] } = post?.value ?? {};
    story.trackedUrl = text.split(/\s+/).at(-1) ?? '';
    expect(story.trackedUrl).toMatch(new RegExp(`^${urls.coact}/l/[\\w-]+$`));
    expect(text).toBe(`${story.words}\n\n${story.trackedUrl}`);
    const linked = facets.find(({ features }) => features.some(({ uri }) => uri === story.trackedUrl));
    // Bytes, not characters: the words before it hold an emoji of three bytes.
    const bytes = Buffer.from(text).subarray(linked?.index.byteStart, linked?.index.byteEnd);
    expect(bytes.toString()).toBe(story.trackedUrl);
    const tags = facets.flatMap(({ features }) => features.flatMap(({ tag }) => tag ?? []));
    expect(tags).toEqual(['boats']);
  });

  it('carries the link’s card with its picture', async () => {
    const [post] = await bluesky.posts('ana.test');
    const { $type, external } = post?.value.embed ?? {};
    expect($type).toBe('app.bsky.embed.external');
    expect(external).toMatchObject({ uri: story.trackedUrl, title: 'Our first electric ferry leaves the yard' });
    expect(external?.description).toContain('Eleven months');
    const did = bluesky.accounts.find(({ handle }) => handle === 'ana.test')?.did ?? '';
    const blob = new URLSearchParams({ did, cid: external?.thumb?.ref.$link ?? '' });
    const picture = await fetch(`${bluesky.url}/xrpc/com.atproto.sync.getBlob?${blob}`);
    expect(picture.status).toBe(200);
    expect((await picture.bytes()).length).toBe(external?.thumb?.size);
    expect(external?.title).not.toBe(title);
  });
}
