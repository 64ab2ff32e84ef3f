import type { Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler } from '../../../platform/jobs/index.ts';
import { organisationIds } from '../store.ts';
import type { NoticeContext } from './context.ts';
import { deliver, mailGivenUp } from './deliver.ts';
import { deleteNoticesBefore, openingsOf, pageOfNotices } from './inbox-store.ts';
import { deliverNotice, refreshNotice, sweepNotices } from './jobs.ts';
import type { Notice, Retold } from './notice.ts';
import { refresh } from './refresh.ts';
import { openContent, retell, tell } from './tell.ts';

/** Telling people, as other slices do it. */
export interface Notices {
  /** Tells people once the transaction commits, each by the methods they chose for the event; twice under a key is once. */
  tell(tx: Tx, notices: readonly Notice[]): Promise<void>;
  /**
   * Replaces what notices under a key say, and takes the buttons off their messages in Slack, as when an offer is over, unless they get others.
   * @param personIds only theirs, where given
   */
  retell(tx: Tx, key: string, now: Retold, personIds?: readonly string[]): Promise<void>;
  /** Who was told under each of these keys in the last sixty days, and when they opened it on the web; null: not yet. */
  openings(tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, ReadonlyMap<string, Date | null>>>;
  /** Says that a mail could not be delivered for a day. */
  mailGivenUp(tx: Tx, mailId: string): Promise<void>;
  /** What somebody was told, for their own copy of what is held about them. */
  readonly told: { readonly title: string; read(tx: Tx, personId: string): Promise<object> };
}

const keptMs = 60 * 86_400_000;

export function openNotices(context: NoticeContext): Notices {
  return {
    tell: (tx, notices) => tell(context, tx, notices),
    retell: (tx, key, now, personIds) => retell(context, tx, key, now, personIds),
    openings: openingsOf,
    mailGivenUp: (tx, mailId) => mailGivenUp(context, tx, mailId),
    told: { title: 'What you were told', read: (tx, personId) => everythingTold(context, tx, personId) },
  };
}

export function noticeJobs(context: NoticeContext): readonly JobHandler[] {
  return [
    handles(deliverNotice, (ids, run) => deliver(context, ids, run)),
    handles(refreshNotice, (ids) => refresh(context, ids)),
    handles(sweepNotices, () => sweep(context)),
  ];
}

async function sweep({ db, clock }: NoticeContext): Promise<void> {
  const before = new Date(clock.now().getTime() - keptMs);
  for (const id of await db.directory(organisationIds)) await db.inOrg(id, (tx) => deleteNoticesBefore(tx, before));
}

async function everythingTold({ vault }: NoticeContext, tx: Tx, personId: string): Promise<object> {
  const notices = [];
  for (const { id, event, sealed, createdAt, readAt } of await pageOfNotices(tx, personId, {
    limit: 10_000,
    offset: 0,
  })) {
    const { subject, lines } = await openContent({ vault }, tx, id, sealed);
    notices.push({ event, subject, lines, at: createdAt, readAt });
  }
  return { notices };
}
