/** As much of JSON Schema as the API's description uses. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minLength?: number;
  readonly minimum?: number;
}

const samples: Readonly<Record<string, string>> = {
  uuid: '018f0000-0000-7000-8000-0000000000aa',
  'date-time': '2026-11-01T12:00:00.000Z',
  date: '2026-11-01',
  uri: 'https://harbour.example/',
  email: 'somebody@example.com',
};

/** The least that a schema accepts: required fields only, each the first of what it may be. */
export function leastBody(schema: Schema): unknown {
  if ('const' in schema) return schema.const;
  if ('default' in schema) return schema.default;
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf?.[0]) return leastBody(schema.anyOf[0]);
  switch (typeof schema.type === 'string' ? schema.type : schema.type?.[0]) {
    case 'string':
      return samples[schema.format ?? ''] ?? 'x'.repeat(schema.minLength ?? 1);
    case 'integer':
    case 'number':
      return schema.minimum ?? 0;
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => leastBody(schema.items ?? {}));
    case 'object': {
      const required = (schema.required ?? []).map((name) => [name, leastBody(schema.properties?.[name] ?? {})]);
      return Object.fromEntries(required);
    }
    default:
      return null;
  }
}
