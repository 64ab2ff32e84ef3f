import { dayOf, dayOfDate, wallOf } from './local.ts';
import { nextOccurrence } from './occurrences.ts';
import { fallsOn, nextDay } from './rule-days.ts';
import { type Exception, longest, type Problem, type Repeat, type Rule, type Series, shortest } from './series.ts';
import { zoneClock } from './zone.ts';

const mostOccurrences = 5000;
const longestInterval = 100;
const mostExceptions = 1000;
const notATime = 'This is not a date and time between 2000 and 2199.';

/**
 * All that is wrong with a series, in sentences for the person who made it; empty if nothing is. Every other function of
 * the calendar may be given a series only when this found nothing.
 */
export function problemsOf<Payload>(series: Series<Payload>): readonly Problem[] {
  const problems: Problem[] = [];
  if (zoneClock(series.zone) === null)
    problems.push({ field: 'zone', sentence: `There is no time zone "${series.zone}".` });
  const start = wallOf(series.start);
  if (start === null) problems.push({ field: 'start', sentence: notATime });
  problems.push(...lengthProblems('minutes', series.minutes));
  if (series.rule !== null) problems.push(...ruleProblems(series.rule, start));
  if (problems.length > 0 || start === null) return problems;
  if (series.rule !== null && nextDay(series.rule, dayOf(start), dayOf(start)) === null)
    return [{ field: 'rule', sentence: without(series.rule) }];
  const wrong = exceptionProblems(series, start);
  if (wrong.length > 0) return wrong;
  if (nextOccurrence(series) === null)
    return [{ field: 'exceptions', sentence: 'Every occurrence was taken out: nothing is left of this series.' }];
  return [];
}

/**
 * The length between two local times of a form, in minutes of the clock on the wall.
 * @param start, end local times such as `2026-03-29T09:00`
 */
export function lengthBetween(
  start: string,
  end: string,
): { readonly minutes: number } | { readonly problem: Problem } {
  const [from, until] = [wallOf(start), wallOf(end)];
  if (from === null) return { problem: { field: 'start', sentence: notATime } };
  if (until === null) return { problem: { field: 'end', sentence: notATime } };
  if (until < from) return { problem: { field: 'end', sentence: 'It ends before it begins.' } };
  const [problem] = lengthProblems('end', until - from);
  return problem === undefined ? { minutes: until - from } : { problem };
}

/** What is wrong with a length in minutes. */
export function lengthProblems(field: string, minutes: number): readonly Problem[] {
  if (!Number.isInteger(minutes)) return [{ field, sentence: 'The length is not in whole minutes.' }];
  if (minutes < 0) return [{ field, sentence: 'It ends before it begins.' }];
  if (minutes < shortest) return [{ field, sentence: `It is too short: ${shortest} minutes are the least.` }];
  if (minutes > longest) return [{ field, sentence: `It is too long: ${longest / 60} hours are the most.` }];
  return [];
}

/** What is wrong with a rule by itself; with a first day (wall), also an end before it. */
export function ruleProblems({ repeat, ends }: Rule, start: number | null): readonly Problem[] {
  const problems: Problem[] = [];
  const wrong = (sentence: string) => problems.push({ field: 'rule', sentence });
  if (!isWhole(repeat.interval, 1, longestInterval))
    wrong(`It can repeat every 1 to ${longestInterval} ${repeat.every}s.`);
  const days = dayProblem(repeat);
  if (days !== null) wrong(days);
  if (ends.kind === 'after' && !isWhole(ends.count, 1, mostOccurrences))
    wrong(`It can end after 1 to ${mostOccurrences} occurrences.`);
  if (ends.kind === 'on') {
    const last = dayOfDate(ends.date);
    if (last === null) wrong('The day on which it ends is not a date between 2000 and 2199.');
    else if (start !== null && last < dayOf(start)) wrong('It ends before its first occurrence.');
  }
  return problems;
}

function dayProblem(repeat: Repeat): string | null {
  if (repeat.every === 'week') {
    if (repeat.days.length === 0) return 'Choose at least one day of the week.';
    return new Set(repeat.days).size === repeat.days.length ? null : 'A day of the week is named twice.';
  }
  if (repeat.every === 'day') return null;
  if ('day' in repeat.on)
    return isWhole(Math.abs(repeat.on.day), 1, 31) ? null : 'A month has days from the 1st to the 31st.';
  return repeat.on.nth === -1 || isWhole(repeat.on.nth, 1, 5)
    ? null
    : 'A weekday comes at most five times a month: choose the first to the fifth, or the last.';
}

/** A sentence for a rule that never comes true. */
function without({ ends }: Rule): string {
  return ends.kind === 'on'
    ? 'No occurrence falls before the day on which it ends.'
    : 'No day fits this rule: there would be no occurrence.';
}

function exceptionProblems<Payload>(series: Series<Payload>, start: number): readonly Problem[] {
  const { exceptions, rule } = series;
  const field = 'exceptions';
  if (exceptions.length > mostExceptions)
    return [{ field, sentence: `More than ${mostExceptions} exceptions: better make a series of their own of them.` }];
  const seen = new Set<string>();
  for (const exception of exceptions) {
    const on = wallOf(exception.on);
    if (on === null || !startsWell(exception)) return [{ field, sentence: notATime }];
    if (seen.has(exception.on)) return [{ field, sentence: `There are two exceptions for ${spaced(exception.on)}.` }];
    seen.add(exception.on);
    if (exception.kind !== 'removed') {
      const [wrong] = exception.minutes === undefined ? [] : lengthProblems(field, exception.minutes);
      if (wrong !== undefined) return [wrong];
    }
    const isRegular = (on - start) % 1440 === 0 && fallsOn(rule, dayOf(start), dayOf(on));
    if (exception.kind !== 'added' && !isRegular)
      return [{ field, sentence: `There is no occurrence on ${spaced(exception.on)} to except.` }];
    if (exception.kind === 'added' && isRegular)
      return [{ field, sentence: `There is an occurrence on ${spaced(exception.on)} already.` }];
  }
  return [];
}

function startsWell<Payload>(exception: Exception<Payload>): boolean {
  return exception.kind !== 'changed' || exception.start === undefined || wallOf(exception.start) !== null;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function spaced(local: string): string {
  return local.replace('T', ' ');
}
