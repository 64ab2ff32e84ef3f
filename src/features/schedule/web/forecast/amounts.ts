import { formatCount } from '../../../../web/figures.ts';

/** How many units are expected; null where nobody has said anything, which is not the same as none. */
export type Amount = number | null;

const mostAmount = 100_000;

/**
 * Reads what was typed or pasted; a sentence where it is no amount. At most two decimals are kept, so a single mark with
 * three digits behind it can only part thousands, whichever mark it is.
 */
export function readAmount(text: string): Amount | string {
  const plain = text.replaceAll(/[\s\u00a0\u202f'’]/g, '');
  if (plain === '') return null;
  const amount = Number(withPoint(plain));
  const shown = text.trim().length > 20 ? `${text.trim().slice(0, 19)}…` : text.trim();
  if (!/^[\d.,]+$/.test(plain) || Number.isNaN(amount)) return `“${shown}” is no number.`;
  if (amount > mostAmount) return `“${shown}” is too much: at most ${formatCount(mostAmount)}.`;
  return Math.round(amount * 100) / 100;
}

function withPoint(plain: string): string {
  const mark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (mark < 0) return plain;
  const [before, after] = [plain.slice(0, mark), plain.slice(mark + 1)];
  const whole = before.replaceAll(/[.,]/g, '');
  const kinds = new Set([...plain].filter((character) => character === '.' || character === ','));
  const partsThousands = kinds.size === 1 && after.length === 3 && /^\d{1,3}([.,]\d{3})*$/.test(before);
  if (partsThousands && before !== '0') return whole + after;
  // More marks of the kind that parts decimals: nothing that anybody writes.
  if (before.includes(plain.charAt(mark))) return 'none';
  return `${whole}.${after}`;
}

/** An amount to be read. */
export function amountText(amount: Amount): string {
  return amount === null ? '' : formatCount(amount);
}

/** An amount as it is edited and copied: without marks between thousands. */
export function plainAmount(amount: Amount): string {
  return amount === null ? '' : String(amount);
}
