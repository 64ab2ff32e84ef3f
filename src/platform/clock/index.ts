/** Time and identifiers: the only source of "now", so that tests can stand still or move on. */
export { type Clock, fixedClock, type MovableClock, systemClock } from './clock.ts';
export { newId, randomId } from './ids.ts';
