import { type AuditActor, type AuditTrail, defineActs } from '../../platform/audit/index.ts';
import type { Tx } from '../../platform/db/index.ts';

/** Everything that this slice records: what publishers do with links, and managers with hosts. Who follows a link is nobody's. */
export const acts = defineActs({
  'links.link_named': {
    sentence: '{actor} gave a short link another address',
    target: 'link',
    fields: { name: 'what stands in its address from then on; empty for its first one' },
  },
  'links.end_set': {
    sentence: '{actor} set until when a short link works',
    target: 'link',
    fields: { ends: 'whether it has an end from then on', elsewhere: 'whether it leads elsewhere afterwards' },
  },
  'links.domain_added': {
    sentence: '{actor} added a host for short links',
    target: 'link_domain',
    fields: { host: 'the host' },
  },
  'links.domain_proved': {
    sentence: 'The DNS of a host for short links showed that it is theirs',
    target: 'link_domain',
    fields: { host: 'the host' },
  },
  'links.domain_failed': {
    sentence: 'The DNS of a host for short links did not show any more that it is theirs',
    target: 'link_domain',
    fields: { host: 'the host', finding: 'what was found' },
  },
  'links.domain_chosen': {
    sentence: '{actor} chose the host that new short links are made for',
    target: 'link_domain',
    fields: { host: 'the host', chosen: 'false where it is no longer the one' },
  },
  'links.domain_removed': {
    sentence: '{actor} removed a host for short links',
    target: 'link_domain',
    fields: { host: 'the host' },
  },
});

export type LinkAction = keyof typeof acts;

/** Records what was done to a link or a host. */
export function recordAct(
  { audit }: { readonly audit: AuditTrail<LinkAction> },
  tx: Tx,
  actor: AuditActor,
  action: LinkAction,
  id: string,
  detail: Readonly<Record<string, string | boolean>>,
): Promise<void> {
  return audit.append(tx, { actor, action, target: { type: acts[action].target, id }, detail });
}
