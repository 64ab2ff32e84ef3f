import type { SignedIn } from '../../../../web/contract.ts';

export interface Answers {
  readonly ownerName: string;
  readonly ownerEmail: string;
  readonly organisationName: string;
  readonly timeZone: string;
}

/** What the form begins with: what is known of the person, and the device's time zone. */
export function firstAnswers(me: SignedIn, timeZone: string): Answers {
  return { ownerName: me.user.name ?? '', ownerEmail: '', organisationName: me.organisation?.name ?? '', timeZone };
}

/**
 * The body of `POST /api/setup`. The address goes along only for somebody who has none: the owner's first link was made
 * for nobody in particular, and without an address no second link could be mailed.
 */
export function setupBody(me: SignedIn, answers: Answers): Omit<Answers, 'ownerEmail'> & Partial<Answers> {
  const { ownerEmail, ...rest } = answers;
  const trimmed = { ...rest, ownerName: rest.ownerName.trim(), organisationName: rest.organisationName.trim() };
  return me.user.email === '' ? { ...trimmed, ownerEmail: ownerEmail.trim() } : trimmed;
}
