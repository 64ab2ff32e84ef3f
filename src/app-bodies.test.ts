import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppMembers, openMembers } from '../test/support/app-members.ts';
import { type AppWorld, draft, openAppWorld } from '../test/support/app-world.ts';

/** What any body may do to a route that writes: be refused or taken, never break anything. */
let world: AppWorld;
let members: AppMembers;

beforeAll(async () => {
  world = await openAppWorld(null, { limitFactor: 1_000 });
  members = await openMembers(world);
});
afterAll(() => world[Symbol.asyncDispose]());

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

const nasty = [
  ...[
    '',
    ' ',
    '\0',
    '\ud800',
    '\udfff x',
    '\u202e',
    '\u0007',
    '%00',
    '\\',
    "'; --",
    '{{7*7}}',
    '<!channel>',
    '__proto__',
  ],
  ...['😀'.repeat(100), 'x'.repeat(5_000), '1e999', 'null', '-1', 'Infinity', '＜script＞', 'é'.normalize('NFD')],
];
const dates = ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '2026-02-30T00:00:00Z', '+010000-01-01T00:00:00Z'];
const links = [
  'https://u:p@h.example/',
  'http://[::1]/',
  `https://h.example/${'ü'.repeat(1_900)}`,
  'https:///',
  'HTTP://X.y',
];

const formats: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  uuid: fc.uuid(),
  'date-time': fc.oneof(
    fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom(...dates),
  ),
  uri: fc.oneof(fc.webUrl(), fc.constantFrom(...links)),
  email: fc.emailAddress(),
};

function textOf({ format = '', maxLength = 60 }: Schema): fc.Arbitrary<unknown> {
  const text = fc.string({ unit: 'grapheme', maxLength: Math.min(maxLength + 1, 400) });
  return fc.oneof({ weight: 6, arbitrary: formats[format] ?? text }, fc.constantFrom(...nasty), text);
}

/** Bodies that mostly fit the schema, with something wrong here and there. */
function bodiesOf(schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 14, arbitrary: fitting(schema) }, fc.constantFrom(...nasty), fc.jsonValue({ maxDepth: 2 }));
}

function fitting(schema: Schema): fc.Arbitrary<unknown> {
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(bodiesOf));
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema) return fc.constant(schema.const);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return fc.oneof(...(types.length > 0 ? types : ['any']).map((type) => ofType(type, schema)));
}

function ofType(type: string, schema: Schema): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.oneof(fc.nat(2_000), fc.maxSafeInteger());
    case 'number':
      return fc.oneof(fc.nat(2_000), fc.double({ noNaN: true, noDefaultInfinity: true }));
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(bodiesOf(schema.items ?? {}), { maxLength: (schema.maxItems ?? 5) + 1 });
    case 'object': {
      const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, bodiesOf(field)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
    }
    default:
      return fc.jsonValue({ maxDepth: 3 });
  }
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Routes that take JSON; that they are all is checked below. */
const writing = [
  'POST /api/sign-in/link',
  'POST /api/sign-in/verify',
  'POST /api/sign-in/password',
  'POST /api/sign-in/second-factor',
  'POST /api/sign-in/passkey',
  'POST /api/account/step-up',
  'PUT /api/account/password',
  'POST /api/account/code/confirm',
  'POST /api/account/passkeys',
  'PATCH /api/account/passkeys/{id}',
  'POST /api/setup',
  'PATCH /api/organisation',
  'POST /api/members',
  'PATCH /api/members/{id}',
  'POST /api/previews',
  'POST /api/requests/render',
  'POST /api/requests',
  'PATCH /api/requests/{id}',
  'POST /api/requests/{id}/send',
];

function schemas(): Map<string, Schema> {
  const { paths } = world.app.api.document() as { paths: Record<string, Record<string, Operation>> };
  const found = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, { requestBody }]) => {
      const schema = requestBody?.content['application/json']?.schema;
      return schema === undefined ? [] : [[`${method.toUpperCase()} ${path}`, schema] as const];
    }),
  );
  return new Map(found);
}

async function idFor(path: string): Promise<string> {
  if (path.includes('/members/')) return (await members.signInAs('employee')).personId;
  return String((await world.ask('POST', '/api/requests', draft)).json.id);
}

describe('any body', () => {
  it('is tried on every route that takes JSON', () => {
    expect([...schemas().keys()].toSorted()).toEqual(writing.toSorted());
  });

  it.each(writing)('breaks nothing: %s', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const schema = schemas().get(route) ?? {};
    // One's own account for each route: an account may ask 600 times a minute.
    const browser = await members.signInAs('owner');
    const path = pattern.replace('{id}', pattern.includes('{id}') ? await idFor(pattern) : '');
    const seen = new Set<number>();
    const bodies = fc.oneof({ weight: 8, arbitrary: bodiesOf(schema) }, fc.json(), fc.string({ unit: 'binary' }));
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { status, text } = await members.ask(browser, method, path, { body });
        seen.add(status);
        if (status >= 500 || status === 429) throw new Error(`${status} ${text}`);
      }),
      { numRuns: 500, interruptAfterTimeLimit: 1_500, markInterruptAsFailure: false },
    );
    // Neither signed out nor forbidden: the bodies have been read.
    expect(seen).toContain(422);
    expect(world.log.lines.filter(({ fields }) => fields.event === 'http.route_failed')).toEqual([]);
  });

  it('leaves everything that can be read readable', async () => {
    for (const path of [
      '/api/requests',
      '/api/dashboard',
      '/api/organisation',
      '/api/members',
      '/api/me',
      '/api/slack',
    ]) {
      expect([path, (await world.ask('GET', path)).status]).toEqual([path, 200]);
    }
    const pages = Math.ceil(Number((await world.ask('GET', '/api/requests')).json.total) / 20);
    for (let page = 1; page <= pages; page += 1) {
      const { status, json } = await world.ask('GET', `/api/requests?page=${page}`);
      expect(status).toBe(200);
      for (const { id } of (json.requests as { id: string }[]).slice(0, 3)) {
        expect((await world.ask('GET', `/api/requests/${id}`)).status).toBe(200);
      }
    }
  });
});
