import type { PolicySet } from '../../platform/policy/index.ts';

/** Who may do what with short links and their hosts. */
export const policies: PolicySet = { slice: 'links', file: new URL('./policy.cedar', import.meta.url) };
