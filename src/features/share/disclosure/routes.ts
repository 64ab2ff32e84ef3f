import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, jsonBody, member } from '../../../platform/http/index.ts';
import type { ShareParts } from '../parts.ts';
import { line } from '../request.ts';
import { longestDisclosure } from './disclosure.ts';
import { readDisclosure, writeDisclosure } from './store.ts';

const path = '/api/disclosure';
const shown = z.object({ words: z.string().describe('Stands at the end of every post; empty for none') });

/** What every post says of its writer, as advertising law asks for in many countries. */
export function disclosureRoutes({
  db,
  clock,
  audit,
}: Pick<ShareParts, 'db' | 'clock' | 'audit'>): readonly GuardedRoute[] {
  return [
    guarded(
      {
        method: 'get',
        path,
        summary: 'Read what stands at the end of every post',
        guard: member('organisation.read'),
        responses: { 200: jsonAnswer(shown, 'The disclosure') },
      },
      async (c) => c.json({ words: await db.inOrg(c.var.orgId, readDisclosure) }, 200),
    ),
    guarded(
      {
        method: 'put',
        path,
        summary: 'Set what stands at the end of every post',
        guard: member('manage'),
        // One line, as it is read in one: a line break would also part it from what it says.
        request: { body: jsonBody(z.strictObject({ words: line(longestDisclosure).overwrite(onOneLine) })) },
        responses: { 200: jsonAnswer(shown, 'The disclosure') },
      },
      async (c) => {
        const { words } = c.req.valid('json');
        const { orgId, actor } = c.var;
        await db.inOrg(orgId, async (tx) => {
          await writeDisclosure(tx, words, clock.now());
          await audit.append(tx, {
            actor: { kind: 'person', id: actor.personId },
            action: 'share.disclosure_set',
            target: { type: 'organisation', id: orgId },
            detail: { words: words !== '' },
          });
        });
        return c.json({ words }, 200);
      },
    ),
  ];
}

const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ');
