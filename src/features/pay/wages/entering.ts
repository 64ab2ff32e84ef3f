import type { z } from '@hono/zod-openapi';
import { newId } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { Actor } from '../../../platform/policy/index.ts';
import { listRoles } from '../../schedule/index.ts';
import { bandNote } from '../bands/note.ts';
import type { PayParts } from '../parts.ts';
import { readPaySettings } from '../settings/store.ts';
import { openWages, sealTold } from './sealing.ts';
import type { correctionShape, enteredShape } from './shapes.ts';
import { decideWage, insertWages, lockPay, type StoredWage } from './store.ts';
import { clashesWith, type Sealed, standings } from './wage.ts';

type Parts = Pick<PayParts, 'vault' | 'clock' | 'audit' | 'people'>;
/** Sentences by field, for who entered it. They never hold an amount. */
export type Refusal = { readonly fields: Readonly<Record<string, string>> };
/** A wage outside the band, which waits for a word that it is meant so. */
export type Outside = { readonly outside: string };
type Done = { readonly id: string; readonly holds: boolean };

/** Enters what somebody earns from a day on. */
export async function enterWage(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  personId: string,
  wanted: z.infer<typeof enteredShape>,
): Promise<Done | Refusal | Outside> {
  await lockPay(tx, personId);
  const { roleId, from } = wanted;
  const scope = { personId, roleId, from, corrects: null };
  const refusal = (await refusalOf(parts, tx, scope)) ?? (await outsideOf(parts, tx, personId, wanted));
  return refusal ?? write(parts, tx, actor, { ...scope, told: toldOf(wanted) });
}

/** Enters what takes the place of an entry; that one stays in the history, with what it said. */
export async function correctWage(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  before: StoredWage,
  wanted: z.infer<typeof correctionShape>,
): Promise<Done | Refusal | Outside> {
  const { person_id: personId, id: corrects } = before;
  await lockPay(tx, personId);
  const entries = await openWages(parts, tx, [personId]);
  if (standings(entries).get(corrects) !== 'holds')
    return { fields: { id: 'This entry does not hold any more: correct the one that took its place.' } };
  if (entries.some((one) => one.corrects === corrects && one.approved === null))
    return { fields: { id: 'A correction of this entry waits to be confirmed already.' } };
  if (wanted.says === 'withdrawn') {
    const { role_id: roleId, from_day: from } = before;
    return write(parts, tx, actor, { personId, roleId, from, corrects, told: wanted });
  }
  const { roleId, from } = wanted;
  const scope = { personId, roleId, from, corrects };
  const refusal = (await refusalOf(parts, tx, scope)) ?? (await outsideOf(parts, tx, personId, wanted));
  return refusal ?? write(parts, tx, actor, { ...scope, told: toldOf(wanted) });
}

type Entered = z.infer<typeof enteredShape>;

function toldOf(wanted: Entered): Sealed {
  const { why } = wanted;
  return wanted.says === 'pay' ? { says: 'pay', pay: wanted.pay, why } : { says: 'ends', why };
}

/** A wage for all work is held against the band of the title; what is paid for one role is not. */
async function outsideOf(parts: Parts, tx: Tx, personId: string, wanted: Entered): Promise<Outside | null> {
  if (wanted.says !== 'pay' || wanted.roleId !== null || wanted.outsideBand) return null;
  const note = await bandNote(parts, tx, { personId, pay: wanted.pay, from: wanted.from });
  return note && { outside: note.sentence };
}

interface Scope {
  readonly personId: string;
  readonly roleId: string | null;
  readonly from: string;
  readonly corrects: string | null;
}

async function refusalOf(parts: Parts, tx: Tx, wanted: Scope): Promise<Refusal | null> {
  const { roleId, personId } = wanted;
  if (roleId !== null && !(await listRoles(tx)).some(({ id }) => id === roleId))
    return { fields: { roleId: 'There is no such role.' } };
  if (clashesWith(await openWages(parts, tx, [personId]), wanted))
    return { fields: { from: 'There is an entry from this day on already. Correct that one instead.' } };
  return null;
}

type Written = Scope & { readonly told: Sealed };

async function write(parts: Parts, tx: Tx, actor: Actor, written: Written): Promise<Done> {
  const { ids, holds } = await writeAll(parts, tx, actor, [written]);
  return { id: ids[0] ?? '', holds };
}

/** Enters wages that were looked through beforehand: whoever asks has locked everybody's pay and looked for clashes. */
export function enterAll(
  parts: Parts,
  tx: Tx,
  actor: Actor,
  wages: readonly Omit<Written, 'corrects'>[],
): Promise<Pick<Done, 'holds'>> {
  return writeAll(
    parts,
    tx,
    actor,
    wages.map((wage) => ({ ...wage, corrects: null })),
  );
}

async function writeAll(
  { vault, clock, audit }: Parts,
  tx: Tx,
  { personId: byId }: Actor,
  written: readonly Written[],
): Promise<Pick<Done, 'holds'> & { readonly ids: readonly string[] }> {
  const { secondPerson } = await readPaySettings(tx);
  const now = clock.now();
  const decision = secondPerson
    ? { approved: null, decided_by: null, decided_at: null }
    : { approved: true, decided_by: byId, decided_at: now };
  const rows: StoredWage[] = [];
  for (const { personId, roleId, from, corrects, told } of written) {
    const id = newId(clock);
    rows.push({
      ...{ id, person_id: personId, role_id: roleId, from_day: from, corrects },
      ...{ entered_by: byId, entered_at: now, ...decision, raise_id: null },
      sealed: await sealTold(vault, tx, id, told),
    });
  }
  await insertWages(tx, rows);
  await audit.appendAll(
    tx,
    rows.map(({ id, person_id: personId, corrects }) => ({
      actor: { kind: 'person', id: byId },
      action: corrects === null ? 'pay.wage_entered' : 'pay.wage_corrected',
      target: { type: 'person', id: personId },
      detail: { wage: id },
    })),
  );
  return { ids: rows.map(({ id }) => id), holds: !secondPerson };
}

interface Agreed {
  readonly personId: string;
  readonly roleId: string | null;
  readonly from: string;
  readonly told: Sealed;
  /** Who proposed it, and who approved it last. */
  readonly by: string;
  readonly approvedBy: string;
  readonly raiseId: string;
}

/** Enters the wage that a proposal has become: others have approved it, so it holds. Whoever asks has locked the pay and looked for clashes. */
export async function enterAgreed({ vault, clock, audit }: Parts, tx: Tx, agreed: Agreed): Promise<void> {
  const { personId, roleId, from, told, by, approvedBy, raiseId } = agreed;
  const [id, now] = [newId(clock), clock.now()];
  const sealed = await sealTold(vault, tx, id, told);
  await insertWages(tx, [
    {
      ...{ id, person_id: personId, role_id: roleId, from_day: from, corrects: null, raise_id: raiseId, sealed },
      ...{ entered_by: by, entered_at: now, approved: true, decided_by: approvedBy, decided_at: now },
    },
  ]);
  await audit.append(tx, {
    actor: { kind: 'person', id: by },
    action: 'pay.wage_entered',
    target: { type: 'person', id: personId },
    detail: { wage: id },
  });
}

/** Lets an entry that waits hold, or refuses it. False where it does not wait any more. */
export async function decideOn(
  { clock, audit }: Pick<Parts, 'clock' | 'audit'>,
  tx: Tx,
  { personId: by }: Actor,
  wage: Pick<StoredWage, 'id' | 'person_id'>,
  approved: boolean,
): Promise<boolean> {
  await lockPay(tx, wage.person_id);
  if (!(await decideWage(tx, wage.id, { approved, by, at: clock.now() }))) return false;
  await audit.append(tx, {
    actor: { kind: 'person', id: by },
    action: 'pay.wage_decided',
    target: { type: 'person', id: wage.person_id },
    detail: { wage: wage.id, approved },
  });
  return true;
}
