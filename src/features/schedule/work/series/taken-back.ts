import type { Edit, Which } from '../../calendar/change.ts';
import { changed, removed } from '../../calendar/edit.ts';
import { occurrences } from '../../calendar/occurrences.ts';
import type { SeriesAct } from './edits/store.ts';
import type { Payload, StoredSeries } from './series-rows.ts';

/** Carries out what somebody does to an occurrence of a series. */
export function carriedOut(series: StoredSeries, { on, scope, change, tailId }: SeriesAct): Edit<Payload> {
  return change === null ? removed<Payload>(series, on, scope) : changed<Payload>(series, on, scope, change, tailId);
}

const day = 1440;
/** Around now, in days: what is planned lies within, and whoever takes back does so within the hour. */
const [behind, ahead] = [70, 800];

/**
 * Where the occurrences that an edit left are, once it is taken back: the other way round of where it had put them.
 * @param now minutes since 1970
 */
export function wayBack(before: StoredSeries, act: SeriesAct, now: number): (at: Which) => Which | null {
  const edit = carriedOut(before, act);
  const back = new Map<string, Which>();
  if (edit.ok) {
    for (const { on } of occurrences<Payload>(before, now - behind * day, now + ahead * day)) {
      const now = edit.follow(on);
      if (now !== null) back.set(`${now.seriesId} ${now.on}`, { seriesId: before.id, on });
    }
  }
  return ({ seriesId, on }) => back.get(`${seriesId} ${on}`) ?? null;
}
