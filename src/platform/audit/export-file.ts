import { z } from 'zod';
import { csvLine } from '../csv/index.ts';
import { type BreakReason, breakSentences, type Followed, follow, unfollowed } from './chain.ts';
import { type AuditActor, hashEntry, hex, type StoredEntry } from './entry.ts';
import type { NotedHead } from './verify.ts';

/** What an exported file says of itself in its first line. */
export type ExportHead = {
  readonly organisation: string;
  readonly exportedAt: Date;
  /** Names of the filters that were set, with commas; empty for the whole log. */
  readonly filters: string;
  /** Number of the entry that records this export: the mark of the file. */
  readonly mark: number;
};

/**
 * The lines of an export for verifying, JSON Lines: what it is, each entry, and an end, without which the file was cut
 * off. Every line ends with a line feed.
 */
export const jsonLines = {
  head: ({ organisation, exportedAt, filters, mark }: ExportHead): string =>
    line({ kind: 'coact-audit', version: 1, organisation, exportedAt: exportedAt.toISOString(), filters, mark }),
  entry: ({ seq, at, entry, previous, hash }: StoredEntry): string =>
    line({
      kind: 'entry',
      ...{ seq, at: at.toISOString(), actor: entry.actor, action: entry.action, target: entry.target },
      ...{ detail: entry.detail ?? {}, previous: hex(previous), hash: hex(hash) },
    }),
  /** @param last number and hash of the last entry that the log had when the export began */
  end: (entries: number, last: NotedHead): string => line({ kind: 'end', entries, seq: last.seq, hash: last.hash }),
};

const line = (value: object) => `${JSON.stringify(value)}\n`;

/** Names that are shown beside ids, and the sentence; empty where nobody knows them. */
export type InWords = { readonly actor: string; readonly target: string; readonly sentence: string };

const columns = [
  ...['number', 'at', 'actor', 'actor_kind', 'actor_id', 'act', 'sentence', 'target', 'target_kind', 'target_id'],
  ...['detail', 'previous', 'hash'],
];

/** The lines of an export for spreadsheets, CSV (RFC 4180). */
export const csvLines = {
  head: (): string => csvLine(columns),
  entry: ({ seq, at, entry, previous, hash }: StoredEntry, words: InWords): string => {
    const { actor, target } = entry;
    const cells = [
      ...[String(seq), at.toISOString(), words.actor, actor.kind, actor.id, entry.action, words.sentence],
      ...[words.target, target.type, target.id, JSON.stringify(entry.detail ?? {}), hex(previous), hex(hash)],
    ];
    return csvLine(cells);
  },
};

export type FileVerification =
  | {
      readonly ok: true;
      readonly organisation: string;
      readonly entries: number;
      /** False where filters were set: each entry is proved by itself, but nobody can tell what was left out. */
      readonly whole: boolean;
      readonly head: NotedHead;
    }
  | { readonly ok: false; readonly line: number; readonly problem: string };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const actorKinds = ['person', 'slack', 'operator', 'system'] as const satisfies readonly AuditActor['kind'][];
const headShape = z.strictObject({
  kind: z.literal('coact-audit'),
  version: z.literal(1),
  organisation: z.uuid(),
  exportedAt: z.iso.datetime(),
  filters: z.string(),
  mark: z.int().min(0),
});
const entryShape = z.strictObject({
  kind: z.literal('entry'),
  seq: z.int().min(1),
  at: z.iso.datetime({ precision: 3 }),
  actor: z.strictObject({ kind: z.enum(actorKinds), id: z.string() }),
  action: z.string(),
  target: z.strictObject({ type: z.string(), id: z.string() }),
  detail: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
  previous: hash,
  hash,
});
const endShape = z.strictObject({ kind: z.literal('end'), entries: z.int(), seq: z.int(), hash });

/**
 * Verifies an exported file, line by line, with nothing else at hand.
 * @param noted heads that somebody noted down; each must stand in the file
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  noted: readonly NotedHead[] = [],
): Promise<FileVerification> {
  let number = 0;
  let reading: Reading | null = null;
  let end: z.infer<typeof endShape> | null = null;
  const wanted = new Map(noted.map(({ seq, hash: digits }) => [seq, digits.toLowerCase()]));
  for await (const text of lines) {
    number += 1;
    if (end !== null) return { ok: false, line: number, problem: 'something follows the end of the export' };
    const read = readLine(text);
    const problem = reading === null ? null : takeEntry(reading, read);
    if (reading === null) {
      const head = headShape.safeParse(read);
      if (!head.success) return { ok: false, line: number, problem: 'this is no export of an audit log' };
      reading = { organisation: head.data.organisation, whole: head.data.filters === '', count: 0, at: unfollowed };
    } else if (typeof problem === 'string') return { ok: false, line: number, problem };
    else if (problem !== null) end = problem;
    else if (wanted.get(reading.at.seq) === hex(reading.at.hash)) wanted.delete(reading.at.seq);
  }
  if (reading === null || end === null) {
    return { ok: false, line: number, problem: 'the file has no end: it was cut off' };
  }
  return settle(reading, end, number, wanted);
}

/** How far a file has been read. */
type Reading = { readonly organisation: string; readonly whole: boolean; count: number; at: Followed };

function settle(reading: Reading, end: z.infer<typeof endShape>, line: number, missing: ReadonlyMap<number, string>) {
  const { organisation, whole, count, at } = reading;
  const problem = (text: string): FileVerification => ({ ok: false, line, problem: text });
  if (end.entries !== count) return problem(`the end speaks of ${end.entries} entries, the file has ${count}`);
  if (whole && (end.seq !== at.seq || end.hash !== hex(at.hash))) return problem(breakSentences.cut);
  const [seq] = missing.keys();
  if (seq !== undefined) return problem(`entry ${seq} is not the one whose hash was noted down`);
  const head = { seq: end.seq, hash: end.hash };
  return { ok: true, organisation, entries: count, whole, head } satisfies FileVerification;
}

/** Takes an entry in; a sentence when it does not follow, the end when it is that, null to go on. */
function takeEntry(reading: Reading, read: unknown): z.infer<typeof endShape> | string | null {
  const ended = endShape.safeParse(read);
  if (ended.success) return ended.data;
  const parsed = entryShape.safeParse(read);
  if (!parsed.success) return 'this line is no entry';
  const { seq, at, actor, action, target, detail, previous, hash: digits } = parsed.data;
  const [before, own] = [Buffer.from(previous, 'hex'), Buffer.from(digits, 'hex')];
  const stored = { seq, at: new Date(at), entry: { actor, action, target, detail }, previous: before, hash: own };
  const goesOn = reading.whole || (reading.count > 0 && seq === reading.at.seq + 1);
  const next = goesOn ? follow(reading.organisation, reading.at, { ...stored, exact: true }) : alone(reading, stored);
  if (typeof next === 'string') return breakSentences[next];
  reading.at = next;
  reading.count += 1;
  return null;
}

/** In a filtered export: the first entry after a gap can only be held against its own hash. */
function alone(reading: Reading, stored: Omit<StoredEntry, 'exact'>): Followed | BreakReason {
  if (stored.seq <= reading.at.seq) return 'missing';
  const isOwn = hex(hashEntry({ ...stored, orgId: reading.organisation })) === hex(stored.hash);
  return isOwn ? { seq: stored.seq, hash: stored.hash } : 'changed';
}

function readLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
