import type { Tx } from '../../../platform/db/index.ts';
import type { Asking } from '../../../platform/policy/index.ts';
import type { ProcessParts } from '../parts.ts';
import type { Found } from '../writing/process.ts';
import { loadProcess, standingOf } from '../writing/standing.ts';
import { isAskedOf } from './audience.ts';
import { type Reading, readingResource } from './reading.ts';
import { lastReading } from './store.ts';

/** A process with what is asked of its readers. */
export interface LoadedReading {
  readonly found: Found;
  /** What was asked last; null: nothing was. */
  readonly reading: Reading | null;
  /** It is asked of whoever acts, now. */
  readonly mayConfirm: boolean;
  readonly mayAsk: boolean;
}

/** The process of an address with what is asked of its readers; null where it is not theirs to know of. */
export async function loadReading(
  parts: Pick<ProcessParts, 'people' | 'policy'>,
  tx: Tx,
  asking: Asking,
  processId: string,
  lock = false,
): Promise<LoadedReading | null> {
  const loaded = await loadProcess(parts, tx, asking, processId, lock);
  if (loaded === null) return null;
  const { found } = loaded;
  const reading = await lastReading(tx, processId);
  const standing = await standingOf(parts, tx, asking.actor);
  const isOpen = reading !== null && reading.endedAt === null;
  const isAsked = isOpen && isAskedOf(parts, found, reading.audience, asking.actor, standing);
  const resource = readingResource(asking.orgId, found, isAsked);
  const { allowed } = asking;
  return {
    ...{ found, reading },
    mayConfirm: allowed('processes.confirm_reading', resource),
    mayAsk: allowed('processes.ask_reading', resource),
  };
}
