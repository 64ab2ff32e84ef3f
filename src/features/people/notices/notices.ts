import type { Tx } from '../../../platform/db/index.ts';
import { handles, type JobHandler } from '../../../platform/jobs/index.ts';
import type { NoticeContext } from './context.ts';
import { deliver } from './deliver.ts';
import { deliverNotice, refreshNotice } from './jobs.ts';
import type { Notice } from './notice.ts';
import { refresh } from './refresh.ts';
import { retell, tell } from './tell.ts';

/** Telling people, as other slices do it. */
export interface Notices {
  /** Tells people once the transaction commits, each by the methods they chose for the event; twice under a key is once. */
  tell(tx: Tx, notices: readonly Notice[]): Promise<void>;
  /**
   * Replaces what notices under a key say, and takes the buttons off their messages in Slack, as when an offer is over.
   * @param personIds only theirs, where given
   */
  retell(tx: Tx, key: string, now: Pick<Notice, 'lines'>, personIds?: readonly string[]): Promise<void>;
}

export function openNotices(context: NoticeContext): Notices {
  return {
    tell: (tx, notices) => tell(context, tx, notices),
    retell: (tx, key, now, personIds) => retell(context, tx, key, now, personIds),
  };
}

export function noticeJobs(context: NoticeContext): readonly JobHandler[] {
  return [
    handles(deliverNotice, (ids, run) => deliver(context, ids, run)),
    handles(refreshNotice, (ids) => refresh(context, ids)),
  ];
}
