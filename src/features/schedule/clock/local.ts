import { localOf } from '../calendar/local.ts';
import { clockOf } from '../calendar/zone.ts';

/** What the clock on the wall of a zone shows at a minute, `2026-03-02T09:00`. */
export function localAt(zone: string, minute: number): string {
  return localOf(clockOf(zone).toWall(minute));
}
