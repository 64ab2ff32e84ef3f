import type { NetworkShape } from './network.ts';

/** A day's states: runs on by length and kind of what was done, then runs off by length. */
export interface DayStates {
  readonly count: number;
  on(length: number, kind: number): number;
  off(length: number): number;
}

export function statesOf(network: NetworkShape, day: number): DayStates {
  const kinds = network.days[day]?.kinds ?? 1;
  return {
    count: network.longestOn * kinds + network.longestOff,
    on: (length, kind) => (length - 1) * kinds + kind,
    off: (length) => network.longestOn * kinds + length - 1,
  };
}

/** From the state of one day to what the next may be. `from` −1 is before the horizon. */
export interface Step {
  readonly from: number;
  /** The state when the next day is off, −1 when that is forbidden, and its cost. */
  readonly off: number;
  readonly offCost: number;
  /** Length of the run when the next day is on, −1 when that is forbidden, and its cost. */
  readonly run: number;
  readonly onCost: number;
  readonly kind: number;
  readonly wasOn: boolean;
}

/** All steps into a day from the states of the day before. */
export function stepsInto(network: NetworkShape, day: number): readonly Step[] {
  if (day === 0) return [firstStep(network)];
  const before = statesOf(network, day - 1);
  const kinds = network.days[day - 1]?.kinds ?? 1;
  const steps: Step[] = [];
  for (let length = 1; length <= network.longestOn; length += 1) {
    for (let kind = 0; kind < kinds; kind += 1)
      steps.push(stepFromOn(network, day, length, kind, before.on(length, kind)));
  }
  for (let length = 1; length <= network.longestOff; length += 1)
    steps.push(stepFromOff(network, day, length, before.off(length)));
  return steps;
}

function firstStep(network: NetworkShape): Step {
  const { before } = network;
  const next = statesOf(network, 0);
  if (before === 0)
    return { from: -1, off: next.off(network.longestOff), offCost: 0, run: 1, onCost: 0, kind: 0, wasOn: false };
  const longer = lengthen(network, Math.min(before, network.longestOn), before);
  return { from: -1, off: next.off(1), offCost: 0, ...longer, kind: 0, wasOn: true };
}

/** A run on that ends inside the horizon must have its minimum, unless it began with the horizon. */
function stepFromOn(network: NetworkShape, day: number, length: number, kind: number, from: number): Step {
  const { minDaysOn } = network.person.runs;
  const touchesStart = day - length <= 0;
  const short = minDaysOn === undefined || touchesStart ? 0 : Math.max(0, minDaysOn.limit - length);
  const forbidden = short > 0 && minDaysOn?.cost === null;
  return {
    from,
    off: forbidden ? -1 : statesOf(network, day).off(1),
    offCost: short * (minDaysOn?.cost ?? 0),
    ...lengthen(network, length, length),
    kind,
    wasOn: true,
  };
}

function lengthen(
  network: NetworkShape,
  length: number,
  counted: number,
): { readonly run: number; readonly onCost: number } {
  const { maxDaysOn } = network.person.runs;
  const over = maxDaysOn !== undefined && counted + 1 > maxDaysOn.limit;
  if (over && maxDaysOn.cost === null) return { run: -1, onCost: 0 };
  return { run: Math.min(length + 1, network.longestOn), onCost: over ? (maxDaysOn.cost ?? 0) : 0 };
}

function stepFromOff(network: NetworkShape, day: number, length: number, from: number): Step {
  const { minDaysOff } = network.person.runs;
  const touchesStart = day - length <= 0;
  const short = minDaysOff === undefined || touchesStart ? 0 : Math.max(0, minDaysOff.limit - length);
  const forbidden = short > 0 && minDaysOff?.cost === null;
  return {
    from,
    off: statesOf(network, day).off(Math.min(length + 1, network.longestOff)),
    offCost: 0,
    run: forbidden ? -1 : 1,
    onCost: short * (minDaysOff?.cost ?? 0),
    kind: 0,
    wasOn: false,
  };
}
