import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { putTourAnswer, toursAnsweredBy } from './store.ts';
import { tourAnswers, tourNames } from './tour.ts';

const body = z.strictObject({ tour: z.enum(tourNames), answer: z.enum(tourAnswers) });
const answered = z.object({ toursAnswered: z.array(z.enum(tourNames)) }).openapi('ToursAnswered');

/** What I say to the tour that I am offered; `/api/me` says which are offered no more. */
export function tourRoutes({ db, clock }: Pick<PeopleContext, 'db' | 'clock'>): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'put',
        path: '/api/tours',
        summary: 'Say that I take a guided tour, or put it off',
        guard: member('profile.keep'),
        request: { body: jsonBody(body) },
        responses: { 200: jsonAnswer(answered, 'The tours that I am offered no more') },
      },
      async (c) => {
        const { actor, orgId } = c.var;
        const said = { ...c.req.valid('json'), answeredAt: clock.now() };
        return db.inOrg(orgId, async (tx) => {
          await putTourAnswer(tx, actor.personId, said);
          return c.json({ toursAnswered: (await toursAnsweredBy(tx, actor.personId)).map(({ tour }) => tour) });
        });
      },
    ),
  ];
}
