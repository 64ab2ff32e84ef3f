import type { PolicySet } from '../../platform/policy/index.ts';

/** Who may do what with share requests. */
export const policies: PolicySet = { slice: 'share', file: new URL('./policy.cedar', import.meta.url) };
