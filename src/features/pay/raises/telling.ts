import type { Tx } from '../../../platform/db/index.ts';
import type { Notice } from '../../people/index.ts';
import { dayWords } from '../day.ts';
import type { PayParts } from '../parts.ts';
import { mayRelease } from './approvers.ts';
import type { Raise, StopReason } from './raise.ts';

type Parts = Pick<PayParts, 'people' | 'policy'>;

const linkTo = ({ id }: Pick<Raise, 'id'>) => ({ label: 'Open the proposal', path: `/pay/raises/${id}` });
const keyOf = ({ id, revision }: Raise, what: string) => `raise/${id}/${revision}/${what}`;

async function nameOf({ people }: Parts, tx: Tx, id: string): Promise<string> {
  return (await people.namesOf(tx, [id])).get(id) || 'Somebody';
}

/** Tells people of a proposal. No notice holds an amount, a title or what somebody wrote: these are behind the link. */
async function tellOf(
  { people }: Parts,
  tx: Tx,
  raise: Raise,
  to: Iterable<string>,
  notice: Pick<Notice, 'event' | 'subject' | 'lines'> & { readonly what: string },
): Promise<void> {
  const { what, ...said } = notice;
  // Whatever else is true of them: the person is told by a release and by nothing else.
  const told = [...new Set(to)].filter((personId) => personId !== raise.personId);
  const rest = { ...said, key: keyOf(raise, what), link: linkTo(raise) };
  await people.tell(
    tx,
    told.map((personId) => ({ personId, ...rest })),
  );
}

/** Asks those who may approve; whoever was asked before is not asked again. */
export async function tellApprovers(parts: Parts, tx: Tx, raise: Raise, approvers: readonly string[]): Promise<void> {
  const [whose, by] = [await nameOf(parts, tx, raise.personId), await nameOf(parts, tx, raise.proposedBy)];
  await tellOf(parts, tx, raise, approvers, {
    ...{ what: 'approve', event: 'approval_needed', subject: `${by} asks you to approve a proposal for ${whose}` },
    lines: [`A raise or promotion from ${dayWords(raise.from)}. ${whose} knows nothing of it.`],
  });
}

/** Tells the others that somebody who was asked can't approve any more. */
export async function tellDropped(
  parts: Parts,
  tx: Tx,
  raise: Raise,
  dropped: string,
  approvers: readonly string[],
): Promise<void> {
  const [whose, who] = [await nameOf(parts, tx, raise.personId), await nameOf(parts, tx, dropped)];
  await tellOf(parts, tx, raise, [...approvers, raise.proposedBy], {
    ...{
      what: `dropped/${dropped}`,
      event: 'reminder',
      subject: `${who} can’t approve the proposal for ${whose} any more`,
    },
    lines: ['What others have approved stays. It waits for those who still may.'],
  });
}

/** Tells who proposed it, and those who keep pay, that too few are left who could approve. */
export async function tellMissing(parts: Parts, tx: Tx, raise: Raise, missing: number): Promise<void> {
  const whose = await nameOf(parts, tx, raise.personId);
  await tellOf(parts, tx, raise, [raise.proposedBy, ...(await mayRelease(parts, tx, raise))], {
    ...{
      what: `missing/${missing}`,
      event: 'reminder',
      subject: `The proposal for ${whose} can’t be approved by anybody now`,
    },
    lines: [missingWords(missing)],
  });
}

/** What to do where too few people may approve. */
export function missingWords(missing: number): string {
  const who = missing === 1 ? 'One more person is' : `${missing} more people are`;
  return `${who} needed who may approve: make somebody owner or payroll, or let an owner ask for fewer approvals and propose it again.`;
}

/** Tells who proposed it what became of it, while they may still see it. */
export async function tellProposer(
  parts: Parts,
  tx: Tx,
  raise: Raise,
  became: 'approved' | 'declined' | 'in_force',
  by: string | null,
): Promise<void> {
  const seeing = await mayRelease(parts, tx, raise);
  if (raise.proposedBy === by || !seeing.includes(raise.proposedBy)) return;
  const whose = await nameOf(parts, tx, raise.personId);
  const from = dayWords(raise.from);
  const who = by === null ? 'Somebody' : await nameOf(parts, tx, by);
  const words = {
    approved: { subject: `The proposal for ${whose} is approved`, line: `It takes effect by itself on ${from}.` },
    declined: {
      subject: `The proposal for ${whose} was declined`,
      line: `${who} says why. You can change it and ask again.`,
    },
    in_force: { subject: `The proposal for ${whose} is in force`, line: `It holds from ${from}.` },
  }[became];
  const said = { event: 'request_decided', subject: words.subject, lines: [words.line] } as const;
  await tellOf(parts, tx, raise, [raise.proposedBy], { what: became, ...said });
}

const stopWords: Readonly<Record<StopReason, string>> = {
  left: 'The person is not here any more.',
  pay_changed:
    'What they earn is not what it was when it was proposed. Look at it, and ask again if it is still right.',
  day_taken: 'There is a wage from that very day. Look at it, and ask again for another day if it is still right.',
};

/** Tells everybody who keeps it that it did not take effect, and why. */
export async function tellStopped(parts: Parts, tx: Tx, raise: Raise, why: StopReason): Promise<void> {
  const whose = await nameOf(parts, tx, raise.personId);
  await tellOf(parts, tx, raise, await mayRelease(parts, tx, raise), {
    ...{ what: 'stopped', event: 'reminder', subject: `The proposal for ${whose} did not take effect` },
    lines: [stopWords[why]],
  });
}

/** Reminds everybody who may tell the person that they have not been told. @param days before its day; 0: it is in force */
export async function tellUntold(parts: Parts, tx: Tx, raise: Raise, days: number): Promise<void> {
  const whose = await nameOf(parts, tx, raise.personId);
  const from = dayWords(raise.from);
  const inForce = raise.state === 'in_force';
  await tellOf(parts, tx, raise, await mayRelease(parts, tx, raise), {
    ...{ what: `untold/${days}`, event: 'reminder' },
    subject: inForce
      ? `A raise of ${whose} is in force, and ${whose} has not been told`
      : `A raise of ${whose} takes effect on ${from}, and ${whose} has not been told`,
    lines: [
      inForce
        ? 'Their own page shows the wage now. Talk to them, and release it.'
        : 'From that day their own page shows the wage. Talk to them before, and release it.',
    ],
  });
}

/** Reminds those who may approve that its day has come. */
export async function tellLate(parts: Parts, tx: Tx, raise: Raise, approvers: readonly string[]): Promise<void> {
  const whose = await nameOf(parts, tx, raise.personId);
  await tellOf(parts, tx, raise, [...approvers, raise.proposedBy], {
    ...{ what: 'late', event: 'reminder', subject: `The proposal for ${whose} still waits for approval` },
    lines: [`It was to hold from ${dayWords(raise.from)}. Approved later, it holds from that day and says so.`],
  });
}

/** Tells the person that there is something to read: the first that they hear of it. */
export async function tellPerson({ people }: Parts, tx: Tx, raise: Raise): Promise<void> {
  await people.tell(tx, [
    {
      ...{ personId: raise.personId, event: 'message', key: keyOf(raise, 'released') },
      ...{ subject: 'There is news about your pay', lines: ['It stands on your own page, for you alone.'] },
      link: { label: 'Open my pay', path: '/pay/me' },
    },
  ]);
}
