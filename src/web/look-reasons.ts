/** Why somebody looks at what somebody else earns: as it is chosen, and as the person reads it. */
export const lookReasons: Readonly<Record<string, string>> = {
  payroll_run: 'Payroll run',
  asked_by_them: 'They asked about it',
  raise: 'Raise or promotion',
  checking: 'Checking an entry',
  budget: 'Budget or planning',
  enquiry: 'Legal or tax enquiry',
};
