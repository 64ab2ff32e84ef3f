import type { SetupFinding } from '../network.ts';
import { engagementScopes } from './engagement.ts';
import { readAbout } from './instance.ts';
import { readServer } from './server.ts';
import { findPlaceAndClient, type SignInParts } from './sign-in.ts';

/**
 * What a server says about itself and whether it lets Coact in: just what happens when the first person connects there. The
 * registration is kept for them, so that asking costs the server nothing more.
 */
export async function inspectServer(parts: SignInParts, typed: string): Promise<SetupFinding[]> {
  const named = readServer(typed, parts.ownServer);
  if (typed.trim() === '' && parts.ownServer === null) {
    return [{ level: 'note', sentence: 'Every Mastodon server is one of its own. Name one to ask it.' }];
  }
  if (named === null) {
    return [{ level: 'problem', sentence: `“${typed.trim()}” is no server. Type its name, like mastodon.social.` }];
  }
  const { host } = named;
  const found = await findPlaceAndClient(parts, named);
  if (found.kind === 'refused') return [{ level: 'problem', sentence: found.sentence }];
  const about = await readAbout(parts.ask, found.place.server);
  const lacks = engagementScopes.some((scope) => !found.place.scope.split(' ').includes(scope));
  return [
    { level: 'good', sentence: `${host} lets Coact connect accounts, and has registered this installation.` },
    ...(lacks ? [narrow(host)] : []),
    ...aboutFindings(host, about),
  ];
}

const narrow = (host: string): SetupFinding => ({
  level: 'note',
  sentence: `${host} does not know the rights to look posts up and favourite them: its people post by Coact, and like, reshare and comment on the post’s page.`,
});

function aboutFindings(host: string, about: Awaited<ReturnType<typeof readAbout>>): SetupFinding[] {
  if (about === null) {
    const sentence = `${host} says nothing about its limits: Coact takes Mastodon’s usual ones (500 characters, 4 pictures).`;
    return [{ level: 'warning', sentence }];
  }
  const { instance, version, takesPeople } = about;
  const { text, pictures } = instance.limits;
  const sizes = `Posts there: ${text ?? 500} characters, ${pictures ?? 4} pictures.`;
  const keys = 'It does not heed Mastodon’s keys against double posts: Coact looks before it tries again.';
  return [
    {
      level: 'good',
      sentence: `It runs ${version === '' ? 'software that it does not name' : `version ${version}`}. ${sizes}${instance.keepsKeys ? '' : ` ${keys}`}`,
    },
    ...(takesPeople === false
      ? [
          {
            level: 'note',
            sentence: `${host} takes no new people by itself: who has no account there asks its owner.`,
          } as const,
        ]
      : []),
  ];
}
