import type { Session, StepUpMethod } from '../../platform/auth/index.ts';
import type { Limits } from '../../platform/http/index.ts';
import { randomToken } from '../../platform/vault/index.ts';
import { recordAct } from './account-record.ts';
import { openAddress } from './address.ts';
import type { PeopleContext } from './context.ts';
import { stepUpLetter } from './letters.ts';
import { activeMemberships } from './sign-in-entry.ts';
import { busyOr, type Caller, type Limited, proves, type SecondFactorProof, takeChallenge } from './sign-in-proofs.ts';
import { admitGuess } from './sign-in-throttle.ts';
import { findPerson } from './store.ts';

export type StepUpProof = SecondFactorProof | { readonly password: string } | { readonly mailCode: string };

const mailMinutes = 10;
const mailTries = 5;
export const stepUpMailLimit = { name: 'step-up-mail', points: 5, seconds: 900 };

/** Proves within a session that its person is still there; the session goes on with a secret of its own. */
export async function stepUp(context: PeopleContext, session: Session, proof: StepUpProof, caller: Caller) {
  const { auth } = context;
  const { userId } = session;
  const { limits, from, request } = caller;
  const device = auth.devices.known(request, userId);
  const admission = await admitGuess(limits, { account: userId, from, device });
  if (!admission.ok) return { ok: false, reason: 'limited', seconds: admission.retryAfter } satisfies Limited;
  const right = await isRight(context, session, proof, request).catch(busyOr);
  if (right === 'busy') return { ok: false, reason: 'limited', seconds: 5 } satisfies Limited;
  if (!right) return { ok: false, reason: 'wrong' } as const;
  const secondFactor = !('password' in proof || 'mailCode' in proof);
  const raised = await auth.raiseSession(request, { secondFactor });
  if (!raised) return { ok: false, reason: 'ended' } as const;
  await recordAct(context, userId, 'people.stepped_up', { by: Object.keys(proof)[0] ?? '' });
  return { ok: true, ...raised } as const;
}

async function isRight(
  context: PeopleContext,
  session: Session,
  proof: StepUpProof,
  request: Request,
): Promise<boolean> {
  const { auth } = context;
  const { userId } = session;
  const may = (method: StepUpMethod, methods: readonly StepUpMethod[]) => methods.includes(method);
  if ('password' in proof) {
    return may('password', await auth.stepUpMethods(session)) && auth.passwords.check(userId, proof.password);
  }
  if ('mailCode' in proof) {
    return may('mail', await auth.stepUpMethods(session)) && takeMailCode(context, session, proof.mailCode);
  }
  const challenge = 'passkey' in proof ? await takeChallenge(context, 'passkey_step_up', userId, request) : null;
  return proves(context, userId, proof, challenge ?? undefined);
}

/** The code is the session's: nobody else can use it, and asking again makes the one before useless. */
const secretOf = ({ sessionId }: Session) => `mail code of ${sessionId}`;

async function takeMailCode({ auth }: PeopleContext, session: Session, code: string): Promise<boolean> {
  const ticket = await auth.tickets.spend('mail_code', secretOf(session));
  if (!ticket || ticket.subject.mac !== auth.mac('mail code', session.sessionId, code.replaceAll(/\D/g, ''))) {
    return false;
  }
  return (await auth.tickets.take('mail_code', secretOf(session))) !== null;
}

/** Mails a code to whoever has nothing else to prove themselves with; to anybody else nothing happens. */
export async function mailStepUpCode(context: PeopleContext, session: Session, limits: Limits): Promise<void> {
  const { auth, db, vault, mail } = context;
  const { userId, sessionId } = session;
  if (!(await auth.stepUpMethods(session)).includes('mail')) return;
  if (!(await limits.consume(stepUpMailLimit, userId)).ok) return;
  // 48 random bits: the remainder favours no code that anybody could notice.
  const number = Buffer.from(randomToken(), 'base64url').readUIntBE(0, 6) % 100_000_000;
  const code = String(number).padStart(8, '0');
  const wanted = { purpose: 'mail_code', userId, minutes: mailMinutes, tries: mailTries } as const;
  const subject = { mac: auth.mac('mail code', sessionId, code) };
  for (const { orgId, personId } of await activeMemberships(context, userId)) {
    const sent = await db.inOrg(orgId, async (tx) => {
      const person = await findPerson(tx, { id: personId });
      const address = person && (await openAddress(vault, tx, person));
      if (address) await mail.send(tx, stepUpLetter(address, code));
      return address !== null;
    });
    if (sent) {
      await auth.tickets.open({ ...wanted, subject, secret: secretOf(session) });
      return;
    }
  }
}
