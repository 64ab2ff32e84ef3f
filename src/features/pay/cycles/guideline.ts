import type { Standing } from '../bands/band.ts';
import { raisedBy } from './reckoning.ts';

/** Where a wage lies in its band: outside, in a third of it, or that there is no band to lie in. */
export const zones = ['below', 'lower', 'middle', 'upper', 'above', 'unbanded'] as const;
type Zone = (typeof zones)[number];

/** How much a raise should be, in thousandths of the wage. */
interface Guideline {
  readonly suggested: number;
  readonly min: number;
  readonly max: number;
}
export type Guidelines = Readonly<Record<Zone, Guideline>>;

/** The zone of a wage. A band of one amount has no thirds: what lies in it lies in its middle. */
export function zoneOf(standing: Pick<Standing, 'where' | 'reach'> | null): Zone {
  if (standing === null) return 'unbanded';
  const { where, reach } = standing;
  if (where !== 'within') return where;
  if (reach === null) return 'middle';
  if (reach * 3 < 1000) return 'lower';
  return reach * 3 <= 2000 ? 'middle' : 'upper';
}

/** What the guidelines say of one wage. */
export interface Suggestion extends Guideline {
  readonly zone: Zone;
  /** The wage with what is suggested. */
  readonly minor: number;
}

export function suggestionOf(guidelines: Guidelines, zone: Zone, minor: number): Suggestion {
  const guideline = guidelines[zone];
  return { ...guideline, zone, minor: raisedBy(minor, guideline.suggested) };
}
