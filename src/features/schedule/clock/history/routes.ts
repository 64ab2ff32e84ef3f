import { z } from '@hono/zod-openapi';
import { type GuardedRoute, guarded, jsonAnswer, member, notFound } from '../../../../platform/http/index.ts';
import type { ScheduleParts } from '../../parts.ts';
import { reasonAt } from '../corrections/correcting.ts';
import { correctionsByIds } from '../corrections/store.ts';
import { type AskingDoing, atClock, minuteNow } from '../doing.ts';
import type { ClockEntry } from '../entry.ts';
import { loadNames } from '../names.ts';
import { versionsShape } from '../shapes.ts';
import { stretchAnswer } from '../show.ts';
import { findEntry } from '../store.ts';
import { personAt } from '../whose.ts';
import { versionsOf } from './store.ts';

/** Every version that an entry had: what was clocked, what was corrected, by whom and why. */
export function historyRoute(parts: ScheduleParts): GuardedRoute {
  return guarded(
    {
      method: 'get',
      path: '/api/schedule/clock/entries/{id}/history',
      summary: 'Every version that hours had: of mine, or of somebody whom I schedule',
      guard: member('schedule.take_part'),
      request: { params: z.object({ id: z.uuid() }) },
      responses: { 200: jsonAnswer(versionsShape, 'The first one first') },
    },
    (c) =>
      atClock(c, parts, c.var, async (doing) => {
        const entry = await findEntry(doing.tx, c.req.valid('param').id);
        const worker = entry && (await personAt(doing, entry.personId));
        if (entry === null || worker === null) return notFound(c);
        return c.json(await shownVersions(doing, entry));
      }),
  );
}

async function shownVersions(
  { parts, tx }: AskingDoing,
  { id, zone }: ClockEntry,
): Promise<z.infer<typeof versionsShape>> {
  const versions = await versionsOf(tx, id);
  const names = await parts.people.namesOf(tx, [...new Set(versions.map(({ by }) => by))]);
  const nameOf = await loadNames(parts, tx);
  const reasons = new Map<string, string>();
  const ids = versions.flatMap(({ correctionId }) => correctionId ?? []);
  for (const correction of await correctionsByIds(tx, ids)) {
    reasons.set(correction.id, await parts.vault.openText(tx, reasonAt(correction.id), correction.reasonSealed));
  }
  return {
    versions: versions.map(({ number, act, by, at, removed, correctionId, roleId, ...stretch }) => ({
      ...{ number, act, removed, by: names.get(by) ?? '', at: at.toISOString() },
      ...stretchAnswer(stretch, zone, minuteNow(parts)),
      roleName: nameOf({ roleId, locationId: null }).roleName,
      reason: correctionId === null ? null : (reasons.get(correctionId) ?? null),
    })),
  };
}
