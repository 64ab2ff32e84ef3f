import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, member, notFound } from '../../../platform/http/index.ts';
import type { PeopleContext } from '../context.ts';
import { findPerson } from '../store.ts';
import { everythingAbout, looksAt, type Recorded, recordedOf } from './my-data.ts';

const recorded = z.object({ at: z.string(), by: z.string(), act: z.string(), fields: z.string() });
const show = ({ at, ...rest }: Recorded) => ({ at: at.toISOString(), ...rest });

const answer = z
  .object({
    madeAt: z.string(),
    sections: z.array(z.object({ title: z.string(), content: z.record(z.string(), z.unknown()) })),
    /** Who looked, the last first. */
    looks: z.array(recorded),
    recorded: z.array(recorded),
  })
  .openapi('MyData');

/** All that is held about whoever asks, and who looked at it. */
export function myDataRoutes(context: PeopleContext): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'get',
        path: '/api/my-data',
        summary: 'All that is held about me, and who looked at it',
        guard: member('profile.keep'),
        limit: { name: 'my-data', points: 60, seconds: 600 },
        responses: { 200: jsonAnswer(answer, 'Everything, now') },
      },
      async (c) => {
        const { actor, orgId, session } = c.var;
        const sessions = (await context.auth.sessionsOf(session.userId)).map(
          ({ browser, system, signedInAt, lastSeenAt }) => ({
            ...{ browser, system, signedInAt, lastSeenAt },
          }),
        );
        return context.db.inOrg(orgId, async (tx) => {
          const person = await findPerson(tx, { id: actor.personId });
          if (!person) return notFound(c);
          const sections = [
            ...(await everythingAbout(context, tx, person)),
            { title: 'Where you are signed in', content: { sessions } },
          ].map(({ title, content }) => ({ title, content: { ...content } }));
          return c.json({
            madeAt: context.clock.now().toISOString(),
            sections,
            looks: (await looksAt(context, tx, person)).map(show),
            recorded: (await recordedOf(context, tx, person.id)).map(show),
          });
        });
      },
    ),
  ];
}
