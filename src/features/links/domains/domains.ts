import { customAlphabet } from 'nanoid';
import type { AuditActor } from '../../../platform/audit/index.ts';
import { newId } from '../../../platform/clock/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { recordAct } from '../acts.ts';
import type { LinkWebParts } from '../parts.ts';
import { type Domain, failed, isDue, judge, recordName, troubleOf } from './domain.ts';
import * as store from './store.ts';

const newToken = customAlphabet('abcdefghijkmnpqrstuvwxyz23456789', 32);

/** More than an organisation needs, few enough to look at each day. */
export const mostDomains = 50;

/** Writes a domain down, to be proved. `again` when the organisation has it already, `full` when it has as many as it may. */
export async function addDomain(
  parts: LinkWebParts,
  tx: Tx,
  actor: AuditActor,
  host: string,
): Promise<Domain | 'again' | 'full'> {
  if ((await store.listDomains(tx)).length >= mostDomains) return 'full';
  const domain: Domain = {
    ...{ id: newId(parts.clock), host, token: `coact-${newToken()}`, state: 'pending', finding: 'unchecked' },
    ...{ found: [], addedAt: parts.clock.now(), checkedAt: null, missingSince: null, isDefault: false },
  };
  if (!(await store.insertDomain(tx, domain))) return 'again';
  await recordAct(parts, tx, actor, 'links.domain_added', domain.id, { host });
  return domain;
}

/** Whether the host is another organisation's. Asked before the unit of work, as it is of all organisations. */
export async function isElsewhere({ db }: Pick<LinkWebParts, 'db'>, org: OrgId, host: string): Promise<boolean> {
  const owner = (await store.servedHosts(db)).get(host);
  return owner !== undefined && owner !== org;
}

/** Asks a domain's DNS, outside of any unit of work, and does what follows from it. Null when it is gone. */
export async function checkDomain(parts: LinkWebParts, orgId: OrgId, id: string): Promise<Domain | null> {
  const asked = await parts.db.inOrg(orgId, (tx) => store.findDomain(tx, id));
  if (asked === null) return null;
  const answer = await parts.readTxt(recordName(asked.host));
  return parts.db.inOrg(orgId, async (tx) => {
    const before = await store.findDomain(tx, id, true);
    if (before === null) return null;
    const after = await settle(tx, before, judge(before, answer, parts.clock.now()));
    await store.updateDomain(tx, after);
    await recordChange(parts, tx, before, after);
    const trouble = troubleOf(before, after, parts.clock.now());
    if (trouble !== null) await parts.onHostTrouble(tx, trouble);
    return after;
  });
}

/** Takes or gives up the host. Of two organisations that could prove it the first has it. */
async function settle(tx: Tx, before: Domain, after: Domain): Promise<Domain> {
  const [was, is] = [before.state === 'active', after.state === 'active'];
  if (is && !was && !(await store.takeHost(tx, after.host))) return failed({ ...after, finding: 'in_use' });
  if (was && !is) await store.giveHostUp(tx, after.host);
  return after;
}

async function recordChange(parts: LinkWebParts, tx: Tx, before: Domain, after: Domain): Promise<void> {
  if (before.state === after.state) return;
  const { id, host, finding } = after;
  const dns: AuditActor = { kind: 'system', id: 'links' };
  if (after.state === 'active') await recordAct(parts, tx, dns, 'links.domain_proved', id, { host });
  if (before.state === 'active') await recordAct(parts, tx, dns, 'links.domain_failed', id, { host, finding });
}

/** Makes new links for this domain, or no longer. Out: false when it does not answer. */
export async function chooseDomain(
  parts: LinkWebParts,
  tx: Tx,
  actor: AuditActor,
  domain: Domain,
  chosen: boolean,
): Promise<boolean> {
  if (chosen && domain.state !== 'active') return false;
  if (chosen === domain.isDefault) return true;
  await store.setDefault(tx, chosen ? domain.id : null);
  await recordAct(parts, tx, actor, 'links.domain_chosen', domain.id, { host: domain.host, chosen });
  return true;
}

/** Removes a domain; its links answer on the shared host from then on. */
export async function removeDomain(parts: LinkWebParts, tx: Tx, actor: AuditActor, domain: Domain): Promise<void> {
  if (domain.state === 'active') await store.giveHostUp(tx, domain.host);
  await store.deleteDomain(tx, domain.id);
  await recordAct(parts, tx, actor, 'links.domain_removed', domain.id, { host: domain.host });
}

/** Looks at the DNS of all domains for which it is time. Out: how many. */
export async function checkDueDomains(parts: LinkWebParts, organisations: readonly OrgId[]): Promise<number> {
  let checked = 0;
  for (const orgId of organisations) {
    const domains = await parts.db.inOrg(orgId, (tx) => store.listDomains(tx));
    for (const domain of domains) {
      if (!isDue(domain, parts.clock.now())) continue;
      await checkDomain(parts, orgId, domain.id);
      checked += 1;
    }
  }
  return checked;
}
