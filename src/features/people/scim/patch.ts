import { z } from 'zod';
import { type Refusal, refusal } from './answer.ts';
import { type ProfileChange, type Read, readBoolean, readUser, type ScimProfile } from './scim-user.ts';

const operation = z.looseObject({ op: z.string(), path: z.string().max(500).nullish(), value: z.unknown().optional() });
const request = z.looseObject({ Operations: z.array(operation).min(1).max(100) });
type Operation = z.infer<typeof operation>;

/**
 * What a PATCH makes of a user (RFC 7644, 3.5.2), as Okta (values without a path) and Microsoft Entra (one path each, ops
 * capitalised, booleans as words) write it. Attributes that Coact keeps nothing of change nothing.
 */
export function readPatch(given: unknown, before: ScimProfile): Read<ScimProfile> {
  const parsed = request.safeParse(given);
  if (!parsed.success) return refusal(400, 'Operations is missing, or is no list of operations.', 'invalidSyntax');
  let profile = before;
  for (const one of parsed.data.Operations) {
    const change = readOperation(one, profile);
    if (!change.ok) return change;
    profile = { ...profile, ...change.value };
  }
  return { ok: true, value: profile };
}

function readOperation({ op, path, value }: Operation, profile: ScimProfile): Read<ProfileChange> {
  const kind = op.toLowerCase();
  if (kind === 'remove') return path ? removed(path) : refusal(400, 'Removing needs a path.', 'noTarget');
  if (kind !== 'add' && kind !== 'replace') return refusal(400, `There is no operation “${op}”.`, 'invalidSyntax');
  if (path) return setAt(path, value, profile);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refusal(400, 'Without a path the value has to be an object of attributes.', 'invalidValue');
  }
  let all: ProfileChange = {};
  // Entra puts whole paths in place of names here too.
  for (const [name, part] of Object.entries(value)) {
    if (name === 'schemas') continue;
    const change = setAt(name, part, { ...profile, ...all });
    if (!change.ok) return change;
    all = { ...all, ...change.value };
  }
  return { ok: true, value: all };
}

const prefix = /^urn:ietf:params:scim:schemas:core:2\.0:user:/i;
/** `attribute`, `attribute.sub`, `attribute[filter]`, `attribute[filter].sub`, or an attribute of an extension. */
const pathShape = /^(?:urn:[\w:.-]+:)?([a-z$][\w$-]*)(\[[^\]]{1,200}\])?(?:\.([a-z$][\w$-]*))?$/i;
const workMail = /^\[\s*(?:type\s+eq\s+"work"|primary\s+eq\s+"?true"?)\s*\]$/i;

type Target = keyof ScimProfile | 'name' | 'emails' | 'else';

/** What a path is about, of what is kept; a refusal where it is no path. */
function targetOf(path: string): { readonly ok: true; readonly target: Target } | Refusal {
  const plain = path.trim().replace(prefix, '');
  const [whole, attribute = '', filter, sub = ''] = pathShape.exec(plain) ?? [];
  if (whole === undefined) return refusal(400, `“${path.slice(0, 100)}” is no path.`, 'invalidPath');
  const found = (target: Target) => ({ ok: true, target }) as const;
  if (/^urn:/i.test(plain)) return found('else');
  const name = [attribute, sub].filter(Boolean).join('.').toLowerCase();
  if (attribute.toLowerCase() === 'emails' && filter !== undefined && !workMail.test(filter)) return found('else');
  return found(targets[name] ?? 'else');
}

const targets: Readonly<Record<string, Target>> = {
  ...{ username: 'userName', externalid: 'externalId', displayname: 'displayName', active: 'active' },
  ...{ name: 'name', 'name.formatted': 'displayName', 'name.givenname': 'givenName', 'name.familyname': 'familyName' },
  ...{ emails: 'emails', 'emails.value': 'email' },
};

function setAt(path: string, value: unknown, profile: ScimProfile): Read<ProfileChange> {
  const found = targetOf(path);
  if (!found.ok) return found;
  const { target } = found;
  if (target === 'else') return { ok: true, value: {} };
  if (target === 'name') return readUser({ name: value });
  if (target === 'emails') return readUser({ emails: Array.isArray(value) ? value : [value] });
  const single = unwrapped(value);
  if (target === 'active') {
    const active = readBoolean(single);
    return active === null
      ? refusal(400, 'active has to be true or false.', 'invalidValue')
      : { ok: true, value: { active } };
  }
  if (typeof single !== 'string' || single.length > 500 || single.trim() === '') {
    return refusal(400, `${target} has to be a text.`, 'invalidValue');
  }
  const change = { [target]: single.trim() };
  if (target !== 'givenName' && target !== 'familyName') return { ok: true, value: change };
  return { ok: true, value: { ...change, ...nameAfter({ ...profile, ...change }, profile) } };
}

/** An identity provider that changes parts of a name alone means the whole name with them. */
function nameAfter(after: ScimProfile, before: ScimProfile): ProfileChange {
  const whole = ({ givenName, familyName }: ScimProfile) => [givenName, familyName].filter(Boolean).join(' ');
  const wasWhole = before.displayName === null || before.displayName === whole(before);
  return wasWhole ? { displayName: whole(after) } : {};
}

/** Older dialects of Entra put a single value into a list of objects. */
function unwrapped(value: unknown): unknown {
  const [only] = Array.isArray(value) && value.length === 1 ? value : [];
  return typeof only === 'object' && only !== null && 'value' in only ? only.value : value;
}

function removed(path: string): Read<ProfileChange> {
  const found = targetOf(path);
  if (!found.ok) return found;
  const { target } = found;
  if (target === 'userName' || target === 'active' || target === 'email' || target === 'emails') {
    return refusal(400, `${target} is required and can’t be removed.`, 'mutability');
  }
  if (target === 'else') return { ok: true, value: {} };
  if (target === 'name') return { ok: true, value: { givenName: null, familyName: null } };
  return { ok: true, value: { [target]: null } };
}
