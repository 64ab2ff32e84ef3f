import { z } from 'zod';
import { type Asker, addressAt } from '../ask.ts';
import type { AccountLimits } from '../network.ts';

/** What a server says about itself, as far as posts depend on it. */
export interface Instance {
  readonly limits: AccountLimits;
  /** The name in its people's handles; null where it gives none that could be one. */
  readonly domain: string | null;
  /** Whether it is Mastodon, which heeds an Idempotency-Key; others name themselves behind the version they follow. */
  readonly keepsKeys: boolean;
}

const count = (least: number, most: number) => z.number().int().min(least).max(most).optional().catch(undefined);
const domain = z
  .string()
  .max(253)
  .regex(/^[\p{L}\p{N}.-]+(:\d+)?$/u)
  .optional()
  .catch(undefined);
const instanceSchema = z.object({
  domain,
  uri: domain,
  version: z.string().catch(''),
  // An object in the newer answer, a word in the older.
  registrations: z
    .union([z.object({ enabled: z.boolean() }), z.boolean()])
    .nullable()
    .catch(null),
  // Forks of before 3.4.2 say it here.
  max_toot_chars: count(1, 1_000_000),
  configuration: z
    .object({
      statuses: z
        .object({
          max_characters: count(1, 1_000_000),
          max_media_attachments: count(0, 100),
          characters_reserved_per_url: count(1, 2_000),
        })
        .catch({}),
      media_attachments: z
        .object({ image_size_limit: count(1, 1_000_000_000), video_size_limit: count(1, 10_000_000_000) })
        .catch({}),
    })
    .catch({ statuses: {}, media_attachments: {} }),
});

/** What a server says to whoever runs Coact, beside what posts depend on. */
export interface About {
  readonly instance: Instance;
  /** In its own words; empty where it says none. */
  readonly version: string;
  /** Whether people can sign up there; null where it does not say. */
  readonly takesPeople: boolean | null;
}

/** Asks a server for its limits. Null where it gives none. */
export async function readInstance(ask: Asker, server: string): Promise<Instance | null> {
  return (await readAbout(ask, server))?.instance ?? null;
}

/** Asks a server about itself: the newer answer, then the older. Null where it gives neither. */
export async function readAbout(ask: Asker, server: string): Promise<About | null> {
  for (const path of ['/api/v2/instance', '/api/v1/instance']) {
    const answer = await ask(addressAt(server, path));
    if (answer.kind !== 'answered' || answer.status !== 200) continue;
    const parsed = instanceSchema.safeParse(answer.body);
    if (!parsed.success) continue;
    const { version, registrations } = parsed.data;
    const takesPeople = typeof registrations === 'object' ? (registrations?.enabled ?? null) : registrations;
    return { instance: instanceOf(parsed.data), version: plainly(version), takesPeople };
  }
  return null;
}

/** A stranger's words, for a sentence of ours. */
const plainly = (text: string) => text.replace(/[^\p{L}\p{N} .+()~_-]/gu, '').slice(0, 80);

function instanceOf(said: z.infer<typeof instanceSchema>): Instance {
  const { statuses, media_attachments: media } = said.configuration;
  return {
    limits: {
      text: statuses.max_characters ?? said.max_toot_chars,
      pictures: statuses.max_media_attachments,
      pictureBytes: media.image_size_limit,
      videoBytes: media.video_size_limit,
      linkLength: statuses.characters_reserved_per_url,
    },
    domain: said.domain ?? said.uri ?? null,
    keepsKeys: /^\d+\.\d+\.\d+\S*$/.test(said.version),
  };
}
