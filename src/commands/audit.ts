import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { openStoredAudit, type StoredAudit } from '../open-audit.ts';
import { breakSentences, type NotedHead, verifyExport } from '../platform/audit/index.ts';
import type { OrgId } from '../platform/db/index.ts';
import { exportAudit } from './audit-export.ts';
import type { Call, Command, Output } from './command.ts';
import { CommandProblem, WrongCall } from './problems.ts';

const acts = { verify, export: exportOne, head } as const;

/** `coact audit verify|export|head`. */
export const auditCommand: Command = {
  name: 'audit',
  summary: 'verify the audit log, export it, or print its head',
  help: `coact audit verify [--org id] [--head number:hash]
  Follows the chain of hashes of every organisation, or of one, to its sealed end. Ends with 1 at the first that is
  broken, and says where. With --head also checks a head that somebody noted down.
coact audit verify --file export.jsonl [--head number:hash]
  Verifies an exported file; needs neither database nor keys.
coact audit export --org id --out file [--format jsonl|csv]
  Writes the log into a new file, and the export into the log. jsonl is for verifying, csv for reading.
coact audit head [--org id]
  Prints number and hash of the last entry. Whoever notes it down elsewhere can later tell whether anything before it
  was changed or cut off.

With the embedded database Coact must not be running, except for --file.`,
  options: {
    org: { type: 'string' },
    file: { type: 'string' },
    out: { type: 'string' },
    format: { type: 'string' },
    head: { type: 'string' },
  },
  run: async (call) => {
    const [word = '', ...more] = call.words;
    if (!isAct(word) || more.length > 0) throw new WrongCall('say verify, export or head.');
    return acts[word](call);
  },
};

const isAct = (word: string): word is keyof typeof acts => Object.hasOwn(acts, word);

const text = (call: Call, name: string): string | undefined => {
  const value = call.options[name];
  return typeof value === 'string' ? value : undefined;
};

async function verify(call: Call): Promise<number> {
  const noted = notedIn(call);
  const file = text(call, 'file');
  if (file !== undefined) return verifyFile(file, noted, call.out);
  await using stored = await openStoredAudit(call.config);
  const wanted = await organisationsOf(stored, call);
  if (noted.length > 0 && wanted.length !== 1) throw new WrongCall('--head needs --org: it is of one organisation.');
  const results = [];
  for (const orgId of wanted) results.push(await verifyOne(stored, orgId, noted, call.out));
  const guardsMissing = [...(await stored.audit.missingGuards())];
  for (const guard of guardsMissing) {
    call.out.say(`✗ the database's guard ${guard} is gone or switched off: someone with its owner's rights did that.`);
  }
  const ok = guardsMissing.length === 0 && results.every((result) => result.ok);
  call.out.result({ ok, organisations: results, guardsMissing });
  return ok ? 0 : 1;
}

async function verifyOne({ audit }: StoredAudit, orgId: OrgId, noted: readonly NotedHead[], out: Output) {
  const found = await audit.verify(orgId, { noted, founded: true });
  if (found.ok) {
    out.say(`✓ ${orgId}: ${found.entries} entries hold, head ${found.entries}:${found.head}`);
    return { organisation: orgId, ok: true, entries: found.entries, head: { seq: found.entries, hash: found.head } };
  }
  out.say(`✗ ${orgId}: entry ${found.brokenAt}: ${breakSentences[found.reason]} (${found.entries} before it hold)`);
  const { entries, brokenAt, reason } = found;
  return { organisation: orgId, ok: false, entries, brokenAt, reason };
}

async function verifyFile(file: string, noted: readonly NotedHead[], out: Output): Promise<number> {
  const input = createReadStream(file, 'utf8');
  const unreadable = new Promise<never>((_, reject) => {
    input.once('error', () => reject(new CommandProblem(`${file} can't be read.`)));
  });
  const found = await Promise.race([verifyExport(createInterface({ input }), noted), unreadable]);
  if (!found.ok) out.say(`✗ line ${found.line}: ${found.problem}`);
  else {
    const { organisation, entries, head: last, whole } = found;
    const what = whole ? `the whole log up to ${last.seq}:${last.hash}` : 'a part: nobody can tell what was left out';
    out.say(`✓ ${organisation}: ${entries} entries hold, ${what}`);
  }
  out.result(found);
  return found.ok ? 0 : 1;
}

async function head(call: Call): Promise<number> {
  await using stored = await openStoredAudit(call.config);
  const heads = [];
  for (const organisation of await organisationsOf(stored, call)) {
    const found = await stored.db.inOrg(organisation, (tx) => stored.audit.head(tx));
    heads.push({ organisation, head: found });
    call.out.say(`${organisation} ${found === null ? 'has no sealed end' : `${found.seq}:${found.hash}`}`);
  }
  call.out.result({ heads });
  return heads.every((one) => one.head !== null) ? 0 : 1;
}

async function exportOne(call: Call): Promise<number> {
  const [out, format = 'jsonl'] = [text(call, 'out'), text(call, 'format')];
  if (out === undefined) throw new WrongCall('--out says which file to write.');
  if (format !== 'jsonl' && format !== 'csv') throw new WrongCall('--format is jsonl or csv.');
  await using stored = await openStoredAudit(call.config);
  const [orgId, ...others] = await organisationsOf(stored, call);
  if (orgId === undefined) throw new CommandProblem('There is no organisation yet.');
  if (others.length > 0)
    throw new WrongCall('there are several organisations: --org says which. coact audit head lists them.');
  const written = await exportAudit(stored, orgId, out, format);
  call.out.say(`${written.entries} entries of ${orgId} are in ${out}, up to ${written.head.seq}:${written.head.hash}`);
  call.out.result({ organisation: orgId, file: out, format, ...written });
  return 0;
}

async function organisationsOf({ organisations }: StoredAudit, call: Call): Promise<readonly OrgId[]> {
  const all = await organisations();
  const wanted = text(call, 'org');
  if (wanted === undefined) return all;
  const found = all.filter((id) => id === wanted.toLowerCase());
  if (found.length === 0) throw new CommandProblem(`There is no organisation ${wanted}. coact audit head lists them.`);
  return found;
}

function notedIn(call: Call): readonly NotedHead[] {
  const given = text(call, 'head');
  if (given === undefined) return [];
  const [, seq, hash] = /^(\d{1,15}):([0-9a-fA-F]{64})$/.exec(given) ?? [];
  if (seq === undefined || hash === undefined)
    throw new WrongCall('--head is number:hash, as coact audit head prints it.');
  return [{ seq: Number(seq), hash }];
}
