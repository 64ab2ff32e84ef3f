import type { Figure } from './contract.ts';

/** The first English variant the browser asks for; the interface's words are English, so its dates and numbers are too. */
export function localeOf(languages: readonly string[]): string {
  return languages.find((language) => /^en\b/i.test(language)) ?? 'en-GB';
}

export const locale = localeOf(globalThis.navigator?.languages ?? []);

/** 12345 → "12,345". */
export function formatCount(count: number): string {
  return new Intl.NumberFormat(locale).format(count);
}

/** 128400 → "128K"; for axes and places without room. */
export function formatShort(count: number): string {
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(count);
}

/** How many minor units make one unit of a currency: 100 for USD, 1 for JPY. */
export function minorUnits(currency: string): number {
  const digits = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return 10 ** (digits ?? 2);
}

const currencyNames = new Intl.DisplayNames(locale, { type: 'currency' });

/** Every currency there is, for fields in which one is chosen. */
export const currencyChoices = Intl.supportedValuesOf('currency').map((code) => ({
  value: code,
  label: `${code}, ${currencyNames.of(code) ?? code}`,
}));

/** Minor units → "$1,234.50"; whole amounts from 1,000 on leave the cents out. */
export function formatMoney(minor: number, currency: string): string {
  const amount = minor / minorUnits(currency);
  const whole = Math.abs(amount) >= 1000;
  const digits = whole ? { maximumFractionDigits: 0 } : {};
  return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(amount);
}

/** A figure as text, with "fewer than 5" where it is suppressed. */
export function figureText(figure: Figure, format: (value: number) => string = formatCount): string {
  return 'value' in figure ? format(figure.value) : `fewer than ${formatCount(figure.fewerThan)}`;
}

/** "1 share", "2 shares"; `many` is given where adding s is wrong. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${new Intl.PluralRules('en').select(count) === 'one' ? one : many}`;
}

export interface Change {
  readonly direction: 'up' | 'down' | 'same';
  readonly text: string;
}

/** A relative change (0.12 = 12 % more) as direction and text; null when there is nothing to compare with. */
export function changeOf(ratio: number | null): Change | null {
  if (ratio === null || !Number.isFinite(ratio)) return null;
  const text = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(Math.abs(ratio));
  if (Math.abs(ratio) < 0.005) return { direction: 'same', text: 'no change' };
  return { direction: ratio > 0 ? 'up' : 'down', text };
}
