import { join } from 'node:path';
import { newId } from '../../src/platform/clock/index.ts';
import { type OrgId, orgId } from '../../src/platform/db/index.ts';
import { memoryLog } from '../../src/platform/log/index.ts';
import type { Role } from '../../src/platform/policy/index.ts';
import { loadRootKey, openVault } from '../../src/platform/vault/index.ts';
import { type AppWorld, publicUrl } from './app-world.ts';
import { type Browser, openOffice } from './sign-in.ts';

/** People of the whole product besides its owner, and other organisations. */
export interface AppMembers {
  /** The organisation of the product's owner. */
  readonly orgId: OrgId;
  /** A new member in that role, signed in; of the owner's organisation unless told. */
  signInAs(role: Role, org?: OrgId): Promise<Browser>;
  /** Makes somebody who is signed in a member of another organisation too. */
  join(browser: Browser, org: OrgId, role: Role): Promise<void>;
  /** The owner of another organisation in the same installation. */
  found(name: string): Promise<Browser>;
  /** Asks as somebody; null is signed out. Each request comes from an address of its own, so that no limit is met. */
  ask(as: Browser | null, method: string, path: string, options?: AskOptions): Promise<Answer>;
}

export interface AskOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  /** All but those that differ by nature: date, request id. */
  readonly headers: Readonly<Record<string, string>>;
  /** As it was sent, for comparing byte by byte. */
  readonly text: string;
}

/** Opens people and sign-in a second time, on the database and keys of a running product. */
export async function openMembers(world: AppWorld): Promise<AppMembers> {
  const { db, clock, app } = world;
  const vault = openVault(await loadRootKey(join(db.folder, 'keys'), db, clock), db, clock);
  const office = await openOffice({ db, clock, vault, log: memoryLog(), openJobs: async () => app.jobs });
  const me = (await world.ask('GET', '/api/me')).json as { organisation: { id: string } };
  const own = orgId(me.organisation.id);
  return {
    orgId: own,
    signInAs: (role, org = own) => office.signInAs(org, role),
    join: async ({ userId }, org, role) => {
      await office.people.addMember(org, { name: `Some ${role}`, roles: [role, 'employee'], userId });
    },
    found: office.found,
    ask: async (as, method, path, { body, headers = {} } = {}) => {
      const page = {
        origin: publicUrl,
        'sec-fetch-site': 'same-origin',
        'x-coact': '1',
        'content-type': 'application/json',
      };
      const sent = new Headers({ ...page, ...as?.headers, ...headers });
      // A form brings its own type, with its boundary.
      if (body instanceof FormData) sent.delete('content-type');
      const init: RequestInit = { method, headers: sent };
      if (body !== undefined) init.body = isSendable(body) ? body : JSON.stringify(body);
      const request = new Request(`${publicUrl}${path}`, init);
      const answer = await app.fetch(request, { clientAddress: `2001:db8:${newId(clock).slice(-4)}::1` });
      const { date, 'x-request-id': requestId, ...kept } = Object.fromEntries(answer.headers);
      return { status: answer.status, headers: kept, text: await answer.text() };
    },
  };
}

const isSendable = (body: unknown): body is string | FormData => typeof body === 'string' || body instanceof FormData;
