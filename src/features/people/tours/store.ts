import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import type { TourAnswer, TourName } from './tour.ts';

interface TourRow {
  tour: TourName;
  answer: TourAnswer;
  answered_at: Date;
}

/** A tour that somebody has taken or put off. */
export interface Answered {
  readonly tour: TourName;
  readonly answer: TourAnswer;
  readonly answeredAt: Date;
}

/** What somebody has said to which tours, the first said first. */
export async function toursAnsweredBy(tx: Tx, personId: string): Promise<readonly Answered[]> {
  const { rows } = await sql<TourRow>`
    select tour, answer, answered_at from tour_answers where person_id = ${personId} order by answered_at, tour
  `.execute(tx.on());
  return rows.map(({ tour, answer, answered_at: answeredAt }) => ({ tour, answer, answeredAt }));
}

/** Writes down what somebody says to a tour. One that was taken stays taken, whatever another device still says. */
export async function putTourAnswer(tx: Tx, personId: string, { tour, answer, answeredAt }: Answered): Promise<void> {
  await sql`
    insert into tour_answers (org_id, person_id, tour, answer, answered_at)
    values (${orgOf(tx)}, ${personId}, ${tour}, ${answer}, ${answeredAt})
    on conflict (org_id, person_id, tour) do update set answer = excluded.answer, answered_at = excluded.answered_at
      where tour_answers.answer = 'put_off' and excluded.answer = 'taken'`.execute(tx.on());
}

/** Two records of one human become one: what either has been shown need not be offered again. */
export async function carryTours(tx: Tx, kept: string, other: string): Promise<void> {
  await sql`
    insert into tour_answers (org_id, person_id, tour, answer, answered_at)
    select org_id, ${kept}, tour, answer, answered_at from tour_answers where person_id = ${other}
    on conflict (org_id, person_id, tour) do update set answer = excluded.answer, answered_at = excluded.answered_at
      where tour_answers.answer = 'put_off' and excluded.answer = 'taken'`.execute(tx.on());
}
