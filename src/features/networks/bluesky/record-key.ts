const alphabet = '234567abcdefghijklmnopqrstuvwxyz';

/**
 * A timestamp identifier (TID), atproto.com/specs/tid: 53 bits of microseconds and a 10-bit clock id, 13 characters
 * that sort by time.
 * @param random 0 ≤ random < 1; fills the clock id and the microseconds that the clock does not tell.
 */
export function recordKeyAt(now: Date, random: number): string {
  const chance = BigInt(Math.floor(random * 1_024_000));
  const micros = BigInt(now.getTime()) * 1000n + chance / 1024n;
  let rest = (micros << 10n) | (chance % 1024n);
  let key = '';
  for (let place = 0; place < 13; place += 1) {
    key = alphabet.charAt(Number(rest & 31n)) + key;
    rest >>= 5n;
  }
  return key;
}
