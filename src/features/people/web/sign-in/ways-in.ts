import { keep, readKept } from '../../../../web/kept.ts';

/** How somebody came in. */
export type WayIn = 'password' | 'link' | 'passkey' | 'slack' | 'oidc';

const known: readonly WayIn[] = ['password', 'link', 'passkey', 'slack', 'oidc'];
const lastWay = 'coact.last-way-in';

/** The way that was last used on this device. Only the way is remembered: others may use the device too. */
export function lastWayIn(): WayIn | null {
  const kept = readKept(lastWay);
  return known.find((way) => way === kept) ?? null;
}

export function rememberWayIn(way: WayIn): void {
  keep(lastWay, way);
}

/** What the form under the address does first: ask for a password, mail a link, or let the person choose. */
export type Mode = 'choose' | 'password' | 'link';

/** With what the form begins. Who used a way here before need not choose again. */
export function firstMode(offers: { readonly password: boolean }, last: WayIn | null): Mode {
  if (!offers.password) return 'link';
  return last === 'password' || last === 'link' ? last : 'choose';
}
