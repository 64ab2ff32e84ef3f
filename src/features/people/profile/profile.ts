/** Who may see a contact field: the person alone, those who answer for them too, or every colleague. */
export const audiences = ['me', 'managers', 'everyone'] as const;
export type Audience = (typeof audiences)[number];

export const phoneKinds = ['mobile', 'home', 'work'] as const;
/** A number in the form of E.164: `+351910000000`. */
export type Phone = { readonly kind: (typeof phoneKinds)[number]; readonly number: string };

export type EmergencyContact = { readonly name: string; readonly relation: string; readonly phone: string };

/** How to reach somebody. Each field is seen by those whom the person chose; by nobody else until they choose. */
export type Contact = {
  readonly email: string | null;
  readonly pronouns: string | null;
  readonly phones: readonly Phone[];
  readonly address: string | null;
  readonly emergency: EmergencyContact | null;
};
export type ContactField = keyof Contact;
export const contactFields = ['email', 'pronouns', 'phones', 'address', 'emergency'] as const;

export type SeenBy = Readonly<Record<ContactField, Audience>>;
export const onlyMe: SeenBy = { email: 'me', pronouns: 'me', phones: 'me', address: 'me', emergency: 'me' };

/** Of two choices the one that shows less. */
export function narrower(left: SeenBy, right: SeenBy): SeenBy {
  const least = (field: ContactField) =>
    audiences.indexOf(left[field]) <= audiences.indexOf(right[field]) ? left[field] : right[field];
  return {
    ...{ email: least('email'), pronouns: least('pronouns'), phones: least('phones') },
    ...{ address: least('address'), emergency: least('emergency') },
  };
}

export const employmentKinds = [
  'full_time',
  'part_time',
  'temporary',
  'contractor',
  'apprentice',
  'volunteer',
] as const;

/** What the organisation keeps about somebody's work. */
export type Employment = {
  readonly legalName: string | null;
  /** Their first day, `YYYY-MM-DD`. */
  readonly startDate: string | null;
  /** What they are called in their work, as "Head baker". */
  readonly title: string | null;
  readonly seniority: string | null;
  readonly kind: (typeof employmentKinds)[number] | null;
  readonly managerId: string | null;
};

export type Profile = { readonly contact: Contact; readonly seenBy: SeenBy; readonly employment: Employment };

/** True where nothing is said: what is empty is neither shown nor hidden. */
export function isEmpty(value: Contact[ContactField]): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

/** A phone number without what people put in for the eye; null for what is not in the form of E.164. */
export function phoneNumber(typed: string): string | null {
  const number = typed.replaceAll(/[\s().\-/\u2010-\u2015]/gu, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(number) ? number : null;
}

/** Whether a person would, over some steps, become their own manager. `managers` maps people to theirs. */
export function makesCircle(managers: ReadonlyMap<string, string>, personId: string, managerId: string): boolean {
  const seen = new Set([personId]);
  for (let next: string | undefined = managerId; next !== undefined; next = managers.get(next)) {
    if (seen.has(next)) return true;
    seen.add(next);
  }
  return false;
}
