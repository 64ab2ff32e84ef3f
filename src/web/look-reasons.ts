/** Why somebody looks at what somebody else earns: as it is chosen, and as the person reads it. */
const words = {
  payroll_run: 'Payroll run',
  asked_by_them: 'They asked about it',
  raise: 'Raise or promotion',
  checking: 'Checking an entry',
  budget: 'Budget or planning',
  enquiry: 'Legal or tax enquiry',
} as const;

export type LookReason = keyof typeof words;

export const lookReasons: Readonly<Record<string, string>> = words;

/** The reason of a field's value; null where nothing is chosen. */
export function lookReasonOf(value: string): LookReason | null {
  return isReason(value) ? value : null;
}

const isReason = (value: string): value is LookReason => Object.hasOwn(words, value);
