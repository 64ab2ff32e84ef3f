import type { Tx } from '../../../../platform/db/index.ts';
import { type Refused, sortOut } from '../../../../platform/imports/index.ts';
import type { Actor } from '../../../../platform/policy/index.ts';
import type { PayParts } from '../../parts.ts';
import { enterAll } from '../entering.ts';
import { recordLooks } from '../looking.ts';
import { lockEverybodysPay } from '../store.ts';
import type { Verdict } from './judgement.ts';
import { type Asked, type Importer, type JudgedFile, judgeFile, markOfVerdict } from './preview.ts';

type Parts = Pick<PayParts, 'vault' | 'clock' | 'audit' | 'people'>;
type RefusedRow = Pick<Verdict, 'line' | 'name'> & { readonly why: string };

export interface Imported {
  readonly ok: true;
  readonly judged: JudgedFile;
  readonly added: number;
  /** Of how many people. */
  readonly people: number;
  readonly same: number;
  /** False: what was added waits for a second person. */
  readonly holds: boolean;
  readonly refused: readonly RefusedRow[];
}

/**
 * Enters in the caller's unit of work all rows that do what the preview showed, and none of the others.
 * @param marks what the preview said of each row, in their order
 */
export async function importWages(
  parts: Parts,
  tx: Tx,
  importer: Importer & { readonly actor: Actor },
  asked: Asked,
  marks: readonly string[],
): Promise<Imported | Refused> {
  const { actor } = importer;
  await lockEverybodysPay(tx);
  const judged = await judgeFile(parts, tx, importer, asked);
  if (!judged.ok) return judged;
  const { todo, refused } = sortOut(judged.verdicts, marks, markOfVerdict);
  const wanted = todo.map((row) => row.wanted);
  const { holds } = await enterAll(
    parts,
    tx,
    actor,
    wanted.map(({ personId, roleId, from, pay, why }) => ({
      ...{ personId, roleId, from, told: { says: 'pay', pay, why } },
    })),
  );
  await recordImport(parts, tx, actor, judged, 'pay.wages_imported', { added: wanted.length, refused: refused.length });
  return {
    ...{ ok: true, judged, added: wanted.length, holds },
    people: new Set(wanted.map(({ personId }) => personId)).size,
    same: judged.verdicts.filter(({ verdict }) => verdict === 'same').length,
    refused: refused.map(({ row: { line, name }, why }) => ({ line, name, why })),
  };
}

/** Shows a file to whoever looks at what it would do: that rows say what is so already tells them what somebody earns. */
export async function previewWages(
  parts: Parts,
  tx: Tx,
  importer: Importer & { readonly actor: Actor },
  asked: Asked,
): Promise<JudgedFile | Refused> {
  const judged = await judgeFile(parts, tx, importer, asked);
  if (judged.ok) await recordImport(parts, tx, importer.actor, judged, 'pay.wages_compared', {});
  return judged;
}

async function recordImport(
  parts: Pick<Parts, 'audit' | 'people'>,
  tx: Tx,
  actor: Actor,
  { verdicts }: JudgedFile,
  action: 'pay.wages_imported' | 'pay.wages_compared',
  detail: Readonly<Record<string, number>>,
): Promise<void> {
  const seen = verdicts.flatMap(({ looksAt }) => looksAt ?? []);
  await recordLooks(parts, tx, actor, seen, { reason: 'checking', where: 'wages_file' });
  await parts.audit.append(tx, {
    ...{ actor: { kind: 'person', id: actor.personId }, action, target: { type: 'organisation', id: actor.orgId } },
    detail: { rows: verdicts.length, ...detail },
  });
}
