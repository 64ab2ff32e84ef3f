/** What one event of each kind is worth, in minor units of `currency`. */
export interface Worth {
  readonly currency: string;
  /** An employee who acted, on a request of either kind. */
  readonly awareness: number;
  readonly share: number;
  readonly click: number;
  readonly like: number;
  readonly reshare: number;
  readonly comment: number;
}

/** What events are worth from a moment on. */
export interface EventValues extends Worth {
  readonly validFrom: Date;
}

/** Days that were priced anew on purpose. */
export interface Repricing {
  /** Days of the organisation's calendar, both included. */
  readonly from: string;
  readonly until: string;
  /** What events were worth when it was done; null where each day has its own values again. */
  readonly worth: Worth | null;
  readonly madeAt: Date;
}

/** In force until an organisation sets its own: US dollars, by the product's definition of advocacy value. */
export const firstWorth: Worth = {
  ...{ currency: 'USD', awareness: 150, share: 300, click: 500 },
  ...{ like: 200, reshare: 300, comment: 500 },
};

/** The values that hold at a moment. `history` is sorted by time and never empty. */
export function valuesAt(history: readonly EventValues[], at: Date): EventValues {
  const held = history.findLast((values) => values.validFrom <= at) ?? history[0];
  if (!held) throw new Error('an organisation without event values');
  return held;
}

/** The moment in which a day (YYYY-MM-DD) of a time zone begins. */
export function startOfDay(day: string, timeZone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);
}

/**
 * What events are worth in the end: history keeps the value of its day, but for the days that were priced anew.
 * @param history what was set, sorted by time
 * @param repricings in the order in which they were made: the last one that has a day decides about it
 * @returns from which moments on which values hold, sorted by time; never empty where the history isn't
 */
export function inForce(
  history: readonly EventValues[],
  repricings: readonly Repricing[],
  timeZone: string,
): readonly EventValues[] {
  const spans = repricings.map(({ from, until, worth }) => ({
    from: startOfDay(from, timeZone),
    until: startOfDay(Temporal.PlainDate.from(until).add({ days: 1 }).toString(), timeZone),
    worth,
  }));
  const turns = [...history.map(({ validFrom }) => validFrom), ...spans.flatMap(({ from, until }) => [from, until])];
  const moments = [...new Set(turns.map((at) => at.getTime()))].toSorted((left, right) => left - right);
  return moments.map((moment) => {
    const at = new Date(moment);
    const last = spans.findLast((span) => span.from <= at && at < span.until);
    return { ...valuesAt(history, at), ...last?.worth, validFrom: at };
  });
}
