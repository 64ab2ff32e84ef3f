import type { AvailabilityKind } from '../../calendar/availability.ts';
import type { Series } from '../../calendar/series.ts';

/** What is said of a role's shift. */
export interface ShiftPayload {
  /** People that it needs. */
  readonly needs: number;
  /** Unpaid minutes. */
  readonly breakMinutes: number;
  readonly label: string | null;
}

/** What a person says of their time. */
export interface AvailabilityPayload {
  readonly kind: AvailabilityKind;
}

export type Payload = ShiftPayload | AvailabilityPayload;

/** Whose calendar a series stands in. */
export type Owner = { readonly roleId: string } | { readonly personId: string };

/** A series as it is stored. */
export interface StoredSeries<Said extends Payload = Payload> extends Series<Said> {
  readonly owner: Owner;
  readonly revision: number;
}
