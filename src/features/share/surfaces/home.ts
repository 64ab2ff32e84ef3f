import {
  actions,
  type Block,
  button,
  confirm,
  context,
  divider,
  type Home,
  header,
  home,
  lines,
  mrkdwn,
  section,
  slackDate,
} from '../../../platform/slack/index.ts';
import { accountLabel, type NetworkName, renewAction } from '../../networks/index.ts';
import type { ShareResult } from '../outgoing/results.ts';
import type { WaitingRequest } from '../review/waiting.ts';
import { approvalBlocks } from './home-approvals.ts';
import { shareAction } from './message.ts';
import { suggestAction } from './suggest-modal.ts';

export const disconnectAction = 'share.disconnect';
export const connectFromHomeAction = renewAction;
export const cancelAction = 'share.cancel';
export const editAction = 'share.edit';
export const forgetAction = 'share.forget_me';

export interface HomeContent {
  readonly organisationName: string;
  /** What other slices show, above everything else. */
  readonly besides: readonly Block[];
  /** What waits for this person to approve it. */
  readonly toApprove: readonly WaitingRequest[];
  readonly publicUrl: string;
  readonly open: readonly {
    readonly id: string;
    readonly title: string;
    readonly endsAt: Date | null;
    readonly shared: boolean;
    /** About a post that exists, to like, reshare or answer. */
    readonly isAboutPost: boolean;
  }[];
  readonly accounts: readonly {
    readonly id: string;
    readonly networkTitle: string;
    readonly network: NetworkName;
    readonly handle: string;
    readonly reconnect: boolean;
    /** YYYY-MM-DD on which the connection ends by itself, where that is soon; else null. */
    readonly endsOn: string | null;
  }[];
  /** Networks that are not connected yet. */
  readonly connectable: readonly { readonly network: string; readonly networkTitle: string }[];
  readonly planned: readonly {
    readonly id: string;
    readonly title: string;
    readonly networkTitle: string;
    readonly at: Date | null;
    readonly text: string;
  }[];
  readonly results: readonly ShareResult[];
  readonly timeZone: string;
}

/** Slack takes no more in a Home tab. */
const mostBlocks = 100;

/** A person's Home tab: what to share, their accounts, what is planned, how the last ones went, what Coact knows. */
export function homeView(content: HomeContent): Home {
  const own = [
    ...approvalBlocks(content.toApprove, content.publicUrl),
    ...openBlocks(content),
    ...plannedBlocks(content),
    ...resultBlocks(content),
    ...accountBlocks(content),
    ...privacyBlocks(content),
  ];
  return home([...besideBlocks(content, mostBlocks - own.length), ...own]);
}

function besideBlocks({ besides }: HomeContent, room: number): readonly Block[] {
  return besides.length === 0 || room < 2 ? [] : [...besides.slice(0, room - 1), divider()];
}

function openBlocks({ open, organisationName, timeZone }: HomeContent): Block[] {
  const top: Block[] = [header('To share')];
  if (open.length === 0) {
    const words = mrkdwn`Nothing to share at the moment. When ${organisationName} has news, it appears here and in its channel.`;
    return [...top, section(words), suggestRow()];
  }
  const rows = open.slice(0, 15).map((request) => {
    const ends = request.endsAt === null ? mrkdwn`` : mrkdwn` · ends ${when(request.endsAt, timeZone)}`;
    const words = request.shared
      ? mrkdwn`:white_check_mark: *${request.title}*${ends}`
      : mrkdwn`*${request.title}*${ends}`;
    const text = request.isAboutPost ? 'Join in' : 'Share';
    const label = `${text}: ${request.title}`;
    return section(words, { accessory: button({ actionId: shareAction, text, value: request.id, label }) });
  });
  return [...top, ...rows, suggestRow()];
}

const suggestRow = () => actions([button({ actionId: suggestAction, text: 'Suggest something to share' })], 'suggest');

function plannedBlocks({ planned, timeZone }: HomeContent): Block[] {
  if (planned.length === 0) return [];
  const rows = planned.slice(0, 10).flatMap((share) => {
    const at = share.at === null ? mrkdwn`on its way` : mrkdwn`${when(share.at, timeZone)}`;
    const words = mrkdwn`*${share.title}* on ${share.networkTitle}, ${at}\n${share.text}`;
    if (share.at === null) return [section(words)];
    return [
      section(words),
      actions(
        [
          button({ actionId: editAction, text: 'Change', value: share.id }),
          button({
            actionId: cancelAction,
            text: 'Cancel',
            value: share.id,
            style: 'danger',
            confirm: confirm({
              title: 'Cancel this post?',
              text: 'It will not be posted. You can share it again while the request is open.',
              confirm: 'Cancel the post',
              deny: 'Keep it',
            }),
          }),
        ],
        `planned.${share.id}`,
      ),
    ];
  });
  return [divider(), header('Planned posts'), ...rows];
}

function resultBlocks({ results, timeZone }: HomeContent): Block[] {
  if (results.length === 0) return [];
  const rows = results.slice(0, 8).map((result) => {
    const at = when(result.at, timeZone);
    const what = result.ask === null ? result.title : `Your ${result.ask} of “${result.title}”`;
    if (result.outcome.kind === 'failed') {
      return section(
        mrkdwn`:warning: *${what}* did not get to ${result.networkTitle}, ${at}\n${result.outcome.sentence}`,
      );
    }
    const look = button({ actionId: 'share.opened', text: 'Look at it', url: result.outcome.url });
    return section(mrkdwn`:white_check_mark: *${what}* is on ${result.networkTitle}, ${at}`, {
      accessory: look,
    });
  });
  const note = context([mrkdwn`Only you see this. Coact keeps no record of what you share.`]);
  return [divider(), header('Your last posts'), ...rows, note];
}

function accountBlocks({ accounts, connectable }: HomeContent): Block[] {
  const connected = accounts.flatMap((account) => accountRow(account));
  const open = connectable.map(({ network, networkTitle }) =>
    section(mrkdwn`*${networkTitle}*: not connected`, {
      accessory: button({ actionId: connectFromHomeAction, text: `Connect ${networkTitle}`, value: network }),
    }),
  );
  return [divider(), header('Your accounts'), ...connected, ...open];
}

function accountRow(account: HomeContent['accounts'][number]): Block[] {
  const { id, network, networkTitle, handle, reconnect, endsOn } = account;
  const name = mrkdwn`*${networkTitle}*: ${accountLabel(network, handle)}`;
  if (!reconnect && endsOn === null) return [section(name, { accessory: disconnectButton(account) })];
  const why = reconnect
    ? mrkdwn`:warning: It has lost its connection. Connect it again to share there.`
    : mrkdwn`:hourglass: ${networkTitle} ends this connection on ${dayInWords(endsOn ?? '')}. Renew it before, with one click.`;
  const renew = button({
    actionId: connectFromHomeAction,
    text: reconnect ? 'Connect again' : 'Renew',
    value: network,
    style: 'primary',
    label: `${reconnect ? 'Connect again' : 'Renew'}: ${networkTitle}`,
  });
  return [section(lines(name, why)), actions([renew, disconnectButton(account)], `account.${id}`)];
}

function disconnectButton({ id, networkTitle }: HomeContent['accounts'][number]) {
  return button({
    actionId: disconnectAction,
    text: 'Disconnect',
    value: id,
    label: `Disconnect ${networkTitle}`,
    confirm: confirm({
      title: `Disconnect ${networkTitle}?`,
      text: 'Coact gives its access back and forgets the account. Posts that are planned are cancelled; posts that are there stay there.',
      confirm: 'Disconnect',
      deny: 'Keep it',
      style: 'danger',
    }),
  });
}

function dayInWords(day: string): string {
  return Temporal.PlainDate.from(day).toLocaleString('en-GB', { day: 'numeric', month: 'long' });
}

function privacyBlocks({ organisationName, besides }: HomeContent): Block[] {
  const more =
    besides.length === 0 ? '' : ` Your shifts, time off and runs, shown above, are kept by ${organisationName}.`;
  return [
    divider(),
    header('What Coact knows about you'),
    section(
      mrkdwn`Your Slack member id, the accounts that you have connected above, posts that are still on their way, and suggestions that you sent with your name. It does not keep what you have shared: ${organisationName} sees totals only, and groups that are too small are not shown.${more}`,
    ),
    actions([
      button({
        actionId: forgetAction,
        text: 'Delete what Coact knows about me',
        style: 'danger',
        confirm: confirm({
          title: 'Delete everything?',
          text: 'All your accounts are disconnected and posts that are still on their way are cancelled.',
          confirm: 'Delete',
          deny: 'Keep it',
          style: 'danger',
        }),
      }),
    ]),
  ];
}

function when(at: Date, timeZone: string) {
  return slackDate(at, at.toLocaleString('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'short' }));
}
