import type { Context, MiddlewareHandler } from 'hono';
import { type Clock, newId } from '../clock/index.ts';
import type { Database, OrgId } from '../db/index.ts';
import type { ServiceActor } from '../policy/index.ts';
import { type SealedPlace, tokenHash, type Vault } from '../vault/index.ts';
import { problem } from './problem.ts';
import { beginAsking, findAsked, forgetAsked, forgetAskedBefore, keepAnswer } from './repeat-store.ts';

/** An answer as it was given. */
type GivenAnswer = { readonly status: number; readonly type: string; readonly body: string };

/** What is known of a call when it is made. */
type Known =
  | { readonly kind: 'fresh'; readonly id: string }
  | { readonly kind: 'answered'; readonly answer: GivenAnswer }
  | { readonly kind: 'different' }
  | { readonly kind: 'unanswered'; readonly sinceMs: number };

type Call = { readonly orgId: OrgId; readonly keyId: string; readonly name: string; readonly asked: Uint8Array };

/** What programs were answered in the last 24 hours to calls that they gave a name. */
export interface Repeats {
  begin(call: Call): Promise<Known>;
  /** Keeps the answer; null forgets the call, so that it can be made again. */
  settle(orgId: OrgId, id: string, answer: GivenAnswer | null): Promise<void>;
  /** Removes what is too old, of one organisation. */
  sweep(orgId: OrgId): Promise<void>;
}

const dayInMs = 86_400_000;
/** Longer than any call is answered: whoever finds no answer after this will find none at all. */
const longestCallMs = 120_000;
const longestName = 255;

/** Answers may hold what is shown only once, so they are kept sealed. */
export const sealedPlaces: readonly SealedPlace[] = [{ table: 'repeated_calls', column: 'sealed' }];

/** Opens the memory of answers on the database, so that any process knows what another has answered. */
export function openRepeats(parts: { readonly db: Database; readonly vault: Vault; readonly clock: Clock }): Repeats {
  const { db, vault, clock } = parts;
  const place = (rowId: string) => ({ table: 'repeated_calls', column: 'sealed', rowId });
  const oldest = () => new Date(clock.now().getTime() - dayInMs);
  return {
    begin: ({ orgId, keyId, name, asked }) =>
      db.inOrg(orgId, async (tx) => {
        await forgetAskedBefore(tx, oldest());
        const id = newId(clock);
        const call = { id, keyId, nameHash: tokenHash(name), askedHash: asked, begunAt: clock.now() };
        if (await beginAsking(tx, call)) return { kind: 'fresh', id };
        const found = await findAsked(tx, keyId, call.nameHash);
        // The one before was forgotten this very moment.
        if (found === null) return { kind: 'unanswered', sinceMs: 0 };
        if (!Buffer.from(found.askedHash).equals(asked)) return { kind: 'different' };
        if (found.sealed === null) {
          return { kind: 'unanswered', sinceMs: clock.now().getTime() - found.begunAt.getTime() };
        }
        const answer: GivenAnswer = JSON.parse(await vault.openText(tx, place(found.id), found.sealed));
        return { kind: 'answered', answer };
      }),
    settle: (orgId, id, answer) =>
      db.inOrg(orgId, async (tx) => {
        if (answer === null) return forgetAsked(tx, id);
        await keepAnswer(tx, id, await vault.seal(tx, place(id), JSON.stringify(answer)));
      }),
    sweep: (orgId) => db.inOrg(orgId, (tx) => forgetAskedBefore(tx, oldest())),
  };
}

/**
 * Lets a program make a call again of which it never saw the answer: with the same `Idempotency-Key` and the same body
 * within 24 hours it gets the answer of the first, and nothing is done twice. What was refused (4xx) did nothing, so
 * it is not kept: the call may be mended and made again under the same name.
 */
export function rememberAnswers(repeats: Repeats): MiddlewareHandler {
  return async (c, next) => {
    const actor: { readonly kind: string } & Partial<ServiceActor> = c.get('actor');
    const name = c.req.header('idempotency-key');
    const { orgId, keyId } = actor;
    if (c.req.method !== 'POST' || name === undefined || orgId === undefined || keyId === undefined) return next();
    if (name === '' || name.length > longestName) {
      return problem(c, 422, 'invalid', 'An Idempotency-Key has 1 to 255 characters.');
    }
    const known = await repeats.begin({ orgId, keyId, name, asked: await fingerprint(c) });
    if (known.kind !== 'fresh') return told(c, known);
    await next();
    await repeats.settle(orgId, known.id, await kept(c.res));
    return undefined;
  };
}

async function kept(answer: Response): Promise<GivenAnswer | null> {
  if (answer.status >= 400 && answer.status < 500) return null;
  const type = answer.headers.get('content-type') ?? '';
  return { status: answer.status, type, body: await answer.clone().text() };
}

function told(c: Context, known: Exclude<Known, { kind: 'fresh' }>): Response {
  if (known.kind === 'different') {
    const sentence = 'This Idempotency-Key was used with another request. Use a new one for each thing that you do.';
    return problem(c, 422, 'idempotency_key_reused', sentence);
  }
  if (known.kind === 'answered') {
    const { status, type, body } = known.answer;
    const headers = { 'idempotency-replayed': 'true', ...(type === '' ? {} : { 'content-type': type }) };
    return new Response(body === '' ? null : body, {
      status,
      headers: { ...Object.fromEntries(c.res.headers), ...headers },
    });
  }
  if (known.sinceMs < longestCallMs) {
    const headers = { 'retry-after': '2' };
    return problem(c, 409, 'still_running', 'The first call is still being answered. Ask again shortly.', { headers });
  }
  const sentence = 'The first call was cut off and may have been done. Look, then use a new Idempotency-Key.';
  return problem(c, 409, 'outcome_unknown', sentence);
}

/** What is asked for, whatever the boundaries between the parts of a form are this time. */
async function fingerprint(c: Context): Promise<Uint8Array> {
  const lines = [c.req.method, new URL(c.req.url).pathname + new URL(c.req.url).search];
  if (!c.req.header('content-type')?.includes('multipart/')) lines.push(await c.req.text());
  else {
    // A form that can't be read is refused by the route itself.
    const form = await c.req.raw
      .clone()
      .formData()
      .catch(() => new FormData());
    for (const [field, value] of form) {
      const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(await value.arrayBuffer());
      lines.push(field, Buffer.from(tokenHash(bytes.toString('latin1'))).toString('hex'));
    }
  }
  return tokenHash(JSON.stringify(lines));
}
