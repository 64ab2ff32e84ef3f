import type { Tx } from '../../../platform/db/index.ts';
import { dayOf } from '../accounts/day.ts';
import { type ConnectionCount, countConnections } from '../accounts/store.ts';
import { type NetworkName, networkNames, type SetupFinding } from '../network.ts';
import type { Parts } from '../parts.ts';
import { callbackOf, findingsOf, type Mode, modeOf } from './findings.ts';

/** How one network is set up here and how its connections are, without a word on whose they are. */
export interface NetworkSetup {
  readonly network: NetworkName;
  readonly title: string;
  readonly mode: Mode;
  readonly findings: readonly SetupFinding[];
  /** Where the network sends people back to; null where nobody connects. */
  readonly callbackUrl: string | null;
  /** Whether the network itself can be asked (`inspect`). */
  readonly canBeAsked: boolean;
  /** Whether one of many servers is named to be asked, as on Mastodon. */
  readonly asksServer: boolean;
  readonly counts: ConnectionCount;
}

/** Two weeks ahead: as long as the Home tab offers to renew. */
const soonInDays = 14;

const none: ConnectionCount = { active: 0, ending: 0, lost: 0 };

/** Every network, in its lasting order. */
export async function setupOf(parts: Parts, tx: Tx): Promise<readonly NetworkSetup[]> {
  const soon = Temporal.PlainDate.from(dayOf(parts.clock.now())).add({ days: soonInDays }).toString();
  const counts = await countConnections(tx, soon);
  return networkNames.map((name) => {
    const network = parts.networks[name];
    const mode = modeOf(network);
    return {
      ...{ network: name, title: network.title, mode, findings: findingsOf(network, parts.publicUrl) },
      callbackUrl: mode === 'account' ? callbackOf(parts.publicUrl, name) : null,
      canBeAsked: mode === 'account' && network.inspect !== undefined,
      asksServer: network.composer?.needsServer ?? false,
      counts: counts.get(name) ?? none,
    };
  });
}

/** Asks a network about this installation's app; nothing where there is nothing to ask. */
export async function inspect(parts: Parts, network: NetworkName, server: string): Promise<readonly SetupFinding[]> {
  return (await parts.networks[network].inspect?.(server)) ?? [];
}
