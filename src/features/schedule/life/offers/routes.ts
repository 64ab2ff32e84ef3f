import type { Context } from 'hono';
import type { Tx } from '../../../../platform/db/index.ts';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, notFound } from '../../../../platform/http/index.ts';
import type { Asking } from '../../../../platform/policy/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { neverTwice } from '../../plan/answer.ts';
import { idParam } from '../../plan/periods/routes.ts';
import { answerRefusal } from '../refusal.ts';
import { acceptOffer, type Done } from './accept.ts';
import { approveOffer, declineOffer, refuseOffer, withdrawOffer } from './decide.ts';
import { makeOffer } from './make.ts';
import { listPartners } from './partners.ts';
import { bodies, offerShape, offersShape, offerWithEffectsShape, partnersShape, partQuery } from './shapes.ts';
import { effectsOf, showOffers } from './show.ts';
import { findOffer, listOffers } from './store.ts';

/** Trades: offering a shift of one's own, taking one, approving. */
export function offerRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [
    partnersRoute(parts),
    listRoute(parts),
    readRoute(parts),
    makeRoute(parts),
    acceptRoute(parts),
    answerRoute(parts, 'decline', 'Say no to a shift that is offered to me', declineOffer),
    answerRoute(parts, 'withdraw', 'Take back an offer of mine that nobody has accepted', withdrawOffer),
    decisionRoute(parts, 'approve', 'Approve a trade of people whom I schedule', approveOffer),
    refuseRoute(parts),
  ];
}

function partnersRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/assignments/{id}/partners',
      summary: 'Who may take a shift of mine, or a part of it, and what could be taken in return',
      guard: member('schedule.take_part'),
      request: { params: idParam, query: partQuery },
      responses: { 200: jsonAnswer(partnersShape, 'Those who may, the best ranked first; and why others may not') },
    },
    async (c) => {
      const part = { assignmentId: c.req.valid('param').id, ...c.req.valid('query') };
      const listed = await parts.db.inOrg(c.var.orgId, (tx) => listPartners(parts, tx, c.var, part));
      return listed.kind === 'listed' ? c.json(listed.answer, 200) : answerRefusal(c, listed);
    },
  );
}

/** What is over stays in the lists for as long after its shift. */
const keptDays = 14;
const dayMs = 86_400_000;

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/offers',
      summary: 'Shifts that are offered to me, that I offer, and trades that wait for my approval',
      guard: member('schedule.take_part'),
      responses: { 200: jsonAnswer(offersShape, 'The latest first, of shifts of the last fortnight and to come') },
    },
    async (c) => {
      const { personId } = c.var.actor;
      const after = new Date(parts.clock.now().getTime() - keptDays * dayMs);
      const lists = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const show = async (offers: Parameters<typeof showOffers>[3]) => [
          ...(await showOffers(parts, tx, c.var, offers)),
        ];
        const forMe = await show(await listOffers(tx, { askedId: personId, after }));
        const mine = await show(await listOffers(tx, { fromId: personId, after }));
        const waiting = await show(await listOffers(tx, { states: ['waiting'], after }));
        return { forMe, mine, toDecide: waiting.filter(({ mayDecide }) => mayDecide) };
      });
      return c.json(lists, 200);
    },
  );
}

async function shownOffer(parts: ScheduleParts, tx: Tx, asking: Asking, id: string) {
  const offer = await findOffer(tx, id);
  const [shown] = offer === null ? [] : await showOffers(parts, tx, asking, [offer]);
  return offer === null || shown === undefined ? null : { offer, shown };
}

function readRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/offers/{id}',
      summary: 'One offer, with what accepting it would come to for me',
      guard: member('schedule.take_part'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(offerWithEffectsShape, 'The offer') },
    },
    async (c) => {
      const found = await parts.db.inOrg(c.var.orgId, async (tx) => {
        const one = await shownOffer(parts, tx, c.var, c.req.valid('param').id);
        return one && { ...one.shown, effects: [...(await effectsOf(parts, tx, c.var, one.offer))] };
      });
      return found === null ? notFound(c) : c.json(found, 200);
    },
  );
}

function makeRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/offers',
      summary: 'Offer a shift of mine, or a part of it, to people or to everyone who may take it',
      guard: member('schedule.take_part'),
      request: { body: jsonBody(bodies.offer) },
      responses: { 201: jsonAnswer(offerShape, 'The offer; they are told') },
    },
    (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const made = await makeOffer(parts, tx, c.var, c.req.valid('json'));
        if (made.kind !== 'made') return answerRefusal(c, made);
        return answerOffer(c, { parts, tx, asking: c.var }, made.id, 201);
      }),
  );
}

type Doing = { readonly parts: ScheduleParts; readonly tx: Tx; readonly asking: Asking };

/** The offer as it is now. */
async function answerOffer(c: Context, doing: Doing, id: string, status: 200 | 201): Promise<Response> {
  const { parts, tx, asking } = doing;
  const found = await shownOffer(parts, tx, asking, id);
  return found === null ? notFound(c) : c.json(found.shown, status);
}

function acceptRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/offers/{id}/accept',
      summary: 'Take a shift that is offered to me; the first who does has it',
      guard: member('schedule.take_part'),
      request: { params: idParam, body: jsonBody(bodies.accept) },
      responses: { 200: jsonAnswer(offerShape, 'Mine, or waiting for approval') },
    },
    (c) => {
      const { id } = c.req.valid('param');
      const { returnAssignmentId } = c.req.valid('json');
      return doing(c, { parts, asking: c.var }, id, (tx) => acceptOffer(parts, tx, c.var, id, returnAssignmentId));
    },
  );
}

function doing(
  c: Context,
  { parts, asking }: Omit<Doing, 'tx'>,
  id: string,
  act: (tx: Tx) => Promise<Done>,
): Promise<Response> {
  const answer = parts.db.inOrg(asking.orgId, async (tx) => {
    const done = await act(tx);
    return done.kind === 'done' ? answerOffer(c, { parts, tx, asking }, id, 200) : answerRefusal(c, done);
  });
  return neverTwice(c, answer);
}

type Act = (parts: ScheduleParts, tx: Tx, asking: Asking, id: string) => Promise<Done>;

function answerRoute(parts: ScheduleParts, act: string, summary: string, run: Act): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: `/api/schedule/offers/{id}/${act}`,
      summary,
      guard: member('schedule.take_part'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(offerShape, 'As it is now') },
    },
    (c) => {
      const { id } = c.req.valid('param');
      return doing(c, { parts, asking: c.var }, id, (tx) => run(parts, tx, c.var, id));
    },
  );
}

function decisionRoute(parts: ScheduleParts, act: string, summary: string, run: Act): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: `/api/schedule/offers/{id}/${act}`,
      summary,
      guard: member('schedule.open'),
      request: { params: idParam },
      responses: { 200: jsonAnswer(offerShape, 'Done: both were told') },
    },
    (c) => {
      const { id } = c.req.valid('param');
      return doing(c, { parts, asking: c.var }, id, (tx) => run(parts, tx, c.var, id));
    },
  );
}

function refuseRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/offers/{id}/refuse',
      summary: 'Do not approve a trade; whoever offered the shift works it',
      guard: member('schedule.open'),
      request: { params: idParam, body: jsonBody(bodies.refuse) },
      responses: { 200: jsonAnswer(offerShape, 'Refused: both were told') },
    },
    (c) => {
      const { id } = c.req.valid('param');
      return doing(c, { parts, asking: c.var }, id, (tx) =>
        refuseOffer(parts, tx, c.var, id, c.req.valid('json').reason),
      );
    },
  );
}
