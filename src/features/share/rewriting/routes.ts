import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member, problem } from '../../../platform/http/index.ts';
import { type NetworkName, networkNames, networkTitles } from '../../networks/index.ts';
import { withDisclosure } from '../disclosure/disclosure.ts';
import { disclosureOf } from '../disclosure/store.ts';
import { checkWords } from '../outgoing/post-text.ts';
import { line } from '../request.ts';
import type { WebParts } from '../routes/parts.ts';
import type { Wording } from './rewriter.ts';
import { readRewriting, writeRewriting } from './store.ts';

const path = '/api/share/rewriting';
const settingShape = z.object({
  offered: z.object({ host: z.string(), model: z.string() }).nullable().describe('What the operator has set up'),
  on: z.boolean().describe('Whether publishers here may use it'),
});
const proposalShape = z.object({
  text: z.string(),
  problems: z.array(z.string()).describe('What a network would refuse of it; then it can’t be taken as it is'),
});
const asked = z.strictObject({
  text: line(5_000).refine((text) => text !== '', 'Write a text first.'),
  networks: z.array(z.enum(networkNames)).min(1).max(networkNames.length),
  disclosed: z.boolean().default(true),
});

/** Of one person: each costs the operator something. */
const hourly = { name: 'rewriting', points: 30, seconds: 3_600 } as const;
const notOffered = 'Whoever runs this installation has set up no service for this.';
const sentences: Readonly<Record<Extract<Wording, { kind: 'failed' }>['problem'], string>> = {
  busy: 'The service has too much to do. Try again in a minute.',
  unreachable: 'The service did not answer. Try again later.',
  misconfigured: 'The service refused to answer. Whoever runs this installation has to look at its settings.',
  unusable: 'The service answered with nothing that can be used. Try again, or with another text.',
};

/** Other wordings from a language model: off unless the operator has set one up and the organisation wants it. */
export function rewritingRoutes(parts: WebParts): readonly GuardedRoute[] {
  return [readRoute(parts), writeRoute(parts), proposeRoute(parts)];
}

const offeredBy = ({ rewriter }: WebParts) =>
  rewriter === null ? null : { host: rewriter.host, model: rewriter.model };

function readRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path,
      summary: 'Whether a language model may suggest other wordings',
      guard: member('requests.read'),
      responses: { 200: jsonAnswer(settingShape, 'What is set up, and whether it is on') },
    },
    async (c) => {
      const on = await parts.db.inOrg(c.var.orgId, readRewriting);
      return c.json({ offered: offeredBy(parts), on: on && parts.rewriter !== null }, 200);
    },
  );
}

function writeRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'put',
      path,
      summary: 'Set whether a language model may suggest other wordings',
      guard: member('manage'),
      request: { body: jsonBody(z.strictObject({ on: z.boolean() })) },
      responses: { 200: jsonAnswer(settingShape, 'As it is now') },
    },
    async (c) => {
      const { on } = c.req.valid('json');
      const { orgId, actor } = c.var;
      if (on && parts.rewriter === null) return problem(c, 409, 'rewriting_not_offered', notOffered);
      await parts.db.inOrg(orgId, async (tx) => {
        await writeRewriting(tx, on, parts.clock.now());
        await parts.audit.append(tx, {
          actor: { kind: 'person', id: actor.personId },
          action: 'share.rewriting_set',
          target: { type: 'organisation', id: orgId },
          detail: { on },
        });
      });
      return c.json({ offered: offeredBy(parts), on }, 200);
    },
  );
}

function proposeRoute(parts: WebParts): GuardedRoute {
  return guarded(
    {
      method: 'post',
      path: '/api/share/rewriting/proposals',
      summary: 'Have another wording suggested; nothing is changed by it',
      guard: member('publish'),
      request: { body: jsonBody(asked) },
      responses: { 200: jsonAnswer(proposalShape, 'To be taken, or not') },
    },
    async (c) => {
      const { text, networks, disclosed } = c.req.valid('json');
      const { orgId, actor } = c.var;
      const { on, disclosure } = await parts.db.inOrg(orgId, async (tx) => ({
        on: await readRewriting(tx),
        disclosure: await disclosureOf(tx, { disclosed }),
      }));
      if (parts.rewriter === null) return problem(c, 409, 'rewriting_not_offered', notOffered);
      if (!on) return problem(c, 409, 'rewriting_off', 'An owner or admin can switch this on in the request settings.');
      const admission = await parts.limits.consume(hourly, `${orgId} ${actor.personId}`);
      if (!admission.ok) {
        c.header('retry-after', String(admission.retryAfter));
        return problem(
          c,
          429,
          'too_many_requests',
          'You have asked for many wordings within the hour. Try again later.',
        );
      }
      // The disclosure is neither sent nor changed; it only takes its room.
      const checked = (network: NetworkName, words: string) =>
        checkWords(parts, network, withDisclosure(words, disclosure));
      const most = Math.min(...networks.map((network) => roomOf(checked(network, text), text)));
      const titles = networks.map((network) => networkTitles[network]);
      const wording = await parts.rewriter.suggest({ text, networkTitles: titles, most: Math.max(1, most) });
      if (wording.kind === 'failed') {
        return problem(
          c,
          wording.problem === 'busy' ? 503 : 502,
          `rewriting_${wording.problem}`,
          sentences[wording.problem],
        );
      }
      const problems = networks.flatMap((network) => {
        const [found] = checked(network, wording.text).problems;
        return found === undefined ? [] : [`${networkTitles[network]}: ${found.sentence}`];
      });
      return c.json({ text: wording.text, problems }, 200);
    },
  );
}

/** What the words may take: what they take now, and what is left beside link and disclosure. */
function roomOf({ remaining }: { readonly remaining: number }, text: string): number {
  return [...text].length + remaining;
}
