/** Characters (code points after NFKC). NIST SP 800-63B-4, section 3.1.1.2: 15 when nothing else is asked. */
export const passwordLengths = { alone: 15, withSecondFactor: 8, most: 256 } as const;

export type PasswordFault = 'too_short' | 'too_long' | 'common' | 'too_plain' | 'about_you';

export type Circumstances = {
  /** Whether its person has a second factor. */
  readonly secondFactor: boolean;
  /** What an attacker tries first: names of the organisation and the product, the part of the address before the @. */
  readonly words: readonly string[];
  /** Whether many people use it; `text` is in lower case. */
  readonly isCommon: (text: string) => boolean;
};

/** One spelling for what keyboards and systems write differently (NIST SP 800-63B-4: NFKC before hashing). */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

export function passwordLength(password: string): number {
  return [...normalisePassword(password)].length;
}

/**
 * What speaks against a password, or null. No rules about kinds of characters: length, and not being what attackers
 * try first.
 */
export function findFault(password: string, { secondFactor, words, isCommon }: Circumstances): PasswordFault | null {
  const length = passwordLength(password);
  if (length > passwordLengths.most) return 'too_long';
  if (length < (secondFactor ? passwordLengths.withSecondFactor : passwordLengths.alone)) return 'too_short';
  const text = normalisePassword(password).toLowerCase();
  const unit = repeatedUnit(text);
  if ([text, unit, withoutEnds(text), withoutEnds(unit)].some(isCommon)) return 'common';
  if (new Set(text).size < 5 || isRun(text)) return 'too_plain';
  if (mostlyMadeOf(text, words)) return 'about_you';
  return null;
}

/** "abcabcabc" → "abc"; a text that repeats nothing is its own unit. */
function repeatedUnit(text: string): string {
  const at = (text + text).indexOf(text, 1);
  return text.slice(0, at);
}

/** Digits and signs around a word make it no harder to guess: "2024password!!" → "password". */
function withoutEnds(text: string): string {
  return text.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '');
}

/** Neighbours in the order of numbers and letters, upwards or downwards: "123456789012345", "zyxwvuts". */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const even = steps.filter((step) => step === 1 || step === -1 || step === -9 || step === 9 || step === 0).length;
  return even >= steps.length * 0.85;
}

/** Without the words about its person, less than six letters or digits are left. */
function mostlyMadeOf(text: string, words: readonly string[]): boolean {
  const known = words.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).map((word) => word.toLowerCase());
  const telling = [...new Set(known)].filter((word) => word.length >= 3).toSorted((a, b) => b.length - a.length);
  if (!telling.some((word) => text.includes(word))) return false;
  const rest = telling.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.replace(/[^\p{L}\p{N}]/gu, '').length < 6;
}
