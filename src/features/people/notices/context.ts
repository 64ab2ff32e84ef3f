import type { Tx } from '../../../platform/db/index.ts';
import type { PeopleContext } from '../context.ts';

/** Their number in E.164; null where they have given none. */
export type PhoneOf = (tx: Tx, personId: string) => Promise<string | null>;

export type NoticeContext = Pick<
  PeopleContext,
  'db' | 'clock' | 'log' | 'vault' | 'mail' | 'jobs' | 'slack' | 'phone' | 'publicUrl'
> & { readonly phoneOf: PhoneOf };

export const contentPlace = (noticeId: string) => ({ table: 'notices', column: 'sealed', rowId: noticeId });
