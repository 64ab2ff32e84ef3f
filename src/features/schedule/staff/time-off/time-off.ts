export const requestStates = ['asked', 'approved', 'declined', 'withdrawn'] as const;
export type RequestState = (typeof requestStates)[number];

/** An absence that somebody asks for. Note and reason stand apart, sealed. */
export interface TimeOff {
  readonly id: string;
  readonly personId: string;
  readonly kindId: string;
  readonly zone: string;
  /** On the clock on the wall of the zone, `2026-03-02T00:00`. */
  readonly from: string;
  readonly to: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** What it takes from the balance. */
  readonly minutes: number;
  readonly state: RequestState;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
}
