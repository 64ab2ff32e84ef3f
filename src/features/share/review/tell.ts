import { orgOf, type Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import { type Block, context, mrkdwn, section } from '../../../platform/slack/index.ts';
import { networkTitles } from '../../networks/index.ts';
import type { Notice } from '../../people/index.ts';
import { cardFor } from '../lifecycle/card.ts';
import { givenFor } from '../mentions.ts';
import type { ShareParts } from '../parts.ts';
import { networksOf, type ShareRequest, variantsOf } from '../request.ts';
import { askWords, requestMessage } from '../surfaces/message.ts';
import type { ReviewEntry } from './review.ts';

/** What the buttons of a request in review do in Slack; their value says which request, as it was at which revision. */
export const reviewActions = { approve: 'share.approve', changes: 'share.ask_changes' } as const;

/** Of all texts together in one message to an approver, characters: Slack takes some 13,000 with everything else. */
const mostText = 7_000;

const askedKey = ({ id }: ReviewEntry) => `review/${id}`;
const titleOf = ({ draft }: ShareRequest) => draft.title || 'Untitled request';
const linkTo = ({ id }: ShareRequest, label: string) => ({ label, path: `/requests/${id}` });

/** Everybody who may decide about a request now. */
export async function decidersOf(
  { people, policy }: Pick<ShareParts, 'people' | 'policy'>,
  tx: Tx,
  requestId: string,
  composers: readonly string[],
): Promise<readonly Actor[]> {
  const candidates = await people.actorsIn(tx, ['owner', 'admin', 'approver']);
  return candidates.filter((actor) => mayDecide({ policy }, tx, actor, { id: requestId, composers }));
}

/** Whether somebody may decide about a request that these people composed. */
export function mayDecide(
  { policy }: Pick<ShareParts, 'policy'>,
  tx: Tx,
  actor: Actor,
  request: { readonly id: string; readonly composers: readonly string[] },
): boolean {
  const action = 'share.approve';
  return policy.decide({ actor, action, resource: { type: 'ShareRequest', orgId: orgOf(tx), ...request } });
}

/** Tells everybody who may decide about it that a request is in review. */
export async function tellDeciders(
  parts: ShareParts,
  tx: Tx,
  request: ShareRequest,
  submission: ReviewEntry,
  deciders: readonly Actor[],
): Promise<void> {
  const asked = await askedFor(parts, tx, request, submission);
  await parts.people.tell(
    tx,
    deciders.map(
      ({ personId }): Notice => ({
        ...{ personId, event: 'approval_needed', key: askedKey(submission) },
        subject: `“${titleOf(request)}” waits for your approval`,
        link: linkTo(request, 'Look at the request'),
        ...asked,
      }),
    ),
  );
}

type Asked = Pick<Notice, 'lines'> & Partial<Pick<Notice, 'buttons' | 'slackBlocks'>>;

/** What those who decide are asked about a request, as it stands at this revision. */
export async function askedFor(
  parts: ShareParts,
  tx: Tx,
  request: ShareRequest,
  { personId, sendAt }: Pick<ReviewEntry, 'personId' | 'sendAt'>,
): Promise<Asked> {
  const { timeZone } = await parts.organisation(tx);
  const by = await nameOf(parts, tx, personId);
  const texts = textsOf(request);
  // The message stays: whoever reads it later is to know what comes of it then.
  const when = sendAt === null ? '' : ` It is to go out on ${inWords(sendAt, timeZone)}; ${ifLate}.`;
  const asked = `${by} asks for your approval.${when}`;
  const value = `${request.id} ${request.revision}`;
  return {
    lines: [asked, ...(request.draft.slackText ? [request.draft.slackText] : []), ...texts.map(said)],
    buttons: [
      { label: 'Approve', actionId: reviewActions.approve, value, style: 'primary' },
      { label: 'Ask for changes', actionId: reviewActions.changes, value },
    ],
    slackBlocks: await blocksFor(parts, tx, request, asked, texts),
  };
}

const ifLate = 'if you approve it later than that, it goes out at once';

/** Says what has become of what deciders were asked; without buttons nothing is left to decide. */
export function retellDeciders({ people }: Pick<ShareParts, 'people'>, tx: Tx, submission: ReviewEntry, now: Asked) {
  return people.retell(tx, askedKey(submission), now);
}

/** Tells those who composed a request what was decided about it. */
export async function tellComposers(
  parts: ShareParts,
  tx: Tx,
  request: ShareRequest,
  told: {
    readonly submission: ReviewEntry;
    readonly people: readonly string[];
    readonly subject: string;
    readonly lines: readonly string[];
  },
): Promise<void> {
  const key = `${askedKey(told.submission)}/decided`;
  const link = linkTo(request, 'Open the request');
  const { subject, lines } = told;
  await parts.people.tell(
    tx,
    told.people.map((personId): Notice => ({ personId, event: 'request_decided', key, subject, lines, link })),
  );
}

/** "“We open in Porto”", for sentences. */
export const quoted = (request: ShareRequest) => `“${titleOf(request)}”`;

export async function nameOf({ people }: Pick<ShareParts, 'people'>, tx: Tx, personId: string): Promise<string> {
  return (await people.namesOf(tx, [personId])).get(personId) || 'Somebody';
}

/** A moment as the organisation's people say it. */
export function inWords(at: Date, timeZone: string): string {
  return at.toLocaleString('en-GB', { timeZone, weekday: 'short', ...dayAndTime });
}

const dayAndTime = { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;

interface PostText {
  readonly title: string;
  readonly text: string;
}

const said = ({ title, text }: PostText) => `${title}: ${text}`;

/** Every text that employees may be given, with its network; of an engagement request, what it asks for. */
export function textsOf({ draft }: ShareRequest): PostText[] {
  if (draft.engagement) {
    const { asks, starters } = draft.engagement;
    return [
      { title: 'Asked for', text: asks.map((ask) => askWords[ask]).join(', ') },
      ...starters.map((text, index) => ({ title: `A comment may begin, ${index + 1}`, text })),
    ];
  }
  return networksOf(draft).flatMap((network) => {
    const title = networkTitles[network];
    const variants = variantsOf(draft, network);
    const titled = (index: number) => (variants.length > 1 ? `${title}, ${index + 1}` : title);
    return variants.map((text, index) => ({ title: titled(index), text: givenFor(network, text) }));
  });
}

/** What an approver looks at in Slack: the message as it will be, and every text below it. */
async function blocksFor(
  parts: ShareParts,
  tx: Tx,
  request: ShareRequest,
  asked: string,
  texts: readonly PostText[],
): Promise<readonly Block[]> {
  const message = await messageOf(parts, tx, request);
  const each = Math.floor(mostText / Math.max(1, texts.length));
  return [
    section(mrkdwn`${asked}`),
    ...message,
    ...texts.map(({ title, text }) => section(mrkdwn`*${title}*\n${cut(text, each)}`)),
    ...(request.channels.length === 0 ? [] : [context([mrkdwn`It goes to ${placesOf(request)}.`])]),
  ];
}

const placesOf = ({ channels }: ShareRequest) => channels.map(({ name }) => `#${name}`).join(', ');

/** The message as it will stand in the channel, without what is pressed there. */
export async function messageOf(parts: ShareParts, tx: Tx, request: ShareRequest): Promise<readonly Block[]> {
  const card = await cardFor(parts, tx, { ...request, state: 'open' });
  return requestMessage(card).blocks.filter(({ type }) => type !== 'actions');
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
