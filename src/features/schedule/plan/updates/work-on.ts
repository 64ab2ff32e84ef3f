import { z } from 'zod';
import { type OrgId, orgId as parseOrgId, type Tx } from '../../../../platform/db/index.ts';
import { handles, type JobContext, type JobHandler, jobKind } from '../../../../platform/jobs/index.ts';
import { dateOf, dayOfDate } from '../../calendar/local.ts';
import type { ScheduleParts } from '../../parts.ts';
import type { Progress, RosterOutcome } from '../../solver/problem.ts';
import { type Running, runSolver } from '../../solver/runner.ts';
import { weekdayImportance } from '../../work/roles/store.ts';
import { toldCosts, usualCost } from '../cost.ts';
import { loadWork } from '../load-work.ts';
import { findPeriod } from '../periods/store.ts';
import { minutesAt } from '../plan.ts';
import { toldOf } from '../publishing/store.ts';
import { loadRates } from '../rates.ts';
import type { OutcomeAnswer } from '../shapes.ts';
import { loadUsual } from '../usual-rates.ts';
import { type BuiltRoster, buildRoster, type RosterAsk } from './build.ts';
import { type CostsOf, outcomeOf } from './outcome.ts';
import type { Scope } from './scope.ts';
import { settle } from './settle.ts';
import { beginUpdate, endUpdate, noteProgress, type PlanUpdate, type ProgressNow } from './store.ts';

type Parts = Pick<ScheduleParts, 'db' | 'clock' | 'log' | 'people' | 'vault' | 'wages'>;

/** Works on one update of the schedule. After a restart in its middle it begins anew. */
export const updateSchedule = jobKind('schedule.update_plan', z.object({ orgId: z.uuid(), updateId: z.uuid() }), {
  ...{ retries: 2, atOnce: 1, onePerKey: true },
});

export function updateJobs(parts: Parts): readonly JobHandler[] {
  return [
    handles(updateSchedule, (payload, context) =>
      workOnUpdate(parts, parseOrgId(payload.orgId), payload.updateId, context),
    ),
  ];
}

const failedTwice =
  'The update failed, and failed again when it was repeated. Nothing was changed. Try again; if it fails once more, tell whoever runs Coact.';

const diedEarly =
  'What works the schedule out ended before it had found one, which happens where memory is short. Nothing was changed. Try again, or with fewer locations at once.';

/**
 * Waiting → running → done (a draft to take or drop) or failed with a sentence. The plan itself is not touched. Between reading
 * and writing no transaction is open, so that others go on planning; taking the draft notices what they changed.
 */
export async function workOnUpdate(
  parts: Parts,
  orgId: OrgId,
  updateId: string,
  { last }: Pick<JobContext, 'last'>,
): Promise<void> {
  const { db, clock, log } = parts;
  const end = (ending: Parameters<typeof endUpdate>[2]) =>
    db.inOrg(orgId, (tx) => endUpdate(tx, updateId, ending, clock.now()));
  try {
    const begun = await db.inOrg(orgId, async (tx) => {
      const update = await beginUpdate(tx, updateId, clock.now());
      return update && { update, ask: await loadAsk(parts, tx, update) };
    });
    if (begun === null) return;
    const { update, ask } = begun;
    const solved = await solve(parts, orgId, update, ask);
    if (solved === null) return;
    const ending = draftOf(ask, solved, update.stopAsked);
    if ('broken' in ending) log.error({ event: 'schedule.solver_broke_rule', orgId, updateId, rules: ending.broken });
    await end(ending);
  } catch (error) {
    if (last) await end({ problem: failedTwice });
    throw error;
  }
}

interface Asked extends RosterAsk {
  readonly costsOf: CostsOf;
}

/** Everything that the update is about, as it is now. */
async function loadAsk(
  parts: Pick<Parts, 'clock' | 'people' | 'vault' | 'wages'>,
  tx: Tx,
  update: PlanUpdate,
): Promise<Asked> {
  const period = await findPeriod(tx, update.periodId);
  if (period === null) throw new Error('an update without a period');
  const to = dateOf((dayOfDate(period.firstDay) ?? 0) + period.days - 1);
  const work = await loadWork(parts, tx, { from: period.firstDay, to });
  const told = await toldOf(
    tx,
    work.shifts.map(({ planned }) => planned.id),
  );
  const { roleIds, personIds, changePublished, seed } = update;
  const scope: Scope = {
    ...{ work, told, changePublished, now: minutesAt(parts.clock.now()) },
    roleIds: roleIds && new Set(roleIds),
    personIds: personIds && new Set(personIds),
  };
  const rateOf = await loadRates(parts, tx);
  const usualOf = await loadUsual(parts, tx, rateOf);
  const { currency } = await parts.people.organisation(tx);
  const costsOf: CostsOf = (paid) => toldCosts(usualCost(paid, rateOf, usualOf), currency);
  return { scope, seed, weekdays: await weekdayImportance(tx), rateOf, costsOf };
}

interface Solved {
  readonly built: BuiltRoster;
  readonly outcome: RosterOutcome;
}

/** Solves; where what is kept contradicts itself in the solver's words, once more without telling it. Null: dropped meanwhile. */
async function solve(parts: Parts, orgId: OrgId, update: PlanUpdate, ask: RosterAsk): Promise<Solved | null> {
  for (const sayNothing of [false, true]) {
    const built = buildRoster(ask, sayNothing);
    const outcome = await run(parts, orgId, update, built);
    if (outcome === null) return null;
    if (outcome.kind !== 'impossible' || sayNothing) return { built, outcome };
  }
  return null;
}

const betweenLooks = 500;

async function run(parts: Parts, orgId: OrgId, update: PlanUpdate, built: BuiltRoster): Promise<RosterOutcome | null> {
  const { seed, seconds } = update;
  let latest: Progress | null = null;
  const running = runSolver(built.problem, {
    // One thread: with two the same seed would not give the same schedule.
    ...{ seed, seconds, threads: 1, start: built.start },
    onProgress: (progress) => {
      latest = progress;
    },
  });
  if (update.stopAsked) running.stop();
  const looking = new AbortController();
  const looked = look(parts, orgId, update, { running, latest: () => latest, signal: looking.signal });
  const outcome = await running.outcome;
  looking.abort();
  return (await looked) === 'dropped' ? null : outcome;
}

interface Looking {
  readonly running: Running;
  readonly latest: () => Progress | null;
  readonly signal: AbortSignal;
}

/** Twice a second: writes how far it is, and hears whether somebody wants it to stop. */
async function look(
  { db }: Parts,
  orgId: OrgId,
  { id, seconds: limit }: PlanUpdate,
  { running, latest, signal }: Looking,
): Promise<'ended' | 'dropped'> {
  const started = performance.now();
  while (!signal.aborted) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, betweenLooks);
      signal.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    });
    if (signal.aborted) break;
    const now = latest();
    const progress: ProgressNow = {
      ...{ best: now?.best ?? null, bound: now?.bound ?? null, missing: now?.missing ?? null },
      ...{ seconds: Math.round((performance.now() - started) / 100) / 10, limit },
    };
    const answer = await db.inOrg(orgId, (tx) => noteProgress(tx, id, progress));
    if (answer !== 'on') running.stop();
    if (answer === 'dropped') return 'dropped';
  }
  return 'ended';
}

type Draft =
  | { readonly outcome: OutcomeAnswer }
  | { readonly problem: string }
  | { readonly problem: string; readonly broken: string };

/** What came out as a draft, or a sentence for why nothing did. */
function draftOf(ask: Asked, { built, outcome }: Solved, stopped: boolean): Draft {
  if (outcome.kind === 'impossible')
    return {
      problem:
        'The rules contradict each other, so that no schedule keeps them all. Look at the findings of the settings.',
    };
  if (outcome.kind === 'nothing') {
    if (stopped || outcome.ended === 'stopped') return { problem: 'It was stopped before there was a schedule.' };
    if (outcome.ended === 'failed') return { problem: diedEarly };
    return { problem: 'No schedule was found in this time. Allow more seconds, or fewer locations at once.' };
  }
  const settled = settle(ask.scope, built, outcome.assignments);
  if (settled.broken.length > 0) {
    const problem =
      'The schedule that was found breaks a rule, which must not happen, so it is not offered. This was written down for whoever runs Coact. Try again.';
    return { problem, broken: [...new Set(settled.broken.map(({ rule }) => rule))].join(',') };
  }
  return { outcome: outcomeOf(ask.scope, settled, outcome, ask.costsOf) };
}
