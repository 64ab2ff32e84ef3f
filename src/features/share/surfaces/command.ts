import {
  type Block,
  button,
  type CommandAnswer,
  type CommandRequest,
  context,
  lines,
  mrkdwn,
  section,
} from '../../../platform/slack/index.ts';
import type { ShareParts } from '../parts.ts';
import type { Draft } from '../request.ts';
import { openRequests } from '../store.ts';
import { shareAction } from './message.ts';
import { suggestWord } from './suggest-flow.ts';

export const coactCommand = '/coact';

/** As many as fit a glance; the Home tab has them all. */
const mostListed = 5;

/**
 * `/coact`: what there is to share; `/coact help`: what Coact can do; other words as other slices answer them. Only the
 * person who typed it sees the answer.
 */
export async function answerCommand(parts: ShareParts, request: CommandRequest): Promise<CommandAnswer> {
  const word = request.text.trim().toLowerCase();
  if (word === 'help' || word === '?') return { ack: { text: 'What Coact can do', blocks: helpBlocks(parts) } };
  const [first] = word.split(/\s+/);
  const known = wordsOf(parts).find((one) => one.word === (one.takesMore === true ? first : word));
  if (known !== undefined) return known.answer(request);
  if (word !== '') {
    const hint = section(mrkdwn`Coact doesn’t know “${request.text.trim().slice(0, 80)}”. Here is what it knows:`);
    return { ack: { text: 'Coact doesn’t know this word', blocks: [hint, ...helpBlocks(parts)] } };
  }
  const open = await parts.db.inOrg(request.orgId, (tx) => openRequests(tx, mostListed));
  if (open.length === 0) return { ack: { text: 'Nothing to share', blocks: [nothing(), more()] } };
  const rows = open.map(({ id, draft }) =>
    section(mrkdwn`*${draft.title}*`, {
      accessory: button({
        actionId: shareAction,
        text: verbOf(draft),
        value: id,
        label: `${verbOf(draft)}: ${draft.title}`,
      }),
    }),
  );
  return { ack: { text: 'Open to share', blocks: [...rows, more()] } };
}

const verbOf = ({ engagement }: Draft) => (engagement ? 'Join in' : 'Share');

const wordsOf = ({ commandWords }: Pick<ShareParts, 'commandWords'>) => [suggestWord, ...commandWords];

function helpBlocks(parts: Pick<ShareParts, 'commandWords'>): Block[] {
  const rows = [
    mrkdwn`*${coactCommand}*: what there is to share at the moment`,
    ...wordsOf(parts).map(({ word, help }) => mrkdwn`*${coactCommand} ${word}*: ${help}`),
    mrkdwn`*${coactCommand} help*: this answer`,
    mrkdwn`*Share*, on a message of Coact: post it to your own account, in your own words`,
    mrkdwn`*Suggest to share*, in the menu of any message: suggest it to those who publish for your company`,
    mrkdwn`*Home tab of Coact*: your accounts, planned posts, how the last ones went, and what Coact knows about you`,
  ];
  return [
    section(lines(...rows)),
    context([mrkdwn`Your company sees totals. Nobody sees what you share: it is not stored.`]),
  ];
}

const nothing = () => section(mrkdwn`Nothing to share at the moment.`);
const more = () => context([mrkdwn`The Home tab of Coact shows everything, and your accounts.`]);
