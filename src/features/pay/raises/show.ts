import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import { listRoles, whoKnows } from '../../schedule/index.ts';
import { todayOf } from '../day.ts';
import { readPaySettings } from '../settings/store.ts';
import { asResource, type PayResource } from '../wages/looking.ts';
import type { Pay } from '../wages/wage.ts';
import { asRaise, mayApprove, type RaiseRight, raiseRights } from './approvers.ts';
import { whyStopped } from './effect.ts';
import type { RaiseParts } from './proposing.ts';
import {
  type Act,
  countedApprovals,
  missingApprovers,
  percentMore,
  possibleActs,
  type Raise,
  rolesChanged,
  type Terms,
} from './raise.ts';
import { openEvent, openTerms } from './sealing.ts';
import type { RaiseAnswer } from './shapes.ts';
import { listEvents, listRaises, type StoredEvent, type StoredRaise } from './store.ts';
import { missingWords } from './telling.ts';

const former = 'A former member';
type Names = ReadonlyMap<string, string>;
const nameIn = (names: Names, id: string) => names.get(id) || former;

/** A proposal as a line of a list, which says nothing of what is in it. */
export function listedOf(raise: Raise, events: readonly StoredEvent[], names: Names) {
  const { id, personId, from, state, stoppedWhy, needed, proposedBy, proposedAt, releasedAt } = raise;
  return {
    ...{ id, personId, name: nameIn(names, personId), from, state, stoppedWhy, needed },
    approvals: countedApprovals(raise, events).length,
    ...{ proposedBy: nameIn(names, proposedBy), proposedAt: proposedAt.toISOString() },
    released: releasedAt !== null,
  };
}

const shown = (pay: Pay) => ({ weeklyMinutes: null, ...pay });

/** From what to what, with the names of roles as they are now. */
export function termsWords(terms: Terms, roleNames: Names) {
  const named = (ids: readonly string[]) => ids.map((id) => roleNames.get(id) ?? 'A former role');
  const { learns, leaves } = rolesChanged(terms);
  const { title, pay, reason } = terms;
  return {
    title: { ...title },
    roles: { learns: named(learns), leaves: named(leaves) },
    pay: pay && {
      roleId: pay.roleId,
      roleName: pay.roleId === null ? null : (roleNames.get(pay.roleId) ?? 'A former role'),
      ...{ before: pay.before && shown(pay.before), after: shown(pay.after) },
      percent: percentMore(pay.before, pay.after),
    },
    reason,
  };
}

/** Names of all roles by their id. */
export async function namesOfRoles(tx: Tx): Promise<Names> {
  return new Map((await listRoles(tx)).map(({ id, name }) => [id, name]));
}

/** All of a proposal, for whoever may see it. Who asks records it before. */
export async function showRaise(
  parts: RaiseParts,
  tx: Tx,
  asking: Asking,
  whose: PayResource,
  raise: StoredRaise,
): Promise<RaiseAnswer> {
  const terms = await openTerms(parts.vault, tx, raise);
  const events = (await listEvents(tx, [raise.id])).get(raise.id) ?? [];
  const eligible = raise.state === 'open' ? await mayApprove(parts, tx, raise) : [];
  const approved = countedApprovals(raise, events);
  const people = [raise.personId, raise.proposedBy, raise.releasedBy, ...events.map(({ personId }) => personId)];
  const ids = [...people.flatMap((id) => id ?? []), ...eligible];
  const names = await parts.people.namesOf(tx, [...new Set(ids)]);
  const roles = (await listRoles(tx)).filter(({ archived }) => !archived);
  const missing = missingApprovers(raise, events, new Set(eligible));
  const waits = raise.state === 'open' || raise.state === 'approved';
  return {
    ...listedOf(raise, events, names),
    ...termsWords(terms, await namesOfRoles(tx)),
    ...{ today: await todayOf(parts, tx), currency: (await parts.people.organisation(tx)).currency },
    ...{ revision: raise.revision, roleIds: [...terms.roles.after] },
    knownRoles: roles.map(({ id, name }) => ({ id, name })),
    approvedBy: approved.map((id) => nameIn(names, id)),
    waitsFor: eligible.filter((id) => !approved.includes(id)).map((id) => nameIn(names, id)),
    missing: raise.state === 'open' && missing > 0 ? missingWords(missing) : null,
    stale: waits ? await whyStopped(parts, tx, raise, terms) : null,
    releasedBy: raise.releasedBy && nameIn(names, raise.releasedBy),
    releasedAt: raise.releasedAt?.toISOString() ?? null,
    hasLetter: hasLetter(raise),
    timeline: await timelineOf(parts, tx, events, names),
    may: mayDo(asking, whose, raise, approved),
  };
}

/** What is agreed has a letter; what is only proposed has none. */
export const hasLetter = ({ state }: Pick<Raise, 'state'>): boolean => state === 'approved' || state === 'in_force';

async function timelineOf(parts: RaiseParts, tx: Tx, events: readonly StoredEvent[], names: Names) {
  const roleNames = await namesOfRoles(tx);
  const told = [];
  for (const event of events) {
    const said = await openEvent(parts.vault, tx, event);
    const { terms = null, from = null, words = null } = said ?? {};
    const by = event.personId === null ? null : nameIn(names, event.personId);
    const proposed = terms === null || from === null ? null : { from, ...termsWords(terms, roleNames) };
    told.push({ kind: event.kind, by, at: event.at.toISOString(), words, terms: proposed });
  }
  return told;
}

/** Which right each act takes. */
export const rightOf = {
  approve: 'approve',
  decline: 'approve',
  withdraw: 'keep',
  change: 'keep',
  release: 'release',
} as const satisfies Readonly<Record<Act, RaiseRight>>;

function mayDo(asking: Asking, whose: PayResource, raise: Raise, approved: readonly string[]) {
  const possible = possibleActs(raise);
  const resource = asRaise(raise, whose, asking.orgId);
  const may = (act: Act) => possible.has(act) && raiseRights[rightOf[act]](asking, resource);
  return {
    approve: may('approve') && !approved.includes(asking.actor.personId),
    ...{ decline: may('decline'), withdraw: may('withdraw'), change: may('change'), release: may('release') },
  };
}

/** What a raise of somebody begins with; null for whoever may not propose one. */
export async function showRaising(parts: RaiseParts, tx: Tx, asking: Omit<Asking, 'orgId'>, whose: PayResource) {
  const { actor, allowed } = asking;
  const { personId } = whose;
  if (!allowed('pay.propose', asResource(whose, actor.orgId))) return null;
  const [waiting] = await listRaises(tx, { states: ['open', 'approved'], personId });
  // As if it were proposed now, by who asks.
  const approvers = await mayApprove(parts, tx, { id: personId, personId, proposedBy: actor.personId });
  const names = await parts.people.namesOf(tx, approvers);
  const { approvals: needed } = await readPaySettings(tx);
  const lacking = needed - approvers.length;
  return {
    title: (await parts.people.titlesOf(tx, [personId])).get(personId) ?? null,
    knows: (await whoKnows(tx, [personId])).map(({ roleId }) => roleId),
    ...{ needed, approvers: approvers.map((id) => nameIn(names, id)) },
    missing: lacking > 0 ? missingWords(lacking) : null,
    waiting: waiting === undefined ? null : { id: waiting.id, from: waiting.from },
  };
}
