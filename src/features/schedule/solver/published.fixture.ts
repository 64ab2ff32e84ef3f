/** One line of a roster of the published benchmark. */
export interface PublishedShift {
  readonly employee: string;
  readonly day: number;
  readonly shift: string;
}

/**
 * Checks a roster against the text of a published shift scheduling instance, line by line, without any of the solver's or the reader's code.
 * @returns broken hard rules, and the objective: unmet requests, under and over cover
 */
export function checkPublished(text: string, roster: readonly PublishedShift[]) {
  const faults: string[] = [];
  const lines = (section: string) => {
    const after = text.split(`SECTION_${section}`)[1]?.split('SECTION_')[0] ?? '';
    return after
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(','));
  };
  const horizon = Number(lines('HORIZON')[0]?.[0]);
  const shifts = new Map(
    lines('SHIFTS').map(([id = '', minutes, after = '']) => [id, { minutes: Number(minutes), after }]),
  );
  const plans = new Map<string, (string | null)[]>();
  for (const [id = ''] of lines('STAFF')) plans.set(id, new Array<string | null>(horizon).fill(null));
  for (const { employee, day, shift } of roster) {
    const plan = plans.get(employee);
    if (plan === undefined || !shifts.has(shift) || !(day >= 0 && day < horizon))
      faults.push(`${employee} ${day} ${shift}?`);
    else if (plan[day] !== null) faults.push(`${employee} works twice on day ${day}`);
    else plan[day] = shift;
  }
  const worked = (id = '', day = '') => plans.get(id)?.[Number(day)] ?? null;
  for (const [id, ...days] of lines('DAYS_OFF'))
    for (const day of days) if (worked(id, day) !== null) faults.push(`${id} works on day ${day}, a day off`);
  for (const staff of lines('STAFF')) faults.push(...checkEmployee(staff, plans.get(staff[0] ?? '') ?? [], shifts));
  let objective = 0;
  for (const [id, day, shift, weight] of lines('SHIFT_ON_REQUESTS'))
    if (worked(id, day) !== shift) objective += Number(weight);
  for (const [id, day, shift, weight] of lines('SHIFT_OFF_REQUESTS'))
    if (worked(id, day) === shift) objective += Number(weight);
  for (const [day, shift, required, under, over] of lines('COVER')) {
    const there = [...plans.values()].filter((plan) => plan[Number(day)] === shift).length;
    if (there < Number(required)) objective += (Number(required) - there) * Number(under);
    else objective += (there - Number(required)) * Number(over);
  }
  return { faults, objective };
}

function checkEmployee(
  [id, most = '', maxMinutes, minMinutes, maxOn, minOn, minOff, maxWeekends]: readonly string[],
  plan: readonly (string | null)[],
  shifts: ReadonlyMap<string, { readonly minutes: number; readonly after: string }>,
): string[] {
  const faults: string[] = [];
  const minutes = plan.reduce((sum, shift) => sum + (shift === null ? 0 : (shifts.get(shift)?.minutes ?? 0)), 0);
  if (minutes > Number(maxMinutes) || minutes < Number(minMinutes)) faults.push(`${id} works ${minutes} minutes`);
  for (const part of most.split('|')) {
    const [shift, limit] = part.split('=');
    const count = plan.filter((one) => one === shift).length;
    if (count > Number(limit)) faults.push(`${id} works ${shift} ${count} times`);
  }
  for (let day = 0; day + 1 < plan.length; day += 1) {
    const [today, tomorrow] = [plan[day], plan[day + 1]];
    if (today != null && tomorrow != null && shifts.get(today)?.after.split('|').includes(tomorrow))
      faults.push(`${id}: ${tomorrow} after ${today} on day ${day + 1}`);
  }
  // As one string of letters, runs can be cut at its changes.
  const pattern = plan.map((shift) => (shift === null ? '.' : 'x')).join('');
  for (const run of pattern.match(/x+/g) ?? [])
    if (run.length > Number(maxOn)) faults.push(`${id} works ${run.length} days`);
  const inside = pattern.replace(/^(x+|\.+)/, '').replace(/(x+|\.+)$/, '');
  for (const run of inside.match(/x+/g) ?? [])
    if (run.length < Number(minOn)) faults.push(`${id} works only ${run.length}`);
  for (const run of inside.match(/\.+/g) ?? [])
    if (run.length < Number(minOff)) faults.push(`${id} is off only ${run.length}`);
  const weekends = pattern.match(/.{7}/g)?.filter((week) => week.slice(5).includes('x')).length ?? 0;
  if (weekends > Number(maxWeekends)) faults.push(`${id} works ${weekends} weekends`);
  return faults;
}
