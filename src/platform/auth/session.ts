/** A signed-in browser. The cookie's own value stands nowhere but in that browser. */
export type Session = {
  readonly sessionId: string;
  readonly userId: string;
  readonly signedInAt: Date;
};
