/**
 * Card numbers have no place in Coact: they are typed on Stripe's own pages only. Whoever types one elsewhere by mistake is
 * told so, before it is stored.
 */

/** What takes a number for one: its length and first digits by issuer (ISO/IEC 7812; Visa, Mastercard, American Express, Diners, JCB, then Maestro, Discover and UnionPay). */
const issued =
  /^(?:4(?:\d{12}|\d{15}|\d{18})|(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}|3[47]\d{13}|3[0689]\d{12,17}|35\d{14,17}|(?:5[06-9]|6\d)\d{11,17})$/;

/** Digits in a row, with at most a blank or a dash between them. */
const runs = /\d(?:[ -]?\d){12,}/g;
/** Most texts have no thirteen digits near each other, and are done with here. */
const mayHoldOne = /\p{Nd}(?:[ \u00a0\u2010-\u2013-]?\p{Nd}){12}/u;
/** Within a word: the address of a page, of a mailbox, of a thing at a network. What stands in one is no card's. */
const address = /:\/\/|\.\p{L}{2,}\/|@\p{L}|^\W*urn:/iu;

/** Told to whoever typed one; says nothing of the number. */
export const cardNumberRefused =
  'This looks like the number of a payment card, which Coact takes nowhere. Remove it; cards are entered on Stripe’s own pages only.';

/**
 * Whether somebody has typed a card number: 13 to 19 digits of an issuer, right by their check digit, alone or in the groups
 * in which cards show them. Phone numbers with their plus, account numbers (IBAN), longer numbers, ids that touch letters,
 * and what stands in an address are none.
 */
export function holdsCardNumber(text: string): boolean {
  if (!mayHoldOne.test(text)) return false;
  const plain = text
    .normalize('NFKC')
    .replace(/[\u2010-\u2013]/g, '-')
    .replace(/\S+/g, (word) => (address.test(word) ? ' ' : word));
  for (const { 0: run, index } of plain.matchAll(runs)) {
    const before = plain.slice(Math.max(0, index - 2), index);
    const isAccount = /\p{Lu}{2}$/u.test(before) && /^\d\d(?: |\d)/.test(run);
    if (before.endsWith('+') || isAccount) continue;
    const groups = run.split(/[ -]/);
    const from = /[\p{L}\d_]$/u.test(before) ? 1 : 0;
    const to = /^[\p{L}_]/u.test(plain.slice(index + run.length)) ? groups.length - 1 : groups.length;
    if (anyCard(groups.slice(from, to))) return true;
  }
  return false;
}

/** Any of the strings in a value that was parsed from JSON. */
export function holdsCardNumberAnywhere(value: unknown): boolean {
  if (typeof value === 'string') return holdsCardNumber(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsCardNumberAnywhere);
}

/** A card is followed by its end or its code, so that every stretch of groups may be one. */
function anyCard(groups: readonly string[]): boolean {
  return groups.some(
    ({ length }, first) =>
      length >= 4 && groups.slice(first, first + 5).some((_, last) => isCard(groups.slice(first, first + last + 1))),
  );
}

function isCard(groups: readonly string[]): boolean {
  if (!isGrouped(groups.map(({ length }) => length))) return false;
  const digits = groups.join('');
  return issued.test(digits) && isChecked(digits);
}

/** Undivided, or as it is printed: by fours, or 4-6-5 and 4-6-4. Lists of years or sizes are grouped otherwise. */
function isGrouped(lengths: readonly number[]): boolean {
  if (lengths.length === 1) return true;
  const last = lengths.at(-1) ?? 0;
  if (lengths.length === 3 && lengths[0] === 4 && lengths[1] === 6) return last === 4 || last === 5;
  return lengths.slice(0, -1).every((length) => length === 4) && last <= 4;
}

/** The check digit of ISO/IEC 7812-1, annex B (Luhn). */
function isChecked(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}
