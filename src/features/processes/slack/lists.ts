import type { OrgId, Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import {
  actions,
  type Block,
  button,
  type CommandAnswer,
  type CommandRequest,
  context,
  header,
  mrkdwn,
  section,
} from '../../../platform/slack/index.ts';
import type { ProcessParts } from '../parts.ts';
import { isHolder } from '../runs/holders.ts';
import { showRuns } from '../runs/show.ts';
import { openRuns } from '../runs/store.ts';
import { loadProcess, standingOf } from '../writing/standing.ts';
import { asMember } from './asking.ts';
import { runActions, runLine } from './blocks.ts';

interface Reader {
  readonly orgId: OrgId;
  readonly slackUserId: string;
}

type Mine = { readonly runs: Awaited<ReturnType<typeof showRuns>>; readonly timeZone: string };

/** The open runs that are in somebody's hands and theirs to see, the earliest due first. */
async function myRuns(parts: ProcessParts, tx: Tx, asking: Asking): Promise<Mine> {
  const { roles } = await standingOf(parts, tx, asking.actor);
  const held = (await openRuns(tx)).filter((run) => isHolder(run, asking.actor.personId, roles));
  const readable = [];
  for (const run of held) {
    if ((await loadProcess(parts, tx, asking, run.processId)) !== null) readable.push(run);
  }
  const { timeZone } = await parts.people.organisation(tx);
  return { runs: await showRuns(parts, tx, asking, readable), timeZone };
}

const [mostInHome, mostAnswered] = [5, 15];

function rowsOf({ runs, timeZone }: Mine, most: number): readonly Block[] {
  const rows = runs.slice(0, most).map((run) =>
    section(runLine(run, timeZone), {
      accessory: button({
        ...{ actionId: runActions.open, text: 'Go on…', value: run.id },
        label: `Go on: ${run.title}`.slice(0, 75),
      }),
    }),
  );
  const more = runs.length - most;
  return [...rows, ...(more > 0 ? [context([mrkdwn`and ${more} more, on the web`])] : [])];
}

const page = ({ publicUrl }: ProcessParts) =>
  actions([
    button({
      ...{ actionId: `${runActions.opened}:runs`, text: 'All runs' },
      url: new URL('/processes/runs', publicUrl).href,
    }),
  ]);

/** What processes add to the Home tab of Coact: nothing for whoever has nothing in hand. */
export function runsSection(parts: ProcessParts): (reader: Reader) => Promise<readonly Block[]> {
  return async ({ orgId, slackUserId }) => {
    const mine = await asMember(parts, orgId, slackUserId, (tx, asking) => myRuns(parts, tx, asking));
    if (mine === null || mine.runs.length === 0) return [];
    return [header('Your runs'), ...rowsOf(mine, mostInHome), page(parts)];
  };
}

/** `/coact runs`. */
export function runsWord(parts: ProcessParts) {
  return {
    word: 'runs',
    help: 'what you have in hand, step by step',
    answer: async ({ orgId, slackUserId }: CommandRequest): Promise<CommandAnswer> => {
      const mine = await asMember(parts, orgId, slackUserId, (tx, asking) => myRuns(parts, tx, asking));
      const nothing = [section(mrkdwn`You have nothing in hand.`)];
      const rows = mine === null || mine.runs.length === 0 ? nothing : rowsOf(mine, mostAnswered);
      return { ack: { text: 'Your runs', blocks: [...rows, page(parts)] } };
    },
  };
}
