import { type Refusal, refusal } from './answer.ts';
import type { ScimUser } from './scim-user.ts';

/** What users are looked for by; all that is given has to fit. */
export type ScimFilter = {
  readonly userName?: string;
  readonly externalId?: string;
  readonly id?: string;
  readonly email?: string;
};

const names: Readonly<Record<string, keyof ScimFilter>> = {
  ...{ username: 'userName', externalid: 'externalId', id: 'id' },
  ...{ 'emails.value': 'email', 'emails[type eq "work"].value': 'email', emails: 'email' },
};

const comparison = /^\s*([\w.:]+(?:\[[^\]]*\]\.\w+)?)\s+eq\s+"((?:[^"\\]|\\.)*)"\s*/i;

/** Reads `attribute eq "value"`, and several of them joined by `and`. */
export function readFilter(text: string): { readonly ok: true; readonly filter: ScimFilter } | Refusal {
  let rest = text;
  let filter: ScimFilter = {};
  for (;;) {
    const [found = '', path = '', value = ''] = comparison.exec(rest) ?? [];
    const name = names[path.replace(/^urn:ietf:params:scim:schemas:core:2\.0:User:/i, '').toLowerCase()];
    if (found === '' || name === undefined) {
      const detail = 'Only userName, externalId, id and emails.value can be looked for, with eq, joined by and.';
      return refusal(400, detail, 'invalidFilter');
    }
    filter = { ...filter, [name]: value.replaceAll(/\\(.)/g, '$1') };
    rest = rest.slice(found.length);
    if (rest === '') return { ok: true, filter };
    if (!/^and\s/i.test(rest)) return refusal(400, 'Comparisons are joined by and alone.', 'invalidFilter');
    rest = rest.slice('and'.length);
  }
}

/** Names are compared without case (RFC 7643, 4.1.1: userName is not case-exact), the provider's own ids exactly. */
export function fits(user: ScimUser, { userName, externalId, id, email }: ScimFilter): boolean {
  const same = (left: string | null, right: string) => left?.toLowerCase() === right.toLowerCase();
  return (
    (userName === undefined || same(user.userName, userName)) &&
    (externalId === undefined || user.externalId === externalId) &&
    (id === undefined || user.id === id.toLowerCase()) &&
    (email === undefined || same(user.email, email))
  );
}
