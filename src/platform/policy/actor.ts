import type { OrgId } from '../db/index.ts';

/** What a person may be in an organisation; several at once. */
export const roles = [
  'owner',
  'admin',
  'publisher',
  'approver',
  'scheduler',
  'payroll',
  'auditor',
  'employee',
] as const;

export type Role = (typeof roles)[number];

/** How far a scheduler's role goes: ids of departments and of locations. An empty list limits nothing. */
export type Reach = { readonly departments: readonly string[]; readonly locations: readonly string[] };

/** The reach of whoever is limited to nothing. */
export const everywhere: Reach = { departments: [], locations: [] };

/** Who asks: a member of one organisation. `userId` is null for someone known from Slack who never signed in. */
export type Actor = {
  readonly kind: 'member';
  readonly personId: string;
  readonly orgId: OrgId;
  readonly roles: readonly Role[];
  /** Only active members are ever allowed anything; the policies see to it, whoever builds an actor. */
  readonly state: 'active' | 'invited' | 'deactivated';
  readonly reach: Reach;
  readonly userId: string | null;
};

/** What an API key may be made for; several at once. */
export const rights = ['read', 'publish', 'webhooks'] as const;

export type Right = (typeof rights)[number];

/** A program that asks with an API key of its organisation: it may what the key was made for, and is nobody. */
export type ServiceActor = {
  readonly kind: 'key';
  readonly keyId: string;
  readonly orgId: OrgId;
  readonly rights: readonly Right[];
  readonly state: 'active';
};

/** Whoever the policies are asked about. */
export type Asker = Actor | ServiceActor;

/** The id under which an asker's doings are kept: of the person, or of the key. */
export const askerId = (asker: Asker): string => (asker.kind === 'key' ? asker.keyId : asker.personId);

/** Values that policies can compare; numbers are whole numbers. */
export type ResourceValue = string | number | boolean | readonly string[];

/** The loaded thing that is asked about, of any type but the principals' own, `Member` and `Key`. Its further attributes are what policies may look at. */
export type Resource = { readonly type: string; readonly id: string; readonly orgId: OrgId } & {
  readonly [attribute: string]: ResourceValue;
};

export type Question = { readonly actor: Asker; readonly action: string; readonly resource: Resource };
