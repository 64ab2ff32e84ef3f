import type { Acts, StoredEntry } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { TrustParts } from './parts.ts';

/** The organisation as what an act was done to. */
export const organisationTarget = (id: string) => ({ type: 'organisation', id }) as const;

/** Names of the people in entries, as they are now: the log itself holds none. */
export function namesIn({ people }: Pick<TrustParts, 'people'>, tx: Tx, entries: readonly StoredEntry[]) {
  const ids = entries.flatMap(({ entry: { actor, target } }) => [
    ...(actor.kind === 'person' ? [actor.id] : []),
    ...(target.type === 'person' || target.type === 'slack_member' ? [target.id] : []),
  ]);
  return people.namesOf(tx, ids);
}

const actors = { slack: 'Slack', operator: 'The operator', system: 'Coact' } as const;
const things: Readonly<Record<string, string>> = {
  organisation: 'the organisation',
  request: 'a share request',
  picture: 'a picture',
};

/** An entry in words, for files that people read. */
export function wordsOf({ entry }: StoredEntry, names: ReadonlyMap<string, string>, acts: Acts) {
  const person = (id: string) => {
    const name = names.get(id);
    return name === undefined ? 'a former member' : name || 'somebody from Slack';
  };
  const actor = entry.actor.kind === 'person' ? person(entry.actor.id) : actors[entry.actor.kind];
  const isPerson = entry.target.type === 'person' || entry.target.type === 'slack_member';
  const target = isPerson ? person(entry.target.id) : (things[entry.target.type] ?? entry.target.type);
  const template = acts[entry.action]?.sentence ?? `{actor}: ${entry.action}`;
  // By function, as a name may hold what a replacement takes for a sign of its own.
  const sentence = template.replaceAll('{actor}', () => actor).replaceAll('{target}', () => target);
  return { actor, target, sentence: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}` };
}
