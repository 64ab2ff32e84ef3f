import { z } from '../../zod.ts';

const media = z.looseObject({ schema: z.unknown() });
const operation = z.looseObject({
  summary: z.string().default(''),
  description: z.string().default(''),
  tags: z.array(z.string()).default([]),
  parameters: z
    .array(
      z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().default(false), schema: z.unknown() }),
    )
    .default([]),
  requestBody: z.looseObject({ content: z.record(z.string(), media) }).optional(),
  responses: z.record(
    z.string(),
    z.looseObject({ description: z.string(), content: z.record(z.string(), media).optional() }),
  ),
});

/** The part of OpenAPI 3.1 that the page shows. */
export const descriptionSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()).default({}) }).default({ schemas: {} }),
});
export type Description = z.infer<typeof descriptionSchema>;

/** A row of a table of fields. `depth` 0 is the body itself. */
export interface Field {
  readonly name: string;
  readonly depth: number;
  readonly type: string;
  readonly required: boolean;
}

export interface Operation {
  /** For links on the page: `post-api-requests-id-send`. */
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly access: string;
  readonly parameters: readonly Field[];
  readonly body: readonly Field[];
  readonly answers: readonly { readonly status: string; readonly meaning: string; readonly fields: readonly Field[] }[];
}

export interface Chapter {
  readonly name: string;
  readonly operations: readonly Operation[];
}

/** The description as chapters to read; what other systems call comes last. */
export function chaptersOf(description: Description): readonly Chapter[] {
  const chapters = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(description.paths)) {
    for (const [method, found] of Object.entries(methods)) {
      const name = found.tags[0] ?? 'Other';
      chapters.set(name, [
        ...(chapters.get(name) ?? []),
        readOperation(path, method.toUpperCase(), found, description),
      ]);
    }
  }
  const isLast = (name: string) => Number(name === 'Other systems');
  return [...chapters]
    .toSorted(([left], [right]) => isLast(left) - isLast(right) || left.localeCompare(right))
    .map(([name, operations]) => ({ name, operations }));
}

function readOperation(
  path: string,
  method: string,
  found: z.infer<typeof operation>,
  { components }: Description,
): Operation {
  const fieldsIn = (content: Record<string, { schema?: unknown }> | undefined) =>
    Object.values(content ?? {}).flatMap(({ schema }) => fieldsOf(schema, components.schemas));
  return {
    ...{ method, path, summary: found.summary, access: found.description },
    id: `${method}${path}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
    parameters: found.parameters
      .filter((one) => one.in === 'query' || one.in === 'path')
      .map(({ name, required, schema }) => ({ name, depth: 0, required, type: typeOf(schema, components.schemas) })),
    body: fieldsIn(found.requestBody?.content),
    answers: Object.entries(found.responses)
      .filter(([status]) => status !== 'default')
      .map(([status, answer]) => ({ status, meaning: answer.description, fields: fieldsIn(answer.content) })),
  };
}

const schemaPart = z.looseObject({
  $ref: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).default([]),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
});
type Named = Readonly<Record<string, unknown>>;

function read(schema: unknown, named: Named): z.infer<typeof schemaPart> {
  const part = schemaPart.parse(schema ?? {});
  const referred = part.$ref?.split('/').at(-1);
  return referred === undefined ? part : read(named[referred], named);
}

/** The fields of an object, those of objects and lists within it below them. */
export function fieldsOf(schema: unknown, named: Named, depth = 0): readonly Field[] {
  if (depth > 4) return [];
  const part = read(schema, named);
  const alternatives = [...(part.allOf ?? []), ...(part.anyOf ?? []), ...(part.oneOf ?? [])];
  const within = alternatives.flatMap((one) => fieldsOf(one, named, depth));
  const items = part.items === undefined ? [] : fieldsOf(part.items, named, depth);
  const own = Object.entries(part.properties ?? {}).flatMap(([name, inner]) => [
    { name, depth, type: typeOf(inner, named), required: part.required.includes(name) },
    ...fieldsOf(inner, named, depth + 1),
  ]);
  const all = [...own, ...within, ...items];
  return all.filter(
    (field, at) =>
      all.findIndex((one) => one.name === field.name && one.depth === field.depth) === at || field.depth > depth,
  );
}

/** A type in a few words: "text, at most 80 characters", "list of numbers", "draft | sent". */
export function typeOf(schema: unknown, named: Named): string {
  const part = read(schema, named);
  const alternatives = part.anyOf ?? part.oneOf;
  if (part.enum) return part.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (part.const !== undefined) return JSON.stringify(part.const);
  if (alternatives) return [...new Set(alternatives.map((one) => typeOf(one, named)))].join(' | ');
  if (Array.isArray(part.type)) return part.type.map((type) => typeOf({ ...part, type }, named)).join(' | ');
  if (part.type === 'array') return `list of ${typeOf(part.items, named)}`;
  if (part.type === 'string') return textType(part);
  return part.type ?? (part.properties ? 'object' : 'anything');
}

const formats: Readonly<Record<string, string>> = {
  uuid: 'id (UUID)',
  'date-time': 'instant (ISO 8601)',
  date: 'day (YYYY-MM-DD)',
  email: 'e-mail address',
  uri: 'address (URL)',
  binary: 'file',
};

function textType({ format, minLength = 0, maxLength }: z.infer<typeof schemaPart>): string {
  const kind = formats[format ?? ''] ?? 'text';
  if (maxLength === undefined || format !== undefined) return kind;
  return minLength > 1
    ? `${kind}, ${minLength} to ${maxLength} characters`
    : `${kind}, at most ${maxLength} characters`;
}
