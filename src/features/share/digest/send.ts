import { type OrgId, orgId as parseOrgId, type Tx } from '../../../platform/db/index.ts';
import { RetryLater } from '../../../platform/jobs/index.ts';
import { link, mrkdwn, plain, section } from '../../../platform/slack/index.ts';
import { sendDigestToSlack } from '../jobs.ts';
import { whyNothingGoes } from '../lifecycle/stopped.ts';
import type { ShareParts } from '../parts.ts';
import { readReport } from '../reports/gather.ts';
import type { Period } from '../reports/question.ts';
import { type Digest, periodDue } from './digest.ts';
import { deleteDigest, lockDigests, type StoredDigest, setTold } from './store.ts';
import { type DigestWords, digestWords } from './words.ts';

/** Where a mail's reader ends it, with one click and without signing in (RFC 8058). */
const stopPath = (orgId: string, stopKey: string) => `/digest/stop/${orgId}/${stopKey}`;

const pageOf = (publicUrl: string, { from, to }: Period) => `${publicUrl}/reports?from=${from}&to=${to}`;

export function localNow(parts: Pick<ShareParts, 'clock'>, timeZone: string): Temporal.PlainDateTime {
  const now = Temporal.Instant.fromEpochMilliseconds(parts.clock.now().getTime());
  return now.toZonedDateTimeISO(timeZone).toPlainDateTime();
}

/** Each hour: tells whoever's hour has come. What a stopped process missed is told when it runs again, the last period only. */
export async function sendDigests(parts: ShareParts, organisations: () => Promise<readonly string[]>): Promise<void> {
  for (const id of await organisations()) {
    const orgId = parseOrgId(id);
    await parts.db.inOrg(orgId, (tx) => sendOf(parts, tx, orgId));
  }
}

/** One transaction for an organisation: whose period is written down as told, is told of it, once. */
async function sendOf(parts: ShareParts, tx: Tx, orgId: OrgId): Promise<void> {
  const digests = await lockDigests(tx);
  // Told once there is a plan again: the last period then, as after any pause.
  if (digests.length === 0 || (await whyNothingGoes(parts, tx)) !== null) return;
  const { timeZone } = await parts.organisation(tx);
  const now = localNow(parts, timeZone);
  const read = new Map<string, DigestWords>();
  for (const digest of digests) {
    const period = periodDue(digest, now);
    if (period.from <= digest.toldFrom) continue;
    if (!(await parts.readers.mayRead(tx, digest.personId))) {
      await deleteDigest(tx, digest.personId);
      continue;
    }
    const words = read.get(period.from + digest.every) ?? (await wordsOf(parts, tx, period, digest.every));
    read.set(period.from + digest.every, words);
    await setTold(tx, digest.personId, period.from);
    await sendOne(parts, tx, orgId, digest, period, words);
  }
}

async function wordsOf(parts: ShareParts, tx: Tx, period: Period, every: Digest['every']): Promise<DigestWords> {
  return digestWords(await readReport(parts, tx, { period, compare: 'previous' }), every);
}

async function sendOne(
  parts: ShareParts,
  tx: Tx,
  orgId: OrgId,
  digest: StoredDigest,
  period: Period,
  { subject, lines }: DigestWords,
): Promise<void> {
  const { personId, every, mail, slack, stopKey } = digest;
  if (slack) await parts.jobs.enqueue(tx, sendDigestToSlack, { orgId, personId, every, ...period });
  if (!mail) return;
  const stop = parts.publicUrl + stopPath(orgId, stopKey);
  await parts.readers.write(tx, personId, {
    subject,
    letter: {
      heading: subject,
      paragraphs: lines,
      button: { text: 'Open the report', url: pageOf(parts.publicUrl, period) },
      small: `You asked for these totals. To have no more of these mails, open ${stop}`,
    },
    unsubscribeUrl: stop,
  });
}

/** A direct message. An answer that was lost is not asked for again: better one message missing than two. */
export async function digestToSlack(
  parts: ShareParts,
  ids: { readonly orgId: string; readonly personId: string; readonly every: Digest['every'] } & Period,
): Promise<void> {
  const orgId = parseOrgId(ids.orgId);
  const { from, to, personId, every } = ids;
  const found = await parts.db.inOrg(orgId, async (tx) => {
    if ((await whyNothingGoes(parts, tx)) !== null) return null;
    const slackUserId = await parts.readers.slackUserOf(tx, personId);
    return slackUserId === null ? null : { slackUserId, words: await wordsOf(parts, tx, { from, to }, every) };
  });
  if (found === null) return;
  const { subject, lines } = found.words;
  const sent = await parts.slack(orgId).postMessage(found.slackUserId, {
    text: [subject, ...lines].join('\n'),
    blocks: [
      section(mrkdwn`*${subject}*`),
      section(plain(lines.join('\n'), 2_900)),
      section(link(pageOf(parts.publicUrl, { from, to }), 'Open the report')),
    ],
  });
  if (!sent.ok && (sent.error === 'ratelimited' || sent.error === 'unreachable')) {
    throw new RetryLater(sent.retryAfter ?? 60);
  }
}
