import fc from 'fast-check';
import { z } from 'zod';

const schemaShape = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
});
type Schema = z.infer<typeof schemaShape>;

/** What a description calls by name: `#/components/schemas/Draft` → its schema. */
export type Definitions = Readonly<Record<string, unknown>>;

/**
 * Values that fit a JSON Schema (the part of 2020-12 that OpenAPI descriptions here use), and now and then values that
 * break it in one place: callers send both.
 * @param spoil one value in so many is of another kind than described; 0 for none
 */
export function valuesOf(schema: unknown, definitions: Definitions, spoil = 12): fc.Arbitrary<unknown> {
  const read = schemaShape.parse(schema ?? {});
  const fitting = fittingValues(read, definitions, spoil);
  if (spoil === 0) return fitting;
  const edge = edges[read.format ?? ''] ?? anything;
  return fc.oneof(
    { weight: spoil, arbitrary: fitting },
    { weight: 1, arbitrary: anything },
    { weight: 1, arbitrary: edge },
  );
}

/** Strings that break naive code: of other alphabets, directions and normal forms, and what templates, shells and Slack would read. */
const nasty = fc.constantFrom(
  ...['', ' ', '\0', '\u0007', '\uD800', '\udfff x', '\u202e', 'é'.normalize('NFD'), '😀'.repeat(100), '𝕏'.repeat(400)],
  ...['%00', '\\', '../..', '__proto__', "'; drop table people; --", '{{7*7}}', '<!channel>', '＜script＞'],
  ...['x'.repeat(5_000), '1e999', 'null', '-1', 'Infinity'],
);

/** Instants and addresses at the edges of what their formats allow, and just beyond. */
const edges: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'date-time': fc.constantFrom(
    ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '2026-02-30T00:00:00Z', '+010000-01-01T00:00:00Z'],
  ),
  uri: fc.constantFrom(
    ...[
      'https://u:p@127.0.0.1/',
      'http://[::1]/',
      'https:///',
      'HTTP://10.0.0.1',
      `https://10.0.0.1/${'ü'.repeat(1_900)}`,
    ],
  ),
};

/** Whatever JSON can say, with what breaks naive code. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  nasty,
  fc.constantFrom(0, -1, 2 ** 53, 1e308, -0.1, 2_147_483_648),
);

function fittingValues(schema: Schema, definitions: Definitions, spoil: number): fc.Arbitrary<unknown> {
  const of = (part: unknown) => valuesOf(part, definitions, spoil);
  if (schema.$ref) return of(definitions[schema.$ref.split('/').at(-1) ?? '']);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if ('const' in schema && schema.const !== undefined) return fc.constant(schema.const);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map(of));
  if (schema.allOf) return fc.tuple(...schema.allOf.map(of)).map((parts) => Object.assign({}, ...parts));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => of({ ...schema, type })));
  return valuesOfType(schema, of);
}

function valuesOfType(schema: Schema, of: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const { minimum: min = -1_000, maximum: max = 1_000_000 } = schema;
  if (schema.type === 'object') return objects(schema, of);
  if (schema.type === 'array') {
    const lengths = { minLength: schema.minItems ?? 0, maxLength: Math.min(schema.maxItems ?? 4, 12) };
    return fc.array(of(schema.items), lengths);
  }
  if (schema.type === 'integer') return fc.integer({ min: Math.ceil(min), max: Math.min(max, 2 ** 53 - 1) });
  if (schema.type === 'number') return fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'string') return strings(schema);
  return anything;
}

function objects(schema: Schema, of: (part: unknown) => fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const requiredKeys = (schema.required ?? []).filter((key) => properties.some(([name]) => name === key));
  return fc.record(Object.fromEntries(properties.map(([name, part]) => [name, of(part)])), { requiredKeys });
}

/** Places that answer at once or not at all: a test must not wait for names to be looked up. */
const urls = fc
  .tuple(fc.constantFrom('https', 'http'), fc.constantFrom('127.0.0.1', '[::1]', '10.0.0.1', '192.0.2.7'), fc.webPath())
  .map(([scheme, host, path]) => `${scheme}://${host}${path}`);

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

function strings({ format, pattern, minLength = 0, maxLength = 80 }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'email') return fc.emailAddress();
  if (format === 'uri' || format === 'url') return urls;
  if (format === 'date-time') return instants.map((at) => at.toISOString());
  if (format === 'date') return instants.map((at) => at.toISOString().slice(0, 10));
  if (pattern) return fc.stringMatching(new RegExp(pattern));
  const bounds = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 200)) };
  return fc.oneof(fc.string({ ...bounds, unit: 'grapheme' }), fc.string({ ...bounds, unit: 'binary' }), urls);
}
