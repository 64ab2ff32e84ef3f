/** What one event is worth, in minor units of the currency, from a day on. History keeps the value of its day. */
export interface EventValues {
  readonly validFrom: string;
  readonly currency: string;
  readonly awareness: number;
  readonly share: number;
  readonly click: number;
}

/** In force until an organisation sets its own. */
export const defaultValues: EventValues = {
  validFrom: '1970-01-01',
  currency: 'USD',
  awareness: 150,
  share: 300,
  click: 500,
};

export interface DayCount {
  readonly day: string;
  readonly awareness: number;
  readonly shares: number;
  readonly clicks: number;
}

/**
 * Advocacy value: the sum of count × event value, each day at the value of that day.
 * @param days counts by day, YYYY-MM-DD
 * @param values in any order; the latest that is not after a day applies to it
 * @returns minor units
 */
export function advocacyValue(days: readonly DayCount[], values: readonly EventValues[]): number {
  return days.reduce((sum, day) => {
    const at = valuesOn(day.day, values);
    return sum + day.awareness * at.awareness + day.shares * at.share + day.clicks * at.click;
  }, 0);
}

/** The values in force on a day. */
export function valuesOn(day: string, values: readonly EventValues[]): EventValues {
  const past = values.filter((entry) => entry.validFrom <= day);
  return past.reduce((latest, entry) => (entry.validFrom >= latest.validFrom ? entry : latest), defaultValues);
}
