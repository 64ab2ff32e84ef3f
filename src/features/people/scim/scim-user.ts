import { z } from 'zod';
import { type Address, addressSchema } from '../../../platform/auth/index.ts';
import { tokenHash } from '../../../platform/vault/index.ts';
import { personName } from '../fields.ts';
import { type Refusal, refusal, schemaIds } from './answer.ts';

/** A person as the identity provider sees and sets them. */
export type ScimProfile = {
  readonly userName: string;
  readonly externalId: string | null;
  readonly givenName: string | null;
  readonly familyName: string | null;
  /** As people read it here. */
  readonly displayName: string | null;
  readonly email: string | null;
  readonly active: boolean;
};

export type ScimUser = ScimProfile & { readonly id: string; readonly createdAt: Date; readonly updatedAt: Date };

/** What is kept, sealed, beside name and address, which stand with the person. */
export const keptProfile = z.object({
  userName: z.string(),
  externalId: z.string().nullable(),
  givenName: z.string().nullable(),
  familyName: z.string().nullable(),
});

/** The user as the identity provider is shown it (RFC 7643, 4.1). */
export function showUser(user: ScimUser, baseUrl: string): object {
  const { id, userName, externalId, displayName, email, active } = user;
  const resource = {
    schemas: [schemaIds.user],
    id,
    ...(externalId === null ? {} : { externalId }),
    userName,
    name: nameOf(user),
    displayName: displayName ?? userName,
    ...(email === null ? {} : { emails: [{ value: email, type: 'work', primary: true }] }),
    active,
  };
  const meta = {
    resourceType: 'User',
    ...{ created: user.createdAt.toISOString(), lastModified: user.updatedAt.toISOString() },
    ...{ location: `${baseUrl}/Users/${id}`, version: versionOf(user) },
  };
  return { ...resource, meta };
}

const nameOf = ({ displayName, givenName, familyName, userName }: ScimProfile) => ({
  formatted: displayName ?? userName,
  ...(familyName === null ? {} : { familyName }),
  ...(givenName === null ? {} : { givenName }),
});

/** Another one whenever anything that is shown has changed, whoever changed it. */
export function versionOf({ createdAt, updatedAt, ...shown }: ScimUser): string {
  return `W/"${Buffer.from(tokenHash(JSON.stringify(shown)))
    .toString('base64url')
    .slice(0, 16)}"`;
}

const text = z.string().max(500).nullish();
const mails = z.array(z.looseObject({ value: text, type: text, primary: z.unknown().optional() })).max(50);
const body = z.looseObject({
  userName: text,
  externalId: text,
  displayName: text,
  name: z.looseObject({ formatted: text, givenName: text, familyName: text }).nullish(),
  emails: mails.nullish(),
  active: z.unknown().optional(),
});

export type Read<Value> = { readonly ok: true; readonly value: Value } | Refusal;

/** Parts of a user that a request sets; what it leaves out stays as it is. */
export type ProfileChange = Partial<ScimProfile>;

/** Reads a user as it is created or replaced. Attributes that Coact keeps nothing of are let through and left. */
export function readUser(given: unknown): Read<ProfileChange> {
  const parsed = body.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refusal(400, `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'is no user'}`, 'invalidValue');
  }
  const { userName, externalId, displayName, name, emails, active } = parsed.data;
  const isActive = active === undefined || active === null ? undefined : readBoolean(active);
  if (isActive === null) return refusal(400, 'active has to be true or false.', 'invalidValue');
  const email = emails ? mailIn(emails) : undefined;
  const told = displayName || name?.formatted || [name?.givenName, name?.familyName].filter(Boolean).join(' ');
  const change = {
    ...(userName ? { userName: userName.trim() } : {}),
    ...(externalId ? { externalId } : {}),
    ...(told ? { displayName: told } : {}),
    ...(name?.givenName ? { givenName: name.givenName } : {}),
    ...(name?.familyName ? { familyName: name.familyName } : {}),
    ...(email ? { email } : {}),
    ...(isActive === undefined ? {} : { active: isActive }),
  };
  return { ok: true, value: change };
}

/** Microsoft Entra sends "True" and "False" as words; null where it is neither. */
export function readBoolean(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value;
  const word = typeof value === 'string' ? value.toLowerCase() : '';
  return word === 'true' ? true : word === 'false' ? false : null;
}

/** The address that counts: the primary one, else that at work, else the first. */
function mailIn(list: z.infer<typeof mails>): string | undefined {
  const wanted = [
    list.find(({ primary }) => readBoolean(primary) === true),
    list.find(({ type }) => type?.toLowerCase() === 'work'),
    list[0],
  ];
  return wanted.find((one) => one?.value)?.value ?? undefined;
}

/** A profile that can be stored: an address to reach the person by, and a name of one line. */
export type Storable = { readonly profile: ScimProfile; readonly address: Address; readonly name: string };

export function storable(profile: ScimProfile): Read<Storable> {
  const { userName, email, displayName } = profile;
  if (userName === '') return refusal(400, 'userName is required.', 'invalidValue');
  const address = addressSchema.safeParse(email ?? userName);
  if (!address.success) {
    const detail = 'An e-mail is required: send emails, or a userName that is an address.';
    return refusal(400, detail, 'invalidValue');
  }
  const name = personName.safeParse(displayName ?? userName);
  if (!name.success) {
    return refusal(400, `The name can’t be kept: ${name.error.issues[0]?.message ?? ''}`, 'invalidValue');
  }
  return { ok: true, value: { profile, address: address.data, name: name.data } };
}
