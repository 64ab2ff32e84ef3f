import { describe, expect, it } from 'vitest';
import type { Network, Post } from '../../../src/features/networks/index.ts';
import { postPlace } from '../post-place.ts';
import type { Counterpart, Told } from './counterpart.ts';
import { deliver } from './deliver.ts';
import { videoOf } from './video.ts';

/** How a network takes videos. */
export interface VideoWays {
  /** The first call of an upload, as "POST /path"; the container's where the network fetches the film by itself. */
  readonly uploads: RegExp;
  /** Whether it takes a description. */
  readonly describes: boolean;
}

interface VideoSubject {
  readonly video: VideoWays | null;
  readonly publishes: RegExp;
  readonly repeats: 'refused' | 'same' | 'taken';
  tooMany(seconds: number): Told;
}

interface Standing {
  readonly server: Counterpart;
  readonly network: Network;
  readonly session: string;
}

let counter = 0;

/** What every connector keeps about videos, or says that it posts none. `standing` is read when a test runs. */
export function videoCases(subject: VideoSubject, standing: () => Standing): void {
  const { video: ways } = subject;
  if (ways === null) {
    it('says that it posts no videos', () => expect(standing().network.limits.video).toBeUndefined());
    return;
  }
  describe('a video', () => {
    const film = videoOf({ mediaBytes: 300_000 });
    const card = { url: 'https://go.example/l/1', title: 'Porto', description: 'A harbour' };
    const fresh = (over: Partial<Post> = {}): Post => {
      counter += 1;
      return { text: `Film ${counter} https://go.example/l/1`, writtenAt: new Date(), video: film, card, ...over };
    };
    const newKey = () => standing().network.recordKey(new Date(), Math.random());
    const seenOf = async ({ text }: Post) =>
      (await standing().server.posts()).filter((post) => post.text.includes(text.split(' ', 2).join(' ')));
    const uploads = () => standing().server.seen.filter((line) => ways.uploads.test(line)).length;
    /** Keeps what a connector remembers, as a share's row does. */
    const keeper = () => {
      const kept: { memory: string | null } = { memory: null };
      const remember = async (memory: string) => {
        kept.memory = memory;
      };
      return { kept, remember };
    };

    it('goes with the post in place of the card, whole and described', async () => {
      const { network, session } = standing();
      const post = fresh();
      expect((await network.post(session, post, postPlace(newKey()))).kind).toBe('posted');
      const [seen, ...others] = await seenOf(post);
      expect(others).toEqual([]);
      expect(seen).toMatchObject({ card: null, alts: [], video: { alt: ways.describes ? film.alt : null } });
      if (film.url === undefined || seen?.video?.url === undefined) expect(seen?.video?.bytes).toBe(film.size);
    });

    it('is uploaded once, however often the post has to wait', async () => {
      const { network, session, server } = standing();
      const post = fresh();
      const key = newKey();
      const { kept, remember } = keeper();
      const before = uploads();
      server.befall({ on: subject.publishes, how: subject.tooMany(30) });
      expect((await network.post(session, post, postPlace(key, { remember }))).kind).toBe('later');
      const outcome = await network.post(session, post, postPlace(key, { remember, memory: kept.memory }));
      expect(outcome.kind).toBe('posted');
      expect(uploads() - before).toBe(1);
      expect(await seenOf(post)).toHaveLength(1);
    });

    it('is posted once when the process ends between the upload and the post', async () => {
      const { network, session } = standing();
      const post = fresh();
      const key = newKey();
      const { kept, remember } = keeper();
      const before = uploads();
      const dies = async (memory: string) => {
        await remember(memory);
        throw new Error('the process ended');
      };
      await expect(network.post(session, post, postPlace(key, { remember: dies }))).rejects.toThrow('ended');
      expect(await seenOf(post)).toHaveLength(0);
      const again = { remember, memory: kept.memory, repeated: true };
      expect((await network.post(session, post, postPlace(key, again))).kind).toBe('posted');
      expect(uploads() - before).toBe(1);
      expect(await seenOf(post)).toHaveLength(1);
    });

    it('is posted once when the answer to the post is lost', async () => {
      const { network, session, server } = standing();
      const post = fresh();
      server.befall({ on: subject.publishes, how: 'lost' });
      const { outcome } = await deliver(network, session, post);
      expect(outcome.kind).toBe(subject.repeats === 'taken' ? 'unsure' : 'posted');
      expect(await seenOf(post)).toHaveLength(1);
    });

    it('that could not be uploaded has posted nothing, and goes out later', async () => {
      const { network, session, server } = standing();
      const post = fresh();
      for (const how of ['html', { status: 502 }, 'lost'] as const) {
        server.befall({ on: ways.uploads, how });
        expect((await network.post(session, post, postPlace(newKey()))).kind).toBe('later');
      }
      expect(await seenOf(post)).toHaveLength(0);
      expect((await deliver(network, session, post)).outcome.kind).toBe('posted');
    });

    it('is uploaded again when the network has thrown it away meanwhile', async () => {
      const { network, session, server } = standing();
      if (server.forgetMedia === undefined) return;
      const post = fresh();
      const key = newKey();
      const { kept, remember } = keeper();
      server.befall({ on: subject.publishes, how: subject.tooMany(30) });
      await network.post(session, post, postPlace(key, { remember }));
      await server.forgetMedia();
      const before = uploads();
      let outcome = await network.post(session, post, postPlace(key, { remember, memory: kept.memory }));
      for (let tries = 0; outcome.kind === 'later' && tries < 3; tries += 1) {
        outcome = await network.post(session, post, postPlace(key, { remember, memory: kept.memory }));
      }
      expect(outcome.kind).toBe('posted');
      expect(uploads() - before).toBe(1);
      expect(await seenOf(post)).toHaveLength(1);
    });
  });
}
