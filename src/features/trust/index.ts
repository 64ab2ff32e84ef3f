/**
 * Trust: what an organisation can see and prove of how it is protected. So far the audit log: who did what when, for
 * owners, admins and auditors, to read, to verify and to take along.
 */
import type { PolicySet } from '../../platform/policy/index.ts';

export type { TrustParts } from './parts.ts';
export { trustRoutes } from './routes.ts';

export const policies: PolicySet = { slice: 'trust', file: new URL('./policy.cedar', import.meta.url) };
