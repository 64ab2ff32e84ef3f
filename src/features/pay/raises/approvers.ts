import { orgOf, type Tx } from '../../../platform/db/index.ts';
import { type Asking, askingAs, type Resource } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import { type PayResource, payOf } from '../wages/looking.ts';
import type { Raise } from './raise.ts';

type About = Pick<Raise, 'id' | 'personId' | 'proposedBy'>;
type Whose = Pick<PayResource, 'manager' | 'managersSee'>;

/** A proposal as policies look at it. */
export function asRaise(
  { id, personId, proposedBy }: About,
  { manager, managersSee }: Whose,
  orgId: Asking['orgId'],
): Resource {
  return { type: 'Raise', id, orgId, person: personId, proposer: proposedBy, manager, managersSee };
}

type May = (asking: Pick<Asking, 'allowed'>, resource: Resource) => boolean;

/** What is asked of the policies about a proposal. */
export const raiseRights = {
  see: ({ allowed }, resource) => allowed('pay.see_raise', resource),
  approve: ({ allowed }, resource) => allowed('pay.approve_raise', resource),
  keep: ({ allowed }, resource) => allowed('pay.keep_raise', resource),
  release: ({ allowed }, resource) => allowed('pay.release_raise', resource),
} as const satisfies Readonly<Record<string, May>>;
export type RaiseRight = keyof typeof raiseRights;

/** Ids of those who may approve it now. */
export function mayApprove(
  parts: Pick<PayParts, 'people' | 'policy'>,
  tx: Tx,
  raise: About,
): Promise<readonly string[]> {
  return entitled(parts, tx, raise, raiseRights.approve);
}

/** Ids of those who may see it and tell its person. */
export function mayRelease(
  parts: Pick<PayParts, 'people' | 'policy'>,
  tx: Tx,
  raise: About,
): Promise<readonly string[]> {
  return entitled(parts, tx, raise, raiseRights.release);
}

async function entitled(
  parts: Pick<PayParts, 'people' | 'policy'>,
  tx: Tx,
  raise: About,
  may: May,
): Promise<readonly string[]> {
  const { people } = parts;
  const whose = await payOf(parts, tx, raise.personId);
  if (whose === null) return [];
  const manager = whose.manager === '' ? null : await people.actor(tx, whose.manager);
  const candidates = [...(await people.actorsIn(tx, ['owner', 'payroll'])), ...(manager === null ? [] : [manager])];
  const resource = asRaise(raise, whose, orgOf(tx));
  const ids = candidates.filter((actor) => may(askingAs(parts, actor), resource)).map(({ personId }) => personId);
  return [...new Set(ids)];
}
