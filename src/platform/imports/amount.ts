/**
 * An amount of money in minor units, by its digits alone and never as a fraction: "12.50", "€ 12,50", "1,234.50". Null for
 * what is none. It may be more than a number holds exactly: the caller says how much is too much.
 * @param digits behind the point, 2 for EUR
 */
export function minorIn(cell: string, digits: number): number | null {
  const figure = cell.replaceAll(/[\p{Sc}\p{L}\s'’]/gu, '');
  const point = Math.max(figure.lastIndexOf('.'), figure.lastIndexOf(','));
  const behind = point === -1 ? null : figure.slice(point + 1);
  // "1,234" parts thousands, unless the currency has as many digits.
  const isWhole = behind === null || (behind.length === 3 && digits < 3);
  const fraction = isWhole ? '' : behind;
  const before = isWhole ? figure : figure.slice(0, point);
  if (!/^(?:\d+|[1-9]\d{0,2}(?:[.,]\d{3})+)$/.test(before) || fraction.length > digits) return null;
  if (!isWhole && !/^\d+$/.test(fraction)) return null;
  return Number(before.replaceAll(/[.,]/g, '') + fraction.padEnd(digits, '0'));
}
