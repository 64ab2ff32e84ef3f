import type { Pace } from './contract.ts';

/** What keeps a setting from being kept, by its field; said before the server is asked. */
export function paceProblems({ quietHours, quietDays, perDay, perWeek }: Pace): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (quietHours !== null && (quietHours.from === '' || quietHours.until === '')) {
    problems.quietHours = 'Choose both times.';
  } else if (quietHours !== null && quietHours.from === quietHours.until) {
    problems.quietHours = 'They begin and end at the same time. Choose two different times, or switch them off.';
  }
  if (quietDays.length === 7) {
    problems.quietDays = 'With all seven days quiet nothing could ever be sent. Leave at least one day.';
  }
  for (const [name, cap] of Object.entries({ perDay, perWeek })) {
    if (cap !== null && (cap < 1 || !Number.isInteger(cap)))
      problems[name] = 'A cap is at least 1. Leave it empty for none.';
  }
  return problems;
}
