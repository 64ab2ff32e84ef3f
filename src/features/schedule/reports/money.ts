/** How many digits stand behind the point of an amount: 2 for EUR, 0 for JPY. */
export function digitsOf(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** Minor units as an amount: 1234 of EUR is 12.34. */
export function majorOf(minor: number, currency: string): number {
  const digits = digitsOf(currency);
  return Number((minor / 10 ** digits).toFixed(digits));
}

/** Minutes as hours with two digits: 455 is 7.58. */
export function hoursIn(minutes: number): number {
  return Number((minutes / 60).toFixed(2));
}
