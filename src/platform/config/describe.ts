import { z } from 'zod';
import { isSecret } from './secrets.ts';
import { settings } from './settings.ts';

/** The table of settings for docs/operating/configuration.md, as Markdown rows sorted as in the schema. */
export function describeConfig(): string {
  const rows = Object.entries(settings).map(([name, schema]) => {
    const empty = z.safeParse(schema, undefined);
    const fallback = empty.success && empty.data !== undefined ? showDefault(empty.data) : '–';
    const file = isSecret(name) ? ` May stand in a file: \`${name}_FILE\`.` : '';
    return `| \`${name}\` | ${fallback} | ${schema.description ?? ''}${file} |`;
  });
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

function showDefault(value: unknown): string {
  if (value === false) return '`0`';
  if (Array.isArray(value)) return '–';
  return `\`${String(value)}\``;
}
