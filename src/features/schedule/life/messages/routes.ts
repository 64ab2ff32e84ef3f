import { z } from '@hono/zod-openapi';
import type { Tx } from '../../../../platform/db/index.ts';
import {
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../../platform/http/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { placeNames } from '../../work/roles/place-names.ts';
import { refused } from '../../work/roles/role-routes.ts';
import { listRoles } from '../../work/roles/store.ts';
import { addressedBy } from './audience.ts';
import { keyOf, sendMessage, wordsOf } from './messages.ts';
import { reminderRoutes } from './reminders/routes.ts';
import { addressedShape, audienceQuery, messageDetail, messageShape, wantedMessage } from './shapes.ts';
import { findMessage, messagesBy, recipientsOf, type StoredMessage } from './store.ts';

const namesShown = 12;
const mostListed = 100;

/** Messages of schedulers, which are the sender's own afterwards, and everybody's reminders to themselves. */
export function messageRoutes(parts: ScheduleParts): readonly GuardedRoute[] {
  return [audienceRoute(parts), sendRoute(parts), listRoute(parts), oneRoute(parts), ...reminderRoutes(parts)];
}

const outOfReach = {
  person: 'There is no such person among those whom you schedule.',
  role: 'There is no such role among those that you plan.',
  shift: 'There is no such location among those that you plan.',
};

function audienceRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/messages/audience',
      summary: 'Who would get a message, before it is written',
      guard: member('schedule.open'),
      request: { query: audienceQuery },
      responses: { 200: jsonAnswer(addressedShape, 'Just now') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const to = c.req.valid('query');
        const addressed = await addressedBy(parts, tx, c.var, to);
        if (addressed === null) return refused(c, { fields: { to: outOfReach[to.kind] } });
        const { words, people, beyond } = addressed;
        const names = people.slice(0, namesShown).map(({ name }) => name);
        return c.json({ words, people: people.length, names, beyond });
      }),
  );
}

function sendRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/schedule/messages',
      summary: 'Write to one person, to all who know a role, or to all on shift at a location on a day',
      guard: member('schedule.open'),
      request: { body: jsonBody(wantedMessage) },
      responses: { 201: jsonAnswer(messageShape, 'Sent') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const wanted = c.req.valid('json');
        const sent = await sendMessage(parts, tx, c.var, wanted);
        if (sent.kind === 'absent') return refused(c, { fields: { to: outOfReach[wanted.to.kind] } });
        if (sent.kind === 'refused') return problem(c, sent.status, sent.code, sent.sentence);
        const [shown] = await show(parts, tx, [sent.message]);
        if (shown === undefined) throw new Error('a message that was just sent is not shown');
        return c.json(shown.message, 201);
      }),
  );
}

function listRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/messages',
      summary: 'The messages that I sent',
      guard: member('schedule.open'),
      responses: {
        200: jsonAnswer(z.object({ messages: z.array(messageShape) }), `The latest first, at most ${mostListed}`),
      },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const shown = await show(parts, tx, await messagesBy(tx, c.var.actor.personId, mostListed));
        return c.json({ messages: shown.map(({ message }) => message) });
      }),
  );
}

function oneRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/messages/{id}',
      summary: 'A message that I sent, with who has opened it',
      guard: member('schedule.open'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 200: jsonAnswer(messageDetail, 'By name') },
    },
    async (c) =>
      parts.db.inOrg(c.var.orgId, async (tx) => {
        const found = await findMessage(tx, c.req.valid('param').id);
        if (found?.sentBy !== c.var.actor.personId) return notFound(c);
        const [shown] = await show(parts, tx, [found]);
        if (shown === undefined) return notFound(c);
        const names = await parts.people.namesOf(tx, shown.personIds);
        const recipients = shown.personIds.map((personId) => ({
          ...{ personId, name: names.get(personId) ?? '' },
          openedAt: shown.openings.get(personId)?.toISOString() ?? null,
        }));
        return c.json({ ...shown.message, recipients: recipients.toSorted(byName) });
      }),
  );
}

const byName = (one: { readonly name: string }, other: { readonly name: string }) => one.name.localeCompare(other.name);

type Openings = ReadonlyMap<string, Date | null>;
const nobody: Openings = new Map();

/** Messages with who got them, and who has opened the notice of it. */
async function show(parts: ScheduleParts, tx: Tx, messages: readonly StoredMessage[]) {
  const recipients = await recipientsOf(
    tx,
    messages.map(({ id }) => id),
  );
  const openings = await parts.people.openings(
    tx,
    messages.map(({ id }) => keyOf(id)),
  );
  const nameOf = await audienceNames(parts, tx, messages);
  const shown = [];
  for (const one of messages) {
    const personIds = recipients.get(one.id) ?? [];
    const opened = openings.get(keyOf(one.id)) ?? nobody;
    const message = {
      ...{ id: one.id, at: one.sentAt.toISOString(), to: { ...one.to, name: nameOf(one) } },
      ...{ text: await wordsOf(parts, tx, one), people: personIds.length },
      opened: [...opened.values()].filter((at) => at !== null).length,
    };
    shown.push({ message, personIds, openings: opened });
  }
  return shown;
}

/** What the people, roles and locations that messages were for are called now. */
async function audienceNames({ people }: ScheduleParts, tx: Tx, messages: readonly StoredMessage[]) {
  const personIds = messages.flatMap(({ to }) => (to.kind === 'person' ? [to.id] : []));
  const names = {
    person: await people.namesOf(tx, personIds),
    role: new Map((await listRoles(tx)).map(({ id, name }) => [id, name])),
    shift: await placeNames({ people }, tx),
  };
  return ({ to }: StoredMessage) => names[to.kind].get(to.id) ?? '';
}
