export type Command = 'compose' | 'search' | 'help' | 'dashboard' | 'requests' | 'members' | 'settings';

export interface Step {
  readonly command: Command | null;
  /** The first key of a two-key shortcut that waits for its second. */
  readonly pending: 'g' | null;
}

const single: Readonly<Record<string, Command>> = { c: 'compose', '/': 'search', '?': 'help' };
const afterG: Readonly<Record<string, Command>> = { d: 'dashboard', r: 'requests', m: 'members', s: 'settings' };

/** What a key means after the keys before it: `c` composes at once, `g` waits for the place to go to. */
export function nextStep(pending: 'g' | null, key: string): Step {
  if (pending === 'g') return { command: afterG[key] ?? null, pending: null };
  if (key === 'g') return { command: null, pending: 'g' };
  return { command: single[key] ?? null, pending: null };
}

/** For the help window: keys and what they do, in the order to show them. */
export const shortcutList: ReadonlyArray<{ readonly keys: readonly string[]; readonly does: string }> = [
  { keys: ['c'], does: 'Compose a request' },
  { keys: ['/'], does: 'Search requests' },
  { keys: ['g', 'd'], does: 'Go to the dashboard' },
  { keys: ['g', 'r'], does: 'Go to requests' },
  { keys: ['g', 'm'], does: 'Go to members' },
  { keys: ['g', 's'], does: 'Go to settings' },
  { keys: ['?'], does: 'Show these shortcuts' },
];
