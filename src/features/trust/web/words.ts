import type { Act, Entry, Named } from './contract.ts';

/** A sentence in pieces: plain words, and who or what is meant. */
export type Piece = { readonly text: string; readonly strong: boolean };

const actors: Readonly<Record<string, string>> = { slack: 'Slack', operator: 'The operator', system: 'Coact' };
const things: Readonly<Record<string, string>> = {
  organisation: 'the organisation',
  request: 'a share request',
  picture: 'a picture',
  webhook: 'a webhook',
};

/** Somebody or something as people call it: names as they are today, as the log itself holds none. */
export function nameOf({ kind, id, name }: Named): string {
  if (kind === 'person' || kind === 'slack_member')
    return name === null ? 'a former member' : name || 'somebody from Slack';
  if (kind === 'key' || kind === 'api_key') return `the API key “${name ?? id}”`;
  return actors[kind] ?? things[kind] ?? `${kind} ${id}`;
}

/** What happened, as a sentence whose beginning is a capital. */
export function sentenceOf({
  sentence,
  actor,
  target,
}: Pick<Entry, 'sentence' | 'actor' | 'target'>): readonly Piece[] {
  const pieces = sentence
    .split(/(\{actor\}|\{target\})/)
    .filter(Boolean)
    .map((part) => {
      if (part === '{actor}') return { text: nameOf(actor), strong: true };
      return part === '{target}' ? { text: nameOf(target), strong: true } : { text: part, strong: false };
    });
  const [first, ...rest] = pieces;
  if (first === undefined) return [];
  return [{ ...first, text: first.text.charAt(0).toUpperCase() + first.text.slice(1) }, ...rest];
}

const groups: Readonly<Record<string, string>> = {
  audit: 'Audit log',
  people: 'People and organisation',
  share: 'Share requests',
  slack: 'Slack',
  webhooks: 'Webhooks',
};

export function groupLabel(group: string): string {
  return groups[group] ?? group.charAt(0).toUpperCase() + group.slice(1);
}

/** An act in a list of acts: what it says, without who and what. */
export function actLabel({ sentence }: Pick<Act, 'sentence'>): string {
  const bare = sentence
    .replace(/^\{(actor|target)\} /, '')
    .replaceAll('{target}', 'somebody')
    .replaceAll('{actor}', 'somebody');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** What a field says, for people: `eventValues,name` becomes `event values, name`. */
export function fieldText(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (value === '') return 'none';
  return value
    .split(',')
    .map((part) =>
      part
        .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
        .replaceAll('_', ' ')
        .toLowerCase(),
    )
    .join(', ');
}

export function fieldLabel(name: string): string {
  const words = name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
