import type { Tx } from '../../../platform/db/index.ts';
import type { Block } from '../../../platform/slack/index.ts';
import type { ProcessParts } from '../parts.ts';
import { holdersOf } from '../runs/holders.ts';
import { showRun } from '../runs/show.ts';
import { findRun, type Run } from '../runs/store.ts';
import { timeWords } from '../runs/time-words.ts';
import { lateStart, lengthWords } from '../triggers/trigger.ts';
import { askingOf, loadProcess } from '../writing/standing.ts';
import { findProcess } from '../writing/store.ts';
import { runBlocks } from './blocks.ts';

type Parts = Pick<ProcessParts, 'clock' | 'people' | 'policy'>;

/** What a run's message is known by: another one each time that it changes hands. */
const keyOf = (id: string, hand: number) => (hand === 0 ? `process-run/${id}` : `process-run/${id}/${hand}`);

/** Of what is confidential no subject of a mail and no line on a locked screen says what it is. */
const subjectOf = (title: string, confidential: boolean) =>
  confidential ? 'Something is to be done by you' : `To be done by you: ${title}`;

/**
 * Tells whose a run is. In Slack the message holds the steps, with a button each; whoever began it for themselves sees it
 * already. @param more lines that say why it begins so
 */
export async function tellHolders(parts: Parts, tx: Tx, run: Run, more: readonly string[] = []): Promise<void> {
  const found = await findProcess(tx, run.processId);
  if (found === null) return;
  const { timeZone } = await parts.people.organisation(tx);
  const until = run.dueAt === null ? [] : [`Until ${timeWords(run.dueAt, timeZone)}.`];
  const late = lateStart(run.plannedAt, run.startedAt);
  const begunLate = late === null ? [] : [`It begins ${lengthWords(late)} late: Coact was not running at its time.`];
  const lines = [run.steps.length === 1 ? 'One step.' : `${run.steps.length} steps.`, ...until, ...begunLate, ...more];
  for (const personId of await holdersOf(parts, tx, run, found)) {
    if (personId === run.startedBy) continue;
    const blocks = await blocksFor(parts, tx, run, personId);
    if (blocks === null) continue;
    const notes = [...begunLate, ...more];
    await parts.people.tell(tx, [
      {
        ...{ personId, event: 'reminder', key: keyOf(run.id, run.hands), lines },
        subject: subjectOf(run.title, found.process.confidential),
        slackBlocks: runBlocks(blocks, { timeZone, notes }),
        link: { label: 'Open it on the web', path: `/processes/runs/${run.id}` },
      },
    ]);
  }
}

const keysOf = ({ id, hands }: Run) => Array.from({ length: hands + 1 }, (_, hand) => keyOf(id, hand));

/** Everybody who was told of a run, by whatever hands it went through. */
export async function toldOf({ people }: Pick<Parts, 'people'>, tx: Tx, run: Run): Promise<readonly string[]> {
  return [...new Set([...(await people.openings(tx, keysOf(run))).values()].flatMap((told) => [...told.keys()]))];
}

/** The run as somebody may go on with it; null where they may not see it. */
export async function blocksFor(parts: Parts, tx: Tx, run: Run, personId: string) {
  const asking = await askingOf(parts, tx, personId);
  const loaded = asking && (await loadProcess(parts, tx, asking, run.processId));
  return asking && loaded ? showRun(parts, tx, asking, run, loaded.can('processes.edit')) : null;
}

const gone = 'This is not shown to you any more: it is not meant for you now, or was archived.';
const handedOn = 'Somebody else has this in hand now.';

/**
 * Brings what was told of a run up to date, for everybody who was told: with the steps as they are now, or, for whoever lost it
 * or may not read it any more, without a word of it.
 */
export async function retellRun(parts: Parts, tx: Tx, given: Pick<Run, 'id'>): Promise<void> {
  const run = await findRun(tx, given.id);
  const found = run && (await findProcess(tx, run.processId));
  if (!run || !found) return;
  const keys = keysOf(run);
  const told = await parts.people.openings(tx, keys);
  const { timeZone } = await parts.people.organisation(tx);
  const holders = await holdersOf(parts, tx, run, found);
  for (const [key, people] of told) {
    for (const personId of people.keys()) {
      const shown = await blocksFor(parts, tx, run, personId);
      const now =
        shown === null ? null : wordsOf(run, shown, timeZone, holders.includes(personId) && key === keys.at(-1));
      const subject = now === null ? 'A process' : subjectOf(run.title, found.process.confidential);
      await parts.people.retell(tx, key, { subject, ...(now ?? { lines: [gone] }) }, [personId]);
    }
  }
}

function wordsOf(
  run: Run,
  shown: Parameters<typeof runBlocks>[0],
  timeZone: string,
  isTheirs: boolean,
): { readonly lines: readonly string[]; readonly slackBlocks: readonly Block[] } {
  if (!isTheirs && run.state === 'open')
    return { lines: [handedOn], slackBlocks: runBlocks(shown, { timeZone, over: handedOn }) };
  const lines = [`${shown.done} of ${shown.steps} steps done.`];
  if (run.state === 'finished') lines.push('Finished.');
  if (run.state === 'stopped') lines.push(`Stopped: ${run.stoppedWhy}`);
  return { lines, slackBlocks: runBlocks(shown, { timeZone, notes: [] }) };
}
