/** Time and identifiers: the only source of "now", so that tests can stand still or move on. */
export { atMostEvery } from './at-most-every.ts';
export { type Clock, fixedClock, type MovableClock, systemClock } from './clock.ts';
export { newId, randomId } from './ids.ts';
export { machineName, startOfProcess } from './process.ts';
