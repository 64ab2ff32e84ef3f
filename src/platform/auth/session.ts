/** A signed-in browser. The cookie's own value stands nowhere but in that browser. */
export type Session = {
  readonly sessionId: string;
  readonly userId: string;
  readonly signedInAt: Date;
  /** This session proved two factors: a password or link and a code, or a passkey that verified its user. */
  readonly secondFactor: boolean;
  /** When its person last proved to be there: at sign-in, or in a step-up since. */
  readonly steppedUpAt: Date | null;
};

/** By what a person can prove, within a session, that it is still them. `mail` is for those who have nothing else. */
export type StepUpMethod = 'password' | 'code' | 'passkey' | 'mail';

const stepUpMs = 10 * 60_000;

/** Until when acts that need a fresh proof are open to a session; null when it needs one. */
export function steppedUpUntil({ steppedUpAt }: Pick<Session, 'steppedUpAt'>): Date | null {
  if (steppedUpAt === null) return null;
  const until = steppedUpAt.getTime() + stepUpMs;
  // The machine's time, by which the library stamps sessions.
  return until > Date.now() ? new Date(until) : null;
}

/** One line of the list of a person's sessions. */
export type ListedSession = {
  readonly id: string;
  readonly browser: string;
  readonly system: string;
  readonly signedInAt: Date;
  /** To the hour. */
  readonly lastSeenAt: Date;
  readonly secondFactor: boolean;
};
