import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { addActs, type MastodonActs } from './mastodon-acts.ts';
import { grantee } from './mastodon-grants.ts';
import type { MastodonSignIn } from './mastodon-oauth.ts';
import { lengthOf, limits, type Media, type Status, shownStatus } from './mastodon-posts.ts';

/** What a server holds: newest posts first. */
export interface MastodonState extends MastodonActs {
  readonly statuses: Status[];
  readonly media: Map<string, Media>;
  /** Answers by account and Idempotency-Key. */
  readonly keys: Map<string, Status>;
  readonly followers: Readonly<Record<string, number>>;
}

const appForm = z.object({ client_name: z.string().min(1), redirect_uris: z.url(), scopes: z.string() });
const statusBody = z.object({
  status: z.string().default(''),
  visibility: z.enum(['public', 'unlisted', 'private', 'direct']).default('public'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional(),
  media_ids: z.array(z.string()).default([]),
  in_reply_to_id: z.string().optional(),
});

/**
 * The part of Mastodon's API that Coact uses, as docs.joinmastodon.org tells it and strictly: rights are asked, limits kept,
 * pictures take their time (202, then 206), a key makes two posts one, and every error is a JSON object.
 */
export function createMastodonApi(origin: string, signIn: MastodonSignIn, state: MastodonState): Hono {
  const app = new Hono();
  app.get('/.well-known/oauth-authorization-server', (c) => c.json(signIn.metadata));
  app.post('/api/v1/apps', async (c) => {
    const form = appForm.safeParse(await c.req.parseBody());
    if (!form.success) return c.json({ error: 'Validation failed: Redirect URI must be an absolute URI.' }, 422);
    const { client_name: name, redirect_uris: redirectUri, scopes } = form.data;
    if (!signIn.knows(scopes)) {
      return c.json({ error: "Validation failed: Scopes doesn't match configured on the server." }, 422);
    }
    const made = await signIn.register({ name, redirectUri, scopes });
    const { client_id, client_secret } = made;
    return c.json({ id: '1', name, redirect_uri: redirectUri, redirect_uris: [redirectUri], client_id, client_secret });
  });
  app.get('/api/v2/instance', (c) => c.json(instanceOf(origin)));
  app.get('/api/v1/accounts/verify_credentials', async (c) => {
    const who = await grantee(c, signIn, ['profile', 'read:accounts']);
    return who instanceof Response ? who : c.json(accountOf(origin, state, who));
  });
  app.get('/api/v1/accounts', (c) => {
    const ids = c.req.queries('id[]') ?? [];
    if (ids.length > 40) return c.json({ error: 'Validation failed: Too many accounts' }, 422);
    return c.json(ids.filter((id) => id in state.followers).map((id) => accountOf(origin, state, id)));
  });
  app.get('/api/v1/accounts/:id/statuses', (c) => {
    const own = state.statuses.filter(({ username }) => username === c.req.param('id'));
    return c.json(own.slice(0, Number(c.req.query('limit') ?? 20)).map((status) => shownStatus(origin, status)));
  });
  app.post('/api/v2/media', (c) => takeMedia(c, signIn, state));
  app.get('/api/v1/media/:id', async (c) => {
    const who = await grantee(c, signIn, ['write:media']);
    if (who instanceof Response) return who;
    const media = state.media.get(c.req.param('id'));
    if (media?.username !== who) return c.json({ error: 'Record not found' }, 404);
    media.looksLeft -= 1;
    return media.looksLeft > 0 ? c.json({ id: media.id, url: null }, 206) : c.json({ id: media.id, url: origin });
  });
  app.post('/api/v1/statuses', (c) => takeStatus(c, origin, signIn, state));
  addActs(app, origin, signIn, state);
  return app;
}

async function takeMedia(c: Context, signIn: MastodonSignIn, state: MastodonState): Promise<Response> {
  const who = await grantee(c, signIn, ['write:media']);
  if (who instanceof Response) return who;
  const { file, description } = await c.req.parseBody();
  if (!(file instanceof File)) return c.json({ error: "Validation failed: File can't be blank" }, 422);
  const isVideo = file.type === 'video/mp4';
  if (file.size > (isVideo ? limits.videoBytes : limits.imageBytes))
    return c.json({ error: 'Validation failed: File must be smaller' }, 422);
  const id = String(1_000 + state.media.size);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const words = typeof description === 'string' ? description : null;
  state.media.set(id, { id, username: who, mime: file.type, bytes, description: words, looksLeft: 2 });
  if (isVideo && String.fromCharCode(...bytes.subarray(4, 8)) !== 'ftyp') {
    return c.json({ error: 'Validation failed: File content type does not match' }, 422);
  }
  return c.json({ id, type: isVideo ? 'video' : 'image', url: null, description: words }, 202);
}

async function takeStatus(c: Context, origin: string, signIn: MastodonSignIn, state: MastodonState): Promise<Response> {
  const who = await grantee(c, signIn, ['write:statuses']);
  if (who instanceof Response) return who;
  const key = `${who} ${c.req.header('idempotency-key') ?? crypto.randomUUID()}`;
  const known = state.keys.get(key);
  if (known) return c.json(shownStatus(origin, known));
  const body = statusBody.safeParse(await c.req.json().catch(() => null));
  if (!body.success) return c.json({ error: 'Validation failed' }, 422);
  const { status: text, language = null, media_ids: ids, in_reply_to_id: inReplyTo } = body.data;
  if (inReplyTo !== undefined && ![...state.statuses, ...state.elsewhere].some(({ id }) => id === inReplyTo)) {
    return c.json({ error: 'The post you are trying to reply to does not appear to exist.' }, 404);
  }
  const media = ids.flatMap((id) => state.media.get(id) ?? []);
  const problem = problemOf(text, ids, media);
  if (problem) return c.json({ error: problem }, 422);
  const now = new Date();
  const id = String(now.getTime() * 1000 + state.statuses.length);
  const made: Status = { id, username: who, text, createdAt: now.toISOString(), language, media, inReplyTo };
  state.statuses.unshift(made);
  state.keys.set(key, made);
  return c.json(shownStatus(origin, made));
}

function problemOf(text: string, ids: readonly string[], media: readonly Media[]): string | null {
  if (text.trim() === '' && ids.length === 0) return "Validation failed: Text can't be blank";
  if (lengthOf(text) > limits.characters)
    return `Validation failed: Text character limit of ${limits.characters} exceeded`;
  if (ids.length > limits.attachments) return 'Validation failed: Cannot attach more than 4 files';
  // One video, and nothing beside it: app/services/post_status_service.rb, validate_media!.
  if (media.length > 1 && media.some(({ mime }) => mime === 'video/mp4'))
    return 'Cannot attach a video to a post that already contains images';
  if (media.length < ids.length) return 'Validation failed: Media not found';
  if (media.some(({ looksLeft }) => looksLeft > 0))
    return 'Cannot attach files that have not finished processing. Try again in a moment!';
  return null;
}

function accountOf(origin: string, state: MastodonState, username: string): Record<string, unknown> {
  const followers_count = state.followers[username] ?? 0;
  return {
    id: username,
    username,
    acct: username,
    display_name: username,
    url: `${origin}/@${username}`,
    followers_count,
  };
}

function instanceOf(origin: string): Record<string, unknown> {
  return {
    domain: new URL(origin).host,
    title: 'Mastodon (practice)',
    version: '4.5.2',
    configuration: {
      statuses: {
        max_characters: limits.characters,
        max_media_attachments: limits.attachments,
        characters_reserved_per_url: limits.perUrl,
      },
      media_attachments: {
        image_size_limit: limits.imageBytes,
        video_size_limit: limits.videoBytes,
        supported_mime_types: ['image/jpeg', 'image/png', 'video/mp4'],
      },
    },
  };
}
