import { firstProgram, onPath } from './programs.ts';

/** snac2, a small server that speaks Mastodon's API; in Debian from 13 on. */
export const snacPackages = ['snac2'];

/** Where snac is, or null. */
export function findSnac(): string | null {
  return firstProgram([process.env.SNAC_PATH ?? '', '/usr/bin/snac'].filter((path) => path !== '')) ?? onPath('snac');
}
