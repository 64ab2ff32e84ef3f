import type { AuditActor } from '../../../platform/audit/index.ts';
import type { OrgId, Tx } from '../../../platform/db/index.ts';
import { recordAct } from '../acts.ts';
import { isChanceSlug } from '../link.ts';
import type { LinkWebParts } from '../parts.ts';
import type { LinkRow } from '../store.ts';
import { namesLike } from './name.ts';
import { giveName, giveSharedName, goBy, takenNames } from './store.ts';

/** A name that is no one's slug of chance may be asked for; one that is can't. Asked before the unit of work, as it is of all organisations. */
export async function isChanceTaken({ db }: Pick<LinkWebParts, 'db'>, name: string): Promise<boolean> {
  return isChanceSlug(name) && (await takenNames(db, nobody, [name])).has(name);
}

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * Lets a link go by a name. On a host of the organisation's own the name has to be free in the organisation; on the host that all share,
 * in the whole installation. Every name that a link ever had goes on leading to it.
 * @returns false when it is taken, and nothing was changed; the caller rolls back
 */
export async function nameLink(
  parts: Pick<LinkWebParts, 'audit' | 'clock'>,
  tx: Tx,
  actor: AuditActor,
  link: LinkRow,
  name: string,
): Promise<boolean> {
  const now = parts.clock.now();
  if (!(await giveName(tx, name, link.id, now))) return false;
  if (link.host === null && !(await giveSharedName(tx, name, link.id))) return false;
  await goBy(tx, link, name, now);
  await recordAct(parts, tx, actor, 'links.link_named', link.id, { name });
  return true;
}

/** Lets a link go by the slug that chance gave it. Its names go on leading to it. */
export async function unnameLink(
  parts: Pick<LinkWebParts, 'audit' | 'clock'>,
  tx: Tx,
  actor: AuditActor,
  link: LinkRow,
): Promise<void> {
  if (link.name === null) return;
  await goBy(tx, link, null, parts.clock.now());
  await recordAct(parts, tx, actor, 'links.link_named', link.id, { name: '' });
}

/** A name like this one that is free; null when there is none of those that are tried. */
export async function freeName({ db, clock }: Pick<LinkWebParts, 'db' | 'clock'>, org: OrgId, name: string) {
  const offers = namesLike(name, clock.now().getUTCFullYear());
  const taken = await takenNames(db, org, offers);
  return offers.find((offer) => !taken.has(offer)) ?? null;
}
