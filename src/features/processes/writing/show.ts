import type { z } from '@hono/zod-openapi';
import type { Tx } from '../../../platform/db/index.ts';
import { listRoles } from '../../schedule/index.ts';
import type { ProcessParts } from '../parts.ts';
import { splitWords } from './content.ts';
import type { Listed } from './find-store.ts';
import type { Found, Version } from './process.ts';
import type { historyShape, listedShape, processShape, versionShape } from './shapes.ts';
import type { ProcessRight } from './standing.ts';

type People = Pick<ProcessParts, 'people'>;
type Names = ReadonlyMap<string, string>;

const personIn = (names: Names, id: string | null) => {
  const name = id === null ? undefined : names.get(id);
  return id === null || name === undefined ? null : { id, name };
};

/** A process as whoever asks may see it: its draft and its audience only where they may write on it. */
export async function showProcess(
  parts: People,
  tx: Tx,
  { process, published, open }: Found,
  can: (right: ProcessRight) => boolean,
): Promise<z.infer<typeof processShape>> {
  const edit = can('processes.edit');
  const versions = [published, edit ? open : null].filter((version) => version !== null);
  const names = await namesFor(parts, tx, process, versions);
  const inSteps = versions.flatMap(({ steps }) => steps.flatMap(({ doer }) => (doer.id === null ? [] : [doer.id])));
  return {
    ...{ id: process.id, owner: personIn(names, process.ownerId), confidential: process.confidential },
    ...{ reviewBy: process.reviewBy, archived: process.archived },
    audience: edit
      ? process.audience.map((one) => ({ ...one, name: names.get(one.ref) ?? 'Somebody or something that is gone' }))
      : null,
    published: published && showVersion(published, names),
    open: edit && open ? showVersion(open, names) : null,
    names: Object.fromEntries(inSteps.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : []))),
    may: { edit, publish: edit && open?.state === 'review' && can('processes.publish') },
  };
}

async function namesFor(
  { people }: People,
  tx: Tx,
  process: Found['process'],
  versions: readonly Version[],
): Promise<Names> {
  const ids = [
    ...[process.ownerId, ...process.audience.map(({ ref }) => ref)],
    ...versions.flatMap(({ writtenBy, submittedBy, publishedBy, steps }) => [
      ...[writtenBy, submittedBy, publishedBy],
      ...steps.map(({ doer }) => doer.id),
    ]),
  ].filter((id) => id !== null);
  const places = await people.places(tx);
  return new Map([
    ...[...(await listRoles(tx)), ...places.departments, ...places.locations].map(
      ({ id, name }) => [id, name] as const,
    ),
    ...(await people.namesOf(tx, [...new Set(ids)])),
  ]);
}

function showVersion(version: Version, names: Names): z.infer<typeof versionShape> {
  const { number, state, revision, title, body, steps, note, returnedNote } = version;
  return {
    ...{ number, state, revision, title, body, note, returnedNote },
    steps: steps.map((step) => ({ ...step, choices: [...step.choices] })),
    writtenBy: personIn(names, version.writtenBy),
    submittedBy: personIn(names, version.submittedBy),
    publishedBy: personIn(names, version.publishedBy),
    ...{ writtenAt: version.writtenAt.toISOString(), publishedAt: version.publishedAt?.toISOString() ?? null },
  };
}

/** One version, of those that hold, held, or may hold. */
export async function showOne({ people }: People, tx: Tx, version: Version): Promise<z.infer<typeof versionShape>> {
  const ids = [version.writtenBy, version.submittedBy, version.publishedBy].filter((id) => id !== null);
  return showVersion(version, await people.namesOf(tx, ids));
}

/** What a process said over time, the latest first. */
export async function showHistory(
  { people }: People,
  tx: Tx,
  versions: readonly Version[],
): Promise<z.infer<typeof historyShape>> {
  const names = await people.namesOf(
    tx,
    versions.map(({ publishedBy }) => publishedBy).filter((id) => id !== null),
  );
  return {
    versions: versions.map(({ number, state, title, note, publishedBy, publishedAt, writtenAt }) => ({
      ...{ number, state, title, note, publishedBy: personIn(names, publishedBy) },
      ...{ publishedAt: publishedAt?.toISOString() ?? null, writtenAt: writtenAt.toISOString() },
    })),
  };
}

/** A line of the list. @param words what was searched for */
export async function showListed(
  { people }: People,
  tx: Tx,
  found: readonly Listed[],
  words: readonly string[],
): Promise<z.infer<typeof listedShape>[]> {
  const names = await people.namesOf(
    tx,
    found.map(({ ownerId }) => ownerId).filter((id) => id !== null),
  );
  return found.map(({ ownerId, body, steps, ...listed }) => ({
    ...listed,
    owner: personIn(names, ownerId),
    steps: steps.length,
    minutes: steps.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    excerpt: excerptOf([body, ...steps.flatMap(({ title, text }) => [`- ${title}`, text])].join('\n'), words),
  }));
}

const longestExcerpt = 180;

/** Words of a Markdown text in one line: its marks are left out, points stand between the items of lists. */
function inOneLine(markdown: string): string {
  return markdown
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^[ \t]*(?:\|[ \t:|-]+|-{3,}[ \t]*)$/gm, ' ')
    .replaceAll(/^[ \t]*(?:#{1,6}|>)[ \t]+/gm, '')
    .replaceAll(/^[ \t]*(?:[-*+]|\d+[.)])[ \t]+|^[ \t]*\|/gm, ' · ')
    .replaceAll(/[*`~]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])|\\(?=[^\p{L}\p{N}\s])/gu, '')
    .replaceAll('|', ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/( ·)+ /g, ' · ')
    .replace(/^[ ·]+/, '')
    .trim();
}

/** Some words around the first one that was searched for; without any, how the text begins. */
export function excerptOf(markdown: string, words: readonly string[]): string {
  const text = inOneLine(markdown);
  const plain = fold(text);
  const at = words
    .flatMap(splitWords)
    .map((word) => plain.indexOf(fold(word)))
    .filter((index) => index >= 0);
  const from = Math.max(0, Math.min(...(at.length > 0 ? at : [0])) - 60);
  const [hasMore, isLater] = [from + longestExcerpt < text.length, from > 0];
  const cut = text.slice(from, from + longestExcerpt);
  const begun = isLater ? cut.replace(/^\S*\s/, '') : cut;
  return `${isLater ? '… ' : ''}${hasMore ? begun.replace(/\s\S*$/, '').replace(/[ ·]+$/, '') : begun}${hasMore ? ' …' : ''}`;
}

/** Without accents and capitals, letter for letter. */
const fold = (text: string) =>
  [...text]
    .map(
      (letter) =>
        letter
          .normalize('NFD')
          .replaceAll(/[\u0300-\u036f]/g, '')
          .toLowerCase()[0] ?? letter,
    )
    .join('');
