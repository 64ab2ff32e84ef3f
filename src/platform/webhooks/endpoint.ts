/** Where an organisation is told of events, without what deliveries are signed with. */
export interface Endpoint {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly events: readonly string[];
  readonly state: 'enabled' | 'paused';
  readonly why: StoppedWhy | null;
  readonly formerUntil: Date | null;
  readonly failingSince: Date | null;
  readonly createdAt: Date;
}

export type StoppedWhy = 'by_hand' | 'gone' | 'failing';

/** One event on its way to one end-point. */
export interface Delivery {
  readonly id: string;
  readonly endpointId: string;
  readonly eventId: string;
  readonly type: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly tries: number;
  readonly triesLeft: number;
  readonly lastStatus: number | null;
  readonly lastProblem: string | null;
  readonly lastTriedAt: Date | null;
  readonly nextTryAt: Date | null;
  readonly createdAt: Date;
}

/** How a try ended. */
export type TryOutcome =
  | { readonly ok: true; readonly status: number }
  | {
      readonly ok: false;
      readonly status: number | null;
      readonly problem: string;
      readonly gone: boolean;
      /** How long the end-point asks us to stay away. */
      readonly wishMs: number | null;
    };
