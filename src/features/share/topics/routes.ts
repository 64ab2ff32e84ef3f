import { z } from '@hono/zod-openapi';
import { actedBy } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import {
  emptyAnswer,
  type GuardedRoute,
  guarded,
  jsonAnswer,
  jsonBody,
  member,
  notFound,
  problem,
} from '../../../platform/http/index.ts';
import type { Asker } from '../../../platform/policy/index.ts';
import type { ShareParts } from '../parts.ts';
import { askNames } from './ask-names.ts';
import { mayPostTo, type Poster } from './guard.ts';
import { channelNames, deleteTopic, listTopics, lockTopics, plannedWith, putChannelNames, putTopic } from './store.ts';
import { type Topic, topicKinds, topicProblem, topicSchema } from './topic.ts';

type Parts = Pick<ShareParts, 'db' | 'clock' | 'audit' | 'slack' | 'people'>;
type Wanted = z.infer<typeof topicSchema>;

const named = z.object({ id: z.string(), name: z.string() });
const shown = z
  .object({
    ...{ id: z.string(), name: z.string(), kind: z.enum(topicKinds) },
    channels: z.array(named),
    publishers: z.array(named).describe('Who may post to it, where it is assigned'),
    mayPost: z.boolean().describe('Whether you may post to it'),
  })
  .openapi('Topic');
const params = z.object({ id: z.uuid() });
const answer = jsonAnswer(shown, 'The topic');
const nameTaken = 'Another topic has this name. Choose another one.';
const strangers = 'One of these people is not here, or may not publish. Give them the role Publisher first.';
/** More than any organisation has use for. */
const mostTopics = 200;

/** Topics: what requests are about, the channels that they go to, and who may post there. */
export function topicRoutes(parts: Parts): readonly GuardedRoute[] {
  return [listRoute(parts), publishersRoute(parts), createRoute(parts), changeRoute(parts), removeRoute(parts)];
}

function listRoute(parts: Parts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/topics',
      summary: 'List topics by name, with their channels and who may post to them',
      guard: member('requests.read', { keys: true }),
      responses: { 200: jsonAnswer(z.object({ topics: z.array(shown) }), 'By name') },
    },
    async (c) => {
      const topics = await parts.db.inOrg(c.var.orgId, async (tx) => show(parts, tx, c.var, await listTopics(tx)));
      return c.json({ topics }, 200);
    },
  );
}

function publishersRoute({ db, people }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/topics/publishers',
      summary: 'Everybody who can be named for an assigned topic',
      guard: member('manage'),
      responses: { 200: jsonAnswer(z.object({ people: z.array(named) }), 'By name') },
    },
    async (c) => {
      const found = await db.inOrg(c.var.orgId, async (tx) => {
        const ids = await publishersIn({ people }, tx);
        const names = await people.namesOf(tx, ids);
        return ids.map((id) => ({ id, name: names.get(id) ?? 'Somebody' }));
      });
      return c.json({ people: found.toSorted((left, right) => left.name.localeCompare(right.name)) }, 200);
    },
  );
}

function createRoute(parts: Parts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/topics',
      summary: 'Add a topic',
      guard: member('manage'),
      request: { body: jsonBody(topicSchema) },
      responses: { 201: answer },
    },
    async (c) => {
      const wanted = c.req.valid('json');
      const names = await askNames(parts, c.var.orgId, wanted.channelIds);
      const made = await parts.db.inOrg(c.var.orgId, (tx) => put(parts, tx, c.var, null, wanted, names));
      if (made === null) return notFound(c);
      if ('sentence' in made) return refused(c, made);
      return c.json(made.shown, 201);
    },
  );
}

function changeRoute(parts: Parts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path: '/api/topics/{id}',
      summary: 'Change a topic; requests that have not gone out follow',
      guard: member('manage'),
      request: { params, body: jsonBody(topicSchema) },
      responses: { 200: answer },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const wanted = c.req.valid('json');
      const names = await askNames(parts, c.var.orgId, wanted.channelIds);
      const made = await parts.db.inOrg(c.var.orgId, (tx) => put(parts, tx, c.var, id, wanted, names));
      if (made === null) return notFound(c);
      return 'sentence' in made ? refused(c, made) : c.json(made.shown, 200);
    },
  );
}

function removeRoute({ db, audit }: Parts): GuardedRoute {
  return guarded(
    {
      method: 'delete',
      path: '/api/topics/{id}',
      summary: 'Delete a topic that no planned request and no feed goes to',
      guard: member('manage'),
      request: { params },
      responses: { 204: emptyAnswer('Gone') },
    },
    async (c) => {
      const { id } = c.req.valid('param');
      const result = await db.inOrg(c.var.orgId, async (tx) => {
        await lockTopics(tx);
        if (!(await listTopics(tx)).some((topic) => topic.id === id)) return null;
        const planned = await plannedWith(tx, id);
        if (planned.requests + planned.feeds > 0) return planned;
        await deleteTopic(tx, id);
        const target = { type: 'topic', id };
        await audit.append(tx, { actor: actedBy(c.var.actor), action: 'share.topic_deleted', target });
        return 'deleted' as const;
      });
      if (result === null) return notFound(c);
      return result === 'deleted' ? c.body(null, 204) : problem(c, 409, 'in_use', inUse(result));
    },
  );
}

function inUse({ requests, feeds }: { readonly requests: number; readonly feeds: number }): string {
  if (requests === 0) {
    const [goes, others] = feeds === 1 ? ['One feed sends', 'it'] : [`${feeds} feeds send`, 'them'];
    return `${goes} to this topic by itself. Choose another place for ${others} first.`;
  }
  const go = requests === 1 ? 'One planned request goes' : `${requests} planned requests go`;
  return `${go} to this topic. Move or recall what is planned first.`;
}

interface Refusal {
  readonly code: 'name_taken' | 'bad_topic' | 'too_many_topics';
  readonly field: string;
  readonly sentence: string;
}

const refused = (c: Parameters<typeof problem>[0], { code, field, sentence }: Refusal) =>
  problem(c, 422, code, sentence, { fields: { [field]: sentence } });

/** Writes a topic as it is wanted. @param id of the one to change; null for another one */
async function put(
  parts: Parts,
  tx: Tx,
  asking: Poster & { readonly actor: Asker },
  id: string | null,
  wanted: Wanted,
  names: ReadonlyMap<string, string>,
): Promise<Refusal | { readonly shown: z.infer<typeof shown> } | null> {
  await lockTopics(tx);
  const topics = await listTopics(tx);
  const before = topics.find((topic) => topic.id === id);
  if (id !== null && before === undefined) return null;
  if (id === null && topics.length >= mostTopics) {
    const sentence = `There are ${mostTopics} topics already. Delete one that is not needed.`;
    return { code: 'too_many_topics', field: 'name', sentence };
  }
  // To an open topic everybody posts: names that were typed before would say something that is not so.
  const publisherIds = wanted.kind === 'open' ? [] : wanted.publisherIds;
  const topic: Topic = { ...wanted, publisherIds, id: id ?? newId(parts.clock) };
  const others = topics.filter((other) => other.id !== topic.id);
  const wrong = topicProblem(topic, others, (channelId) => names.get(channelId) ?? channelId);
  if (wrong !== null) return { code: 'bad_topic', ...wrong };
  const known = [...(await publishersIn(parts, tx)), ...(before?.publisherIds ?? [])];
  if (publisherIds.some((personId) => !known.includes(personId))) {
    return { code: 'bad_topic', field: 'publisherIds', sentence: strangers };
  }
  if (!(await putTopic(tx, topic, parts.clock.now()))) {
    return { code: 'name_taken', field: 'name', sentence: nameTaken };
  }
  await putChannelNames(tx, names);
  await record(parts, tx, asking.actor, before, topic);
  const [one] = await show(parts, tx, asking, [topic]);
  if (one === undefined) throw new Error('a topic vanished while it was written');
  return { shown: one };
}

async function record(
  { audit }: Parts,
  tx: Tx,
  asker: Asker,
  before: Topic | undefined,
  { id, kind, ...topic }: Topic,
): Promise<void> {
  const target = { type: 'topic', id };
  const actor = actedBy(asker);
  if (before === undefined) {
    const detail = { kind, channels: topic.channelIds.length, publishers: topic.publisherIds.length };
    return audit.append(tx, { actor, action: 'share.topic_added', target, detail });
  }
  const same = {
    name: before.name === topic.name,
    kind: before.kind === kind,
    channels: before.channelIds.join() === topic.channelIds.join(),
    publishers: before.publisherIds.toSorted().join() === topic.publisherIds.toSorted().join(),
  };
  const fields = Object.entries(same).flatMap(([name, isSame]) => (isSame ? [] : [name]));
  if (fields.length === 0) return;
  await audit.append(tx, { actor, action: 'share.topic_changed', target, detail: { fields: fields.join(','), kind } });
}

/** Everybody who publishes here today. */
async function publishersIn({ people }: Pick<Parts, 'people'>, tx: Tx): Promise<readonly string[]> {
  const actors = await people.actorsIn(tx, ['owner', 'admin', 'publisher']);
  return actors.map(({ personId }) => personId);
}

async function show(
  { people }: Pick<Parts, 'people'>,
  tx: Tx,
  poster: Poster,
  topics: readonly Topic[],
): Promise<z.infer<typeof shown>[]> {
  const channels = await channelNames(tx);
  const names = await people.namesOf(tx, [...new Set(topics.flatMap(({ publisherIds }) => publisherIds))]);
  return topics.map((topic) => ({
    ...{ id: topic.id, name: topic.name, kind: topic.kind },
    channels: topic.channelIds.map((id) => ({ id, name: channels.get(id) ?? id })),
    publishers: topic.publisherIds.map((id) => ({ id, name: names.get(id) || 'Somebody' })),
    mayPost: mayPostTo(poster, topic),
  }));
}
