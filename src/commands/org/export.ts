import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OrgId, withSnapshot } from '../../platform/db/index.ts';
import { allSealedPlaces } from '../../sealed-places.ts';
import { type Operator, operatorActor } from './find.ts';
import { exportedTables, withheldTables } from './tables.ts';

export interface OrganisationExport {
  readonly folder: string;
  readonly rows: number;
}

/**
 * Writes everything that an organisation has into a folder of its own: one file of JSON lines a table, members with their
 * addresses, and a manifest that says what each is and what is left out. Sealed values stay out; of what employees share
 * there is only what the organisation sees itself.
 */
export async function exportOrganisation(operator: Operator, orgId: OrgId, to: string): Promise<OrganisationExport> {
  const at = operator.clock.now().toISOString();
  const folder = join(to, `coact-${orgId}-${at.slice(0, 19).replaceAll(':', '-')}Z`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    return { folder, rows: await writeAll(operator, orgId, folder, at) };
  } catch (error) {
    // What was read and not recorded must not lie about.
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function writeAll({ db, audit, people }: Operator, orgId: OrgId, folder: string, at: string): Promise<number> {
  const tables = await withSnapshot(
    db,
    async (snapshot) => {
      const files: { name: string; rows: number; columns: readonly string[] }[] = [];
      for (const name of exportedTables) {
        const table = snapshot.tables.find((one) => one.name === `coact.${name}`);
        if (table === undefined) continue;
        const sealed = allSealedPlaces.filter((place) => place.table === name).map(({ column }) => column);
        const columns = table.columns.filter((column) => !sealed.includes(column));
        await writeRows(join(folder, `${name}.jsonl`), table.columns, columns, snapshot.rows(table.name));
        files.push({ name, rows: table.rows, columns });
      }
      return files;
    },
    { organisation: orgId },
  );
  const rows = (tables ?? []).reduce((total, table) => total + table.rows, 0);
  await db.inOrg(orgId, async (tx) => {
    const members = (await people.members(tx)).map(({ id, name, email, roles, state }) => ({
      id,
      name,
      email,
      roles,
      state,
    }));
    await write(join(folder, 'members.json'), members);
    const target = { type: 'organisation', id: orgId };
    await audit.append(tx, {
      actor: operatorActor,
      action: 'operator.organisation_exported',
      target,
      detail: { rows },
    });
  });
  await write(join(folder, 'manifest.json'), {
    ...{ format: 'coact organisation export 1', organisation: orgId, exportedAt: at, tables },
    values: 'as PostgreSQL writes them: times in UTC, bytes in hexadecimal; null where there is none',
    leftOut: withheldTables,
  });
  return rows;
}

async function writeRows(
  path: string,
  all: readonly string[],
  columns: readonly string[],
  batches: AsyncIterable<readonly (readonly (string | null)[])[]>,
): Promise<void> {
  const places = columns.map((column) => all.indexOf(column));
  const file = await open(path, 'w', 0o600);
  try {
    for await (const rows of batches) {
      const lines = rows.map((row) =>
        JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[places[at] ?? -1]]))),
      );
      await file.write(`${lines.join('\n')}\n`);
    }
  } finally {
    await file.close();
  }
}

const write = (path: string, value: unknown) => writeFile(path, `${JSON.stringify(value, null, 2)}\n`, { mode: 0o600 });
