import type { ZodType } from 'zod';
import type { Guard, GuardedConfig } from './guarded.ts';

/** What the description of the API says of a route beside its input and answers: where it belongs, and who may call it. */
export function describeAccess({ guard, path, tags }: Pick<GuardedConfig, 'guard' | 'path' | 'tags'>) {
  const open = guard.kind === 'public';
  const ways: Record<string, string[]>[] = [{ session: [] }];
  if (isForKeys(guard)) ways.push({ key: [] });
  return {
    tags: tags ?? [chapterOf(path)],
    description: whoMay(guard),
    security: open ? [] : ways,
  };
}

/** How a caller shows who it is, for `components.securitySchemes`. */
export const sessionScheme = {
  type: 'apiKey',
  in: 'cookie',
  name: '__Host-coact',
  description:
    'The session of a signed-in person. Calls that change something also carry the header `x-coact: 1`; who belongs to several organisations names one in `x-coact-org`.',
} as const;

/** How a program shows what it may. */
export const keyScheme = {
  type: 'http',
  scheme: 'bearer',
  description:
    'An API key of the organisation, made under Settings. It may what it was made for; a POST with the header `Idempotency-Key` can be made again safely for 24 hours.',
} as const;

const isForKeys = (guard: Guard) => guard.kind === 'member' && guard.keys === true;

/** What arrives at a webhook's end-point when something happens. */
export function describeEvent({ name, says, schema }: { name: string; says: string; schema: ZodType }) {
  return {
    ...{ method: 'post' as const, path: name, tags: ['API and webhooks'], summary: `Sent when ${says}` },
    request: { body: { content: { 'application/json': { schema } }, required: true } },
    responses: { 200: { description: 'Any 2xx says that it has arrived; anything else is tried again' } },
  };
}

const chapters: Readonly<Record<string, string>> = {
  me: 'Account',
  account: 'Account',
  'sign-in': 'Sign-in',
  'sign-out': 'Sign-in',
  setup: 'Organisation',
  organisation: 'Organisation',
  members: 'People',
  people: 'People',
  departments: 'People',
  locations: 'People',
  requests: 'Share',
  previews: 'Share',
  pictures: 'Share',
  videos: 'Share',
  dashboard: 'Share',
  slack: 'Slack',
  'api-keys': 'API and webhooks',
  webhooks: 'API and webhooks',
  'webhook-deliveries': 'API and webhooks',
  settings: 'Slack',
  audit: 'Audit log',
};

function chapterOf(path: string): string {
  const [first = '', second = ''] = path.split('/').slice(1);
  return first === 'api' ? (chapters[second] ?? 'Other') : 'Other systems';
}

function whoMay(guard: Guard): string {
  if (guard.kind === 'public') return `Open to everybody: ${guard.reason}.`;
  const fresh = guard.stepUp ? ' Asks for a fresh proof that it is the person (`step_up_needed`).' : '';
  if (guard.kind === 'signedIn') return `For whoever is signed in.${fresh}`;
  const keys = guard.keys ? ' Also for API keys that may do this.' : '';
  return `For members whose role allows \`${guard.action}\` in their organisation.${fresh}${keys}`;
}
