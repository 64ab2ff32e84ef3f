import type { Tx } from '../../../platform/db/index.ts';
import { carryHours } from '../clock/merging/store.ts';
import { lockClaims } from '../life/claims/store.ts';
import { carryClaims, carryOffers, carryOpenings } from '../life/merging-store.ts';
import { endOwnOffers } from '../life/offers/settle.ts';
import { lockOffers } from '../life/offers/store.ts';
import { type LifeParts, settleLife } from '../life/settle.ts';
import { lockPeople } from '../plan/assigning/store.ts';
import {
  carryFeeds,
  carryMessages,
  carryPending,
  carryRoles,
  carryShifts,
  carryTimeOff,
  carryWishes,
} from './merge-store.ts';

/**
 * When two records of one human become one, everything of the schedule that hangs on the other hangs on the kept one:
 * somebody who was invited and planned, and came by Slack, keeps their shifts.
 */
export async function carrySchedule(parts: LifeParts, tx: Tx, kept: string, other: string): Promise<void> {
  const { audit, clock } = parts;
  const merging = { kept, other };
  await lockPeople(tx, [kept, other]);
  await lockOffers(tx);
  await lockClaims(tx);
  await carryRoles(tx, merging);
  await carryWishes(tx, merging);
  await carryTimeOff(tx, merging);
  const opened = await carryShifts(tx, merging);
  await carryOffers(tx, merging);
  await carryClaims(tx, merging, clock.now());
  await carryOpenings(tx, merging);
  await endOwnOffers(parts, tx);
  await settleLife(parts, tx);
  await carryPending(tx, merging);
  await carryFeeds(tx, merging);
  await carryMessages(tx, merging);
  await carryHours(tx, merging, clock.now());
  await audit.append(tx, {
    actor: { kind: 'person', id: kept },
    action: 'schedule.carried',
    target: { type: 'person', id: kept },
    detail: { from: other, opened },
  });
}
