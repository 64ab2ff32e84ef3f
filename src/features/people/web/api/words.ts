import type { ApiKey, Delivery, Webhook } from './contract.ts';

/** What a key can be made for, as people choose it. */
export const rightWords = {
  read: ['Read', 'Lists, requests and their totals. Nobody who shared is ever among them.'],
  publish: ['Publish', 'Everything a publisher does: compose, upload, send, edit, end, recall. Reads too.'],
  webhooks: ['Webhooks', 'Say where events are sent, as automation services do when they subscribe.'],
} as const;

export type Right = keyof typeof rightWords;
export const rights = Object.keys(rightWords) as readonly Right[];

export const isRight = (name: string): name is Right => name in rightWords;

/** What a key may, in a few words: "publish, webhooks". */
export function rightsText(names: readonly string[]): string {
  return names.map((name) => (isRight(name) ? rightWords[name][0].toLowerCase() : name)).join(', ');
}

/** How a key stands, and in which colour. */
export const keyStates: Readonly<Record<ApiKey['state'], readonly [label: string, color: string]>> = {
  active: ['active', 'pine'],
  expired: ['expired', 'gray'],
  revoked: ['revoked', 'gray'],
};

/** How an end-point stands, and in which colour. */
export function webhookState({ state, why, failingSince }: Webhook): readonly [label: string, color: string] {
  if (state === 'paused') return why === 'by_hand' ? ['paused', 'gray'] : ['paused by Coact', 'red'];
  return failingSince === null ? ['on', 'pine'] : ['failing', 'lilac'];
}

/** Why an end-point gets nothing, and what to do about it; null where there is nothing to say. */
export function webhookTrouble({ state, why, failingSince }: Webhook): string | null {
  if (why === 'gone') return 'It answered that it is gone for good (410). Mend the address, then switch it on again.';
  if (why === 'failing') return 'Nothing arrived there for five days. Mend it, then switch it on again.';
  if (state === 'enabled' && failingSince !== null) return 'The last tries failed. Coact goes on trying.';
  return null;
}

export const deliveryStates: Readonly<Record<Delivery['state'], readonly [label: string, color: string]>> = {
  delivered: ['delivered', 'pine'],
  waiting: ['waiting', 'lilac'],
  failed: ['failed', 'red'],
};

/** What came of a delivery so far. */
export function outcomeText({ state, tries, lastStatus, lastProblem }: Delivery): string {
  if (tries === 0) return lastProblem ?? 'not tried yet';
  const count = tries === 1 ? '1 try' : `${tries} tries`;
  if (state === 'delivered') return `answered ${lastStatus ?? 'well'} after ${count}`;
  return `${lastProblem ?? 'No answer.'} ${count} so far.`;
}
