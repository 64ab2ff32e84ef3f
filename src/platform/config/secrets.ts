import { readFileSync } from 'node:fs';
import { nearestName } from './nearest.ts';
import { settings } from './settings.ts';

type Given = Readonly<Record<string, string | undefined>>;

const secretName = /(_SECRET|_PASSWORD|_TOKEN|_HEADERS)$/;
const longest = 65_536;

/** Whether a setting is, or holds, a secret: it is never shown, and may come from a file. */
export function isSecret(name: string): boolean {
  // An address of a server has its password in it.
  return secretName.test(name) || ['DATABASE_URL', 'SMTP_URL', 'STRIPE_SECRET_KEY'].includes(name);
}

/**
 * Reads secrets from the files that `NAME_FILE` names, as containers are given them.
 * @returns the settings with what the files hold, and sentences about files that can't be used
 */
export function withFiles(given: Given): { readonly given: Given; readonly problems: readonly string[] } {
  const read: Record<string, string | undefined> = { ...given };
  const problems: string[] = [];
  for (const name of Object.keys(settings).filter(isSecret)) {
    const file = given[`${name}_FILE`];
    if (file === undefined) continue;
    if (given[name] !== undefined) problems.push(`${name}: it is set twice, by ${name}_FILE too; unset one.`);
    try {
      const text = readFileSync(file, 'utf8').trim();
      if (text === '' || text.length > longest) problems.push(`${name}_FILE: ${file} is empty or too long.`);
      else read[name] = text;
    } catch {
      problems.push(`${name}_FILE: ${file} can't be read by the user that runs Coact.`);
    }
  }
  return { given: read, problems };
}

/** Sentences about variables that look like settings and are none: a misspelt one would silently do nothing. */
export function misspeltSettings(given: Given): readonly string[] {
  const known = Object.keys(settings);
  const files = known.filter(isSecret).map((name) => `${name}_FILE`);
  return Object.keys(given).flatMap((name) => {
    if (given[name] === '' || known.includes(name) || files.includes(name) || !name.includes('_')) return [];
    const nearest = nearestName(name, [...known, ...files]);
    if (nearest !== null) return [`${name} is no setting of Coact. Did you mean ${nearest}?`];
    return name.startsWith('COACT_') ? [`${name} is no setting of Coact (docs/operating/configuration.md).`] : [];
  });
}

export interface EffectiveSetting {
  readonly name: string;
  /** Null when not set; secrets are masked. */
  readonly value: string | null;
  readonly from: 'environment' | 'file' | 'default';
}

/** Every setting as it takes effect, for the operator's eyes: where it comes from, with secrets masked. */
export function effectiveSettings(given: Given): readonly EffectiveSetting[] {
  return Object.entries(settings).map(([name, schema]): EffectiveSetting => {
    const file = given[`${name}_FILE`];
    const fromFile = isSecret(name) && file !== undefined && file !== '';
    const set = fromFile || (given[name] !== undefined && given[name] !== '');
    if (set)
      return { name, value: isSecret(name) ? '••••' : (given[name] ?? ''), from: fromFile ? 'file' : 'environment' };
    const empty = schema.safeParse(undefined);
    const value = empty.success && empty.data !== undefined ? String(empty.data) : null;
    return { name, value: value === '' ? null : value, from: 'default' };
  });
}
