import type { BlueskyAccount } from '../../practice/bluesky-accounts.ts';
import { practicePassword } from '../../practice/company.ts';
import { consentAt } from '../support/bluesky/sign-in.ts';
import { eventually } from './eventually.ts';
import { type SlackRoom, wordsOf } from './slack-room.ts';

interface Place {
  readonly channelId: string;
  readonly messageTs: string;
}

/**
 * An employee shares a request as Ana did, but without a browser: the same clicks and submissions reach Coact, and the
 * same pages are asked for and answered. For stories that need many employees.
 */
export async function shareAsColleague(
  room: SlackRoom,
  colleague: { readonly slackId: string; readonly account: BlueskyAccount },
  at: Place,
  requestId: string,
): Promise<void> {
  const { slackId, account } = colleague;
  await room.click(at, slackId, { actionId: 'share.open', value: requestId });
  await eventually(async () => connectAddress(await room.window())).not.toBe('');
  await connect(connectAddress(await room.window()), account);
  await eventually(async () => (await room.window())?.callback_id).toBe('share.compose');
  await room.submit(slackId);
  await eventually(async () => wordsOf(await room.window())).toContain('Your post is on Bluesky.');
  await room.close(slackId);
  await eventually(() => room.window()).toBeNull();
}

function connectAddress(window: Awaited<ReturnType<SlackRoom['window']>>): string {
  const elements = window?.blocks.flatMap((block) => block.elements ?? []) ?? [];
  return elements.find(({ action_id }) => action_id === 'share.connect')?.url ?? '';
}

/** What the browser does: our form, the server's sign-in and consent, and back to us with the cookie that we set. */
async function connect(address: string, account: BlueskyAccount): Promise<void> {
  const token = new URL(address).searchParams.get('t') ?? '';
  const form = new URLSearchParams({ t: token, handle: account.handle });
  const begun = await fetch(address.split('?')[0] ?? '', { method: 'POST', body: form });
  const cookie = (begun.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  const onward = /http-equiv="refresh" content="0;url=([^"]+)"/.exec(await begun.text())?.[1] ?? '';
  const back = await consentAt(onward.replaceAll('&amp;', '&'), { ...account, password: practicePassword });
  // Bluesky sends local programs back to 127.0.0.1 only; Coact's pages, and their cookie, are at its own address.
  back.host = new URL(address).host;
  const finished = await (await fetch(back, { headers: { cookie } })).text();
  if (!finished.includes(`Connected as @${account.handle}`)) throw new Error(`not connected: ${finished}`);
}
