import type { World } from '../../../test/support/world.ts';
import { type OrgId, sql } from '../db/index.ts';
import type { Audit } from './index.ts';

/** What only the tables' owner can do at the database's own prompt: lift the wall and the triggers, then change things. */
export async function tamper(world: Pick<World, 'db'>, ...statements: readonly string[]): Promise<void> {
  const tables = ['audit_entries', 'audit_ends', 'audit_heads'];
  const lift = tables.flatMap((table) => [
    `alter table ${table} no force row level security`,
    `alter table ${table} disable trigger user`,
  ]);
  const put = tables.flatMap((table) => [
    `alter table ${table} force row level security`,
    `alter table ${table} enable trigger user`,
  ]);
  await world.db.asOwner(async (tx) => {
    for (const statement of [...lift, ...statements, ...put]) await sql.raw(statement).execute(tx.on<object>());
  });
}

/** Acts of an organisation, each a second after the one before. */
export async function record(
  { db, clock }: Pick<World, 'db' | 'clock'>,
  audit: Audit,
  orgId: OrgId,
  entries: number,
): Promise<void> {
  for (let index = 1; index <= entries; index += 1) {
    await db.inOrg(orgId, (tx) =>
      audit.append(tx, {
        actor: { kind: 'person', id: `p${index}` },
        action: 'sample.thing_done',
        target: { type: 'thing', id: `t${index}` },
        detail: { fields: 'b,a', count: 2, forced: false },
      }),
    );
    clock.advance(1_000);
  }
}
