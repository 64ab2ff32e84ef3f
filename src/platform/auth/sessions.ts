import { isAPIError } from 'better-auth/api';
import type { Database } from '../db/index.ts';
import { type Library, sessionLimits } from './library.ts';
import { type ListedSession, type Session, steppedUpUntil } from './session.ts';
import { deleteSessionsOf, listSessions } from './session-store.ts';

/** Headers that the browser must get for a session to begin or end. */
export type CookieHeaders = { readonly setCookie: readonly string[] };

/** What a sign-in proved. */
export type Proof = { readonly secondFactor: boolean };

export type Sessions = {
  /** The session of a request, or null: none, unknown, ended, or past its idle or absolute limit. */
  session(request: Request): Promise<Session | null>;
  /** Begins a session with a secret of its own; the one this browser had before ends. */
  startSession(userId: string, request: Request, proof?: Proof): Promise<CookieHeaders>;
  /**
   * Goes on in a session with a secret of its own after its person has proved themselves again: stepped up from now,
   * with a second factor where one was shown. Its absolute limit stays. Null when the session has ended meanwhile.
   */
  raiseSession(request: Request, proof: Proof): Promise<(CookieHeaders & { readonly until: Date }) | null>;
  endSession(request: Request): Promise<CookieHeaders>;
  /** Ends every session of a user, on every device, or all but one. */
  endSessions(userId: string, except?: string): Promise<void>;
  /** Ends one session of a user; false when they have none of that id. */
  endSessionById(userId: string, sessionId: string): Promise<boolean>;
  /** A user's running sessions, the last used first. */
  sessionsOf(userId: string): Promise<readonly ListedSession[]>;
};

const cookiesOf = (response: Response): CookieHeaders => ({ setCookie: response.headers.getSetCookie() });

/** Sessions as the library keeps them. */
export function openSessions(library: Library, db: Database): Sessions {
  return {
    session: async (request) => {
      if (!request.headers.has('cookie')) return null;
      const found = await library.api.getSession({ headers: request.headers }).catch(nullIfRefused);
      if (!found) return null;
      const { id, userId, createdAt, secondFactor, steppedUpAt } = found.session;
      // The library's own clock: it stamps and compares sessions by the machine's time.
      if (Date.now() - createdAt.getTime() > sessionLimits.absolute * 1_000) {
        await library.api.endSession({ headers: request.headers });
        return null;
      }
      return {
        ...{ sessionId: id, userId, signedInAt: createdAt },
        ...{ secondFactor: secondFactor === true, steppedUpAt: steppedUpAt ?? null },
      };
    },
    startSession: async (userId, request, proof = { secondFactor: false }) =>
      cookiesOf(
        await library.api.startSession({ body: { userId, ...proof }, headers: request.headers, asResponse: true }),
      ),
    raiseSession: async (request, proof) => {
      const response = await library.api.raiseSession({ body: proof, headers: request.headers, asResponse: true });
      const cookies = cookiesOf(response);
      const until = steppedUpUntil({ steppedUpAt: new Date() });
      return cookies.setCookie.length === 0 || until === null ? null : { ...cookies, until };
    },
    endSession: async (request) =>
      cookiesOf(await library.api.endSession({ headers: request.headers, asResponse: true })),
    endSessions: async (userId, except) => {
      await db.asOwner((tx) => deleteSessionsOf(tx, userId, except === undefined ? {} : { except }));
    },
    endSessionById: (userId, sessionId) =>
      db.asOwner(async (tx) => (await deleteSessionsOf(tx, userId, { only: sessionId })) > 0),
    sessionsOf: (userId) => {
      const now = Date.now();
      return db.asOwner((tx) =>
        listSessions(tx, userId, { idle: new Date(now), absolute: new Date(now - sessionLimits.absolute * 1_000) }),
      );
    },
  };
}

/** A session that ended at this very moment is no session; a broken database is not "signed out". */
function nullIfRefused(error: unknown): null {
  if (isAPIError(error) && error.status === 'UNAUTHORIZED') return null;
  throw error;
}
