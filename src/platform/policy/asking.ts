import type { Actor, Asker, Resource } from './actor.ts';
import type { Policy } from './policy.ts';

/** Who asks, and what the policies say to it. */
export interface Asking<Who extends Asker = Actor> {
  readonly actor: Who;
  readonly orgId: Actor['orgId'];
  readonly allowed: (action: string, resource: Resource) => boolean;
}

/** Somebody as if they asked: for whoever acts in Slack, and for what is decided about people while they are not there. */
export function askingAs({ policy }: { readonly policy: Pick<Policy, 'decide'> }, actor: Actor): Asking {
  return { actor, orgId: actor.orgId, allowed: (action, resource) => policy.decide({ actor, action, resource }) };
}
