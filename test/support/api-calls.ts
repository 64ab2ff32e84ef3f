import fc from 'fast-check';
import { z } from 'zod';
import { type Definitions, valuesOf } from './schema-arbitrary.ts';

const operationShape = z.looseObject({
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional(), schema: z.unknown() }))
    .default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.unknown() })) }).optional(),
});
type Operation = z.infer<typeof operationShape>;

const documentShape = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }),
});

/** One call of the API, as somebody could send it. */
export interface ApiCall {
  readonly route: string;
  readonly method: string;
  readonly path: string;
  readonly body: string | undefined;
}

/**
 * Calls made from the API's own description: every operation as often as any other, mostly as described, sometimes
 * not, and with ids that exist as well as ids that don't.
 * @param document OpenAPI 3.1
 * @param ids per parameter name, what exists
 */
export function callsOf(
  document: unknown,
  ids: readonly string[],
  skipped: ReadonlySet<string>,
): fc.Arbitrary<ApiCall> {
  const { paths, components } = documentShape.parse(document);
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const called = operations.filter(({ method, path }) => !skipped.has(`${method} ${path}`));
  return fc.oneof(
    ...called.map(({ path, method, operation }) => callOf(path, method, operation, components.schemas, ids)),
  );
}

function callOf(
  path: string,
  method: string,
  operation: Operation,
  definitions: Definitions,
  ids: readonly string[],
): fc.Arbitrary<ApiCall> {
  const inPlaces = (place: string) => operation.parameters.filter((parameter) => parameter.in === place);
  const segments = fc.record(
    Object.fromEntries([...path.matchAll(/{(\w+)}/g)].map(([, name = '']) => [name, segment(ids)])),
  );
  const query = fc.record(
    Object.fromEntries(inPlaces('query').map(({ name, schema }) => [name, valuesOf(schema, definitions)])),
    { requiredKeys: [] },
  );
  return fc.tuple(segments, query, bodyOf(operation, definitions)).map(([names, asked, body]) => ({
    ...{ route: `${method} ${path}`, method },
    path: `${path.replaceAll(/{(\w+)}/g, (_, name: string) => encodeURIComponent(names[name] ?? ''))}${queryString(asked)}`,
    body: method === 'GET' ? undefined : body,
  }));
}

function segment(ids: readonly string[]): fc.Arbitrary<string> {
  // A lone dot or nothing at all would be another address.
  const junk = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/^\.{1,2}$/.test(text));
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: fc.uuid() }, junk);
}

function queryString(asked: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(asked).map(([name, value]) => [name, asText(value)]);
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** JSON as described, another JSON, or what is no JSON at all. */
function bodyOf({ requestBody }: Operation, definitions: Definitions): fc.Arbitrary<string | undefined> {
  const schema = requestBody?.content['application/json']?.schema;
  const described = schema === undefined ? fc.constant({}) : valuesOf(schema, definitions);
  const json = described.map((value): string | undefined => JSON.stringify(value));
  const broken = fc.constantFrom(
    '',
    '{',
    'null',
    '[]',
    '"',
    '{"a":'.repeat(2_000),
    '\uFEFF{}',
    `"${'x'.repeat(120_000)}"`,
  );
  return fc.oneof({ weight: 20, arbitrary: json }, { weight: 1, arbitrary: broken }, fc.constant(undefined));
}
