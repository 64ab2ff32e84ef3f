import type { Acts, StoredEntry } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { TrustParts } from './parts.ts';

/** The organisation as what an act was done to. */
export const organisationTarget = (id: string) => ({ type: 'organisation', id }) as const;

/** Names of the people and API keys in entries, as they are now: the log itself holds none. */
export async function namesIn(
  { people }: Pick<TrustParts, 'people'>,
  tx: Tx,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = entries.flatMap(({ entry: { actor, target } }) => [
    ...(actor.kind === 'person' ? [actor.id] : []),
    ...(target.type === 'person' || target.type === 'slack_member' ? [target.id] : []),
  ]);
  const keys = entries.flatMap(({ entry: { actor, target } }) => [
    ...(actor.kind === 'key' ? [actor.id] : []),
    ...(target.type === 'api_key' ? [target.id] : []),
  ]);
  return new Map([...(await people.namesOf(tx, ids)), ...(await people.namesOfKeys(tx, keys))]);
}

const actors: Readonly<Record<string, string>> = { slack: 'Slack', operator: 'The operator', system: 'Coact' };
const things: Readonly<Record<string, string>> = {
  organisation: 'the organisation',
  request: 'a share request',
  picture: 'a picture',
  webhook: 'a webhook',
};

/** An entry in words, for files that people read. */
export function wordsOf({ entry }: StoredEntry, names: ReadonlyMap<string, string>, acts: Acts) {
  const person = (id: string) => {
    const name = names.get(id);
    return name === undefined ? 'a former member' : name || 'somebody from Slack';
  };
  const key = (id: string) => `the API key “${names.get(id) ?? id}”`;
  const called: Readonly<Record<string, (id: string) => string>> = { person, slack_member: person, key, api_key: key };
  const { actor: by, target: to } = entry;
  const actor = called[by.kind]?.(by.id) ?? actors[by.kind] ?? by.kind;
  const target = called[to.type]?.(to.id) ?? things[to.type] ?? to.type;
  const template = acts[entry.action]?.sentence ?? `{actor}: ${entry.action}`;
  // By function, as a name may hold what a replacement takes for a sign of its own.
  const sentence = template.replaceAll('{actor}', () => actor).replaceAll('{target}', () => target);
  return { actor, target, sentence: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` };
}
