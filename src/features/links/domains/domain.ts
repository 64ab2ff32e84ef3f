import type { TxtAnswer } from '../../../platform/egress/index.ts';

/** What a look at a domain's DNS came to. */
export type Finding = 'unchecked' | 'proven' | 'missing' | 'other' | 'unreachable' | 'in_use';

/**
 * A host of an organisation's own for its short links. It begins as pending and answers nothing. Once its DNS shows the token it is
 * active, and looked at each day. One that shows it no more stays active for a week, as posts with its links are out, and is failed
 * then: it answers nothing until the token is back. A pending one is given up after a month. DNS that can't be reached decides nothing.
 */
export interface Domain {
  readonly id: string;
  /** In ASCII. */
  readonly host: string;
  readonly token: string;
  readonly state: 'pending' | 'active' | 'failed';
  readonly finding: Finding;
  /** What stood there in place of the token. */
  readonly found: readonly string[];
  readonly addedAt: Date;
  readonly checkedAt: Date | null;
  readonly missingSince: Date | null;
  /** New links are made for it. */
  readonly isDefault: boolean;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** How long an active domain may lack its token. */
const graceDays = 7;
/** How long a pending one is looked at by itself. */
const patienceDays = 30;

/** Where a domain's DNS has to show its token. A name of its own, as the host itself may be an alias, beside which no text can stand. */
export function recordName(host: string): string {
  return `_coact.${host}`;
}

/** Whether it is time to look by itself: at pending ones each hour, at the others each day. */
export function isDue(domain: Pick<Domain, 'state' | 'checkedAt'>, now: Date): boolean {
  if (domain.checkedAt === null) return true;
  // A little less, so that a look which came late does not move all later ones.
  const every = (domain.state === 'pending' ? hourMs : dayMs) - hourMs / 4;
  return now.getTime() - domain.checkedAt.getTime() >= every;
}

/** What becomes of a domain by what its DNS says. */
export function judge(domain: Domain, answer: TxtAnswer, now: Date): Domain {
  const seen = { ...domain, checkedAt: now };
  if (answer.kind === 'unreachable') return { ...seen, finding: 'unreachable' };
  const values = answer.kind === 'found' ? answer.values : [];
  if (values.includes(domain.token)) {
    return { ...seen, state: 'active', finding: 'proven', found: [], missingSince: null };
  }
  const finding = values.length > 0 ? 'other' : 'missing';
  const lacking = { ...seen, finding, found: values.slice(0, 5).map(plain) } as const;
  if (domain.state === 'pending') {
    return now.getTime() - domain.addedAt.getTime() < patienceDays * dayMs ? lacking : failed(lacking);
  }
  if (domain.state === 'failed') return lacking;
  const missingSince = domain.missingSince ?? now;
  const since = { ...lacking, missingSince };
  return now.getTime() - missingSince.getTime() < graceDays * dayMs ? since : failed(since);
}

/** What has become worse for a host by its last look. */
export interface HostTrouble {
  readonly id: string;
  readonly host: string;
  /** `missing`: its links stop soon; `stopped`: they have; `unproved`: it never began, and nobody looks by itself any more. */
  readonly what: 'missing' | 'stopped' | 'unproved';
  readonly advice: string;
  readonly at: Date;
}

/** What somebody has to hear of; null when nothing has become worse. */
export function troubleOf(before: Domain, after: Domain, now: Date): HostTrouble | null {
  const trouble = { id: after.id, host: after.host, advice: adviceOf(after), at: now };
  if (after.state === 'failed' && before.state !== 'failed') {
    return { ...trouble, what: before.state === 'active' ? 'stopped' : 'unproved' };
  }
  const isNew = after.state === 'active' && after.missingSince !== null && before.missingSince === null;
  return isNew ? { ...trouble, what: 'missing' } : null;
}

/** As it is when it answers no more. */
export function failed(domain: Domain): Domain {
  return { ...domain, state: 'failed', isDefault: false };
}

/** Short enough to be shown, and without what shows nothing. */
function plain(text: string): string {
  return text.toWellFormed().replaceAll(/\p{C}/gu, '').slice(0, 120);
}

/** What was found, and what to do about it. */
export function adviceOf(domain: Pick<Domain, 'state' | 'finding' | 'missingSince'>): string {
  const { state, finding, missingSince } = domain;
  if (finding === 'in_use') {
    return 'Another organisation here uses this host. It has to be removed there before it can be yours.';
  }
  if (finding === 'unreachable') {
    return 'The DNS could not be asked just now. Nothing has changed; it is asked again by itself.';
  }
  if (state === 'active' && missingSince !== null) {
    const until = new Date(missingSince.getTime() + graceDays * dayMs).toISOString().slice(0, 10);
    return `The TXT record is not there any more. Put it back by ${until}, or links on this host stop working.`;
  }
  if (state === 'active') return 'Its links work. Leave the TXT record where it is: it is looked at every day.';
  if (state === 'failed') {
    return 'Links on this host do not work. Add the TXT record below, then check again.';
  }
  if (finding === 'unchecked') return 'Add the two records below where your DNS is kept, then check.';
  if (finding === 'other') {
    return 'There is a TXT record, but not this one. Copy it again, quotes left out, then check.';
  }
  return 'The TXT record is not there yet. New records can take up to an hour to be seen; it is looked for each hour.';
}
