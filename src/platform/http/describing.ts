import type { Guard, GuardedConfig } from './guarded.ts';

/** What the description of the API says of a route beside its input and answers: where it belongs, and who may call it. */
export function describeAccess({ guard, path, tags }: Pick<GuardedConfig, 'guard' | 'path' | 'tags'>) {
  const open = guard.kind === 'public';
  return {
    tags: tags ?? [chapterOf(path)],
    description: whoMay(guard),
    security: open ? [] : [{ session: [] }],
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
  dashboard: 'Share',
  slack: 'Slack',
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
  return `For members whose role allows \`${guard.action}\` in their organisation.${fresh}`;
}
