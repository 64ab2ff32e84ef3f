import type { Alarms } from './contract.ts';

/** Who is told of what is late, in a line. */
export function alarmWords({ ownerAfter, managerAfter, stepAfter }: Alarms): string {
  const told = [
    ...(ownerAfter === null ? [] : [`its owner ${afterWords(ownerAfter)}`]),
    ...(managerAfter === null ? [] : [`the manager ${afterWords(managerAfter)}`]),
  ];
  const steps = stepAfter === null ? '' : ', steps too';
  return told.length === 0 ? `If late: only whoever has it is told${steps}` : `If late: ${told.join(', ')}${steps}`;
}

/** "at once", "after 30 min", "after 2 h". */
export function afterWords(minutes: number): string {
  if (minutes === 0) return 'at once';
  return minutes % 60 === 0 ? `after ${minutes / 60} h` : `after ${minutes} min`;
}
