import type { Tx } from '../../../platform/db/index.ts';
import { type Actor, roles as allRoles } from '../../../platform/policy/index.ts';
import { whoKnows } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import { type Audience, type Found, resourceOf, type Standing } from '../writing/process.ts';
import { isOfAudience } from './reading.ts';

type Parts = Pick<ProcessParts, 'people' | 'policy'>;

/** Somebody who is here, with all by which something may be meant for them. */
export interface Reader {
  readonly actor: Actor;
  readonly name: string;
  readonly standing: Standing;
}

/** Everybody who is active, by name. */
export async function everyReader({ people }: Pick<ProcessParts, 'people'>, tx: Tx): Promise<readonly Reader[]> {
  const actors = new Map((await people.actorsIn(tx, allRoles)).map((actor) => [actor.personId, actor]));
  const known = Map.groupBy(await whoKnows(tx), ({ personId }) => personId);
  return (await people.workers(tx)).flatMap(({ id, name, departments, locations }) => {
    const actor = actors.get(id);
    if (actor === undefined) return [];
    const roles = (known.get(id) ?? []).map(({ roleId }) => roleId);
    return [{ actor, name, standing: { personId: id, roles, departments, locations } }];
  });
}

interface Asked {
  /** Those of the audience who can read it. */
  readonly asked: readonly Reader[];
  /** Those of the audience for whom the process is not there. */
  readonly blind: readonly Reader[];
}

/** Of whom it is asked. Nobody where nothing holds. */
export function askedOf(
  { policy }: Pick<ProcessParts, 'policy'>,
  found: Found,
  audience: readonly Audience[],
  readers: readonly Reader[],
): Asked {
  const action = 'processes.read';
  const asked: Reader[] = [];
  const blind: Reader[] = [];
  for (const reader of readers) {
    const { actor, standing } = reader;
    const resource = resourceOf(actor.orgId, found, standing);
    if (!resource.holds || !isOfAudience(audience, standing, resource.meant === true)) continue;
    if (policy.decide({ actor, action, resource })) asked.push(reader);
    else blind.push(reader);
  }
  return { asked, blind };
}

/** Whether it is asked of one person. */
export function isAskedOf(
  { policy }: Pick<Parts, 'policy'>,
  found: Found,
  audience: readonly Audience[],
  actor: Actor,
  standing: Standing,
): boolean {
  return askedOf({ policy }, found, audience, [{ actor, name: '', standing }]).asked.length > 0;
}

/** Why people can't be asked: who they are, as far as a sentence has room. */
export function blindSentence(blind: readonly Pick<Reader, 'name'>[]): string {
  const names = blind.map(({ name }) => name || 'Somebody without a name');
  const shown = names.slice(0, 5);
  const more = names.length - shown.length;
  const told = more > 0 ? [...shown, `${more} ${more === 1 ? 'other' : 'others'}`] : shown;
  const list = told.length === 1 ? told[0] : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
  return `${list} can’t see this process. Let them see it first, or leave them out.`;
}
