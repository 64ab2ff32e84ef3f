import type { Tx } from '../../platform/db/index.ts';

/** What another slice does when somebody leaves, within the same unit of work: both are done or neither. */
export type OnLeaving = (tx: Tx, personId: string, at: Date) => Promise<void>;

/** What another slice does when two records of one human become one: what hangs on the other is to hang on the kept one. */
export type OnMerging = (tx: Tx, keptId: string, otherId: string) => Promise<void>;

/** What another slice knows of somebody that ends or opens up with them: read before they leave, and after. */
export type LeavingList = {
  readonly title: string;
  /** A line each, in the organisation's own words. */
  read(tx: Tx, personId: string, now: Date): Promise<readonly string[]>;
};

/** What another slice holds about a person, as it tells them. Never a token, and nothing about anybody else. */
export type PersonalDataSource = {
  readonly title: string;
  /** As JSON holds it. */
  read(tx: Tx, personId: string): Promise<object>;
};

/** How an organisation's plan stands, as the head of every page says it. */
export type ShownPlan = {
  readonly kind: 'trial' | 'paid' | 'dunning' | 'ended';
  /** Why nothing can be sent or published; null where it can. */
  readonly sentence: string | null;
  /** When a trial ends. */
  readonly until: Date | null;
};
