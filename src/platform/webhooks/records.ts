import { type AuditEntry, actedBy } from '../audit/index.ts';
import type { Asker } from '../policy/index.ts';
import type { WebhookAction } from './acts.ts';

/** What somebody did to an end-point, for the audit log. */
export function entryOf<Action extends WebhookAction>(
  actor: Asker,
  action: Action,
  id: string,
  detail: AuditEntry['detail'] = {},
): AuditEntry<Action> {
  return { actor: actedBy(actor), action, target: { type: 'webhook', id }, detail };
}
