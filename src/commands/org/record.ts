import { openAuditOn } from '../../open-audit.ts';
import type { AuditDetail } from '../../platform/audit/index.ts';
import type { Config } from '../../platform/config/index.ts';
import type { Database } from '../../platform/db/index.ts';
import { installation, KeysDestroyed, keyOwners } from '../../platform/vault/index.ts';
import { sentenceOf } from '../problems.ts';
import type { OperatorAction } from './acts.ts';
import { operatorActor } from './find.ts';

/** In how many audit logs an act was recorded; why not in all, where it could not be. */
export interface Recorded {
  readonly organisations: number;
  readonly problem: string | null;
}

/**
 * Records what the operator did to the whole installation in the log of every organisation, whose data it was done to.
 * It has been done by now, so whatever keeps it from being recorded is told and stops nothing.
 */
export async function recordEverywhere(
  config: Config,
  db: Database,
  action: OperatorAction,
  detail: AuditDetail,
): Promise<Recorded> {
  let organisations = 0;
  try {
    const audit = await openAuditOn(config, db);
    for (const owner of await keyOwners({ db })) {
      if (owner === installation) continue;
      const target = { type: 'organisation', id: owner };
      const entry = { actor: operatorActor, action, target, detail };
      const isRecorded = await db.inOrg(owner, (tx) => audit.append(tx, entry)).then(() => true, unlessErased);
      if (isRecorded) organisations += 1;
    }
    return { organisations, problem: null };
  } catch (error) {
    const sentence = sentenceOf(error);
    if (sentence === null) throw error;
    return { organisations, problem: sentence };
  }
}

/** Of an erased organisation a log stays, and no key to go on with it. */
function unlessErased(error: unknown): false {
  if (error instanceof KeysDestroyed) return false;
  throw error;
}
