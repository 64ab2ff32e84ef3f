/** What can be decided about an item. */
export type ItemAct = 'accept' | 'send' | 'dismiss' | 'restore';

const whileWaiting: Readonly<Record<string, ItemAct>> = { a: 'accept', s: 'send', d: 'dismiss' };

/** What a key decides about the item that has the focus; null for nothing. */
export function deciding(key: string, waits: boolean, sendable = true): ItemAct | null {
  if (!waits) return key === 'r' ? 'restore' : null;
  if (!sendable && whileWaiting[key] === 'send') return null;
  return Object.hasOwn(whileWaiting, key) ? (whileWaiting[key] ?? null) : null;
}

/** Where a key moves the focus: to the item before (-1), to the next (1), nowhere (0). */
export function neighbourStep(key: string): -1 | 0 | 1 {
  if (key === 'ArrowUp' || key === 'k') return -1;
  return key === 'ArrowDown' || key === 'j' ? 1 : 0;
}
