import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { PayParts } from '../parts.ts';
import { approveRaise, type Conflict, conflictOf, declineRaise, releaseRaise, withdrawRaise } from './deciding.ts';
import { holdRaise } from './effect.ts';
import type { Act } from './raise.ts';
import { ownRaise } from './reading.ts';
import { decisionShape, declineShape } from './shapes.ts';
import { rightOf } from './show.ts';
import type { StoredRaise } from './store.ts';

const params = z.object({ id: z.uuid() });

type Body = { readonly revision: number; readonly words?: string };
interface Doing {
  readonly act: Act;
  readonly path: string;
  readonly summary: string;
  readonly body: typeof decisionShape | typeof declineShape;
  readonly work: (parts: PayParts, tx: Tx, asking: Asking, raise: StoredRaise, body: Body) => Promise<Conflict | null>;
}

const then = async (work: Promise<void>): Promise<null> => {
  await work;
  return null;
};

const doings: readonly Doing[] = [
  {
    ...{ act: 'approve', path: 'approval', body: decisionShape },
    summary: 'Approve what somebody else proposed; with the last approval it waits for its day',
    work: (parts, tx, asking, raise) => approveRaise(parts, tx, asking, raise),
  },
  {
    ...{ act: 'decline', path: 'refusal', body: declineShape },
    summary: 'Decline what somebody else proposed, with the words for it',
    work: (parts, tx, asking, raise, { words = '' }) => then(declineRaise(parts, tx, asking, raise, words)),
  },
  {
    ...{ act: 'withdraw', path: 'withdrawal', body: decisionShape },
    summary: 'Take back what I proposed',
    work: (parts, tx, asking, raise) => then(withdrawRaise(parts, tx, asking, raise)),
  },
  {
    ...{ act: 'release', path: 'release', body: decisionShape },
    summary: 'Tell the person: from now on it stands on their own page',
    work: (parts, tx, asking, raise) => then(releaseRaise(parts, tx, asking, raise)),
  },
];

/** What is done to a proposal: each act asks who may, then how it stands, then does it, while nobody else can. */
export function actRoutes(parts: PayParts): readonly GuardedRoute[] {
  return doings.map(({ act, path, summary, body, work }) =>
    guarded(
      {
        method: 'post',
        path: `/api/pay/raises/{id}/${path}`,
        summary,
        guard: member('pay.open', { stepUp: true }),
        request: { params, body: jsonBody(body) },
        responses: { 204: emptyAnswer('Done') },
      },
      async (c) =>
        parts.db.inOrg(c.var.orgId, async (tx) => {
          const held = await holdRaise(tx, c.req.valid('param').id);
          const found = await ownRaise(parts, tx, c.var, rightOf[act], held);
          if (found === null) return notFound(c);
          const wanted = c.req.valid('json');
          const conflict =
            conflictOf(found.raise, act, wanted.revision) ?? (await work(parts, tx, c.var, found.raise, wanted));
          return conflict === null ? c.body(null, 204) : problem(c, 409, conflict.code, conflict.sentence);
        }),
    ),
  );
}
