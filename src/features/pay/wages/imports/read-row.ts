import type { z } from '@hono/zod-openapi';
import { folded, minorIn } from '../../../../platform/imports/index.ts';
import { dateIn, digitsOf, type WorkRole } from '../../../schedule/index.ts';
import { currency as currencyShape, enteredShape } from '../shapes.ts';
import type { Pay } from '../wage.ts';
import type { Told } from './columns.ts';

/** What a row wants entered, for whomever it names. */
export interface Wanted {
  readonly roleId: string | null;
  readonly from: string;
  readonly pay: Pay;
  readonly why: string;
}

/** What a cell says, or a sentence where it says nothing that can be. No sentence repeats what stands in a cell: it may be somebody's pay, in the wrong column. */
type Read<Value> = { readonly value: Value } | { readonly why: string };

/** Reads what a row says of a wage, and holds it to all that an entry is held to that is typed. */
export function wantedIn(told: Told, roles: readonly WorkRole[]): Read<Wanted> {
  const role = roleIn(told.role, roles);
  if ('why' in role) return role;
  const kind = kindIn(told.kind);
  if ('why' in kind) return kind;
  const currency = currencyIn(told.currency);
  if ('why' in currency) return currency;
  const minor = amountIn(told.amount, currency.value, kind.value);
  if ('why' in minor) return minor;
  const weekly = kind.value === 'hourly' ? { value: null } : minutesIn(told.hours);
  if ('why' in weekly) return weekly;
  const from = dateIn(told.from);
  if ('why' in from)
    return {
      why: told.from === '' ? 'No first day is given.' : 'The first day is none, or could be two. Write 2026-03-29.',
    };
  const amount = { minor: minor.value, currency: currency.value };
  const pay = { kind: kind.value, ...amount, ...(weekly.value === null ? {} : { weeklyMinutes: weekly.value }) };
  return held({ says: 'pay', pay, from: from.value, roleId: role.value, why: told.why });
}

/** An entry is what it is, wherever it was written. */
function held(entry: unknown): Read<Wanted> {
  const parsed = enteredShape.safeParse(entry);
  if (!parsed.success) return { why: sentenceOf(parsed.error) };
  if (parsed.data.says !== 'pay') throw new Error('a row tells no end of a wage');
  const { roleId, from, pay, why } = parsed.data;
  return { value: { roleId, from, pay, why } };
}

const sentenceOf = ({ issues }: z.core.$ZodError) => issues[0]?.message ?? 'This can’t be entered.';

/** By name, or by id where several are called so; empty is for all work. */
function roleIn(cell: string, roles: readonly WorkRole[]): Read<string | null> {
  if (cell === '') return { value: null };
  const named = roles.filter(({ id, name }) => id === cell.toLowerCase() || folded(name) === folded(cell));
  const open = named.filter(({ archived }) => !archived);
  const [role, ...others] = open.length === 0 ? named : open;
  if (role === undefined)
    return { why: 'There is no such role. Write its name as in the schedule, or nothing for all work.' };
  return others.length === 0
    ? { value: role.id }
    : { why: 'Several roles are called that. Write the id of the one that is meant.' };
}

/** How people say it, in folded spelling. */
const kindWords: Readonly<Record<Pay['kind'], readonly string[]>> = {
  hourly: ['hourly', 'hour', 'an hour', 'per hour', 'h', 'stunde', 'stundenlohn', 'heure', 'hora', 'por hora'],
  monthly: ['monthly', 'month', 'a month', 'per month', 'monat', 'monatlich', 'mois', 'mensuel', 'mes', 'mensual'],
  yearly: ['yearly', 'year', 'a year', 'per year', 'annual', 'annually', 'jahr', 'jahrlich', 'an', 'annuel', 'anual'],
};

function kindIn(cell: string): Read<Pay['kind']> {
  const word = folded(cell);
  const kinds = ['hourly', 'monthly', 'yearly'] as const;
  const kind = kinds.find((one) => kindWords[one].includes(word));
  if (kind !== undefined) return { value: kind };
  if (word === 'salary' || word === 'gehalt')
    return { why: 'A salary is for a month or for a year. Write monthly or yearly.' };
  return { why: 'It is not said what the amount is for. Write hourly, monthly or yearly.' };
}

function currencyIn(cell: string): Read<string> {
  const parsed = currencyShape.safeParse(cell.toUpperCase());
  return parsed.success ? { value: parsed.data } : { why: sentenceOf(parsed.error) };
}

/** The currency is said in its own column: another one beside the amount, or "15k", is a slip. */
function amountIn(cell: string, currency: string, kind: Pay['kind']): Read<number> {
  if (cell === '') return { why: 'No amount is given.' };
  const digits = digitsOf(currency);
  const example = digits === 0 ? '1550' : `15.${'5'.padEnd(digits, '0')}`;
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  const sign = parts.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  const figure = cell.toUpperCase().replace(currency, '').replace(sign.toUpperCase(), '');
  const minor = /[\p{L}\p{Sc}]/u.test(figure) ? null : minorIn(figure, digits);
  if (minor === null) return { why: `This is no amount of the currency that the row names. Write it as ${example}.` };
  // For an hour 1.500 is as often one and a half as it is fifteen hundred.
  const isTwofold = kind === 'hourly' && digits > 0 && digits < 3 && /^\s*\d{1,3}[.,]\d{3}\s*$/.test(figure);
  return isTwofold
    ? { why: `This can be two amounts. Write it without a mark between thousands, as ${example}.` }
    : { value: Math.min(minor, Number.MAX_SAFE_INTEGER) };
}

/** Hours with two digits at most; to the minute. */
function minutesIn(cell: string): Read<number> {
  if (cell === '') return { why: 'A salary is for so many hours a week. Write how many, as 38.5.' };
  const hundredths = minorIn(cell, 2);
  return hundredths === null
    ? { why: 'The hours a week are no number. Write them as 38.5.' }
    : { value: Math.round((Math.min(hundredths, 1_000_000) * 60) / 100) };
}
