import { orgOf, sql, type Tx } from '../../../platform/db/index.ts';
import { announce } from '../../../platform/http/index.ts';
import { nameKey } from '../campaigns/campaign.ts';
import type { Draft } from '../request.ts';

/** A named set of UTM parameters that a publisher can begin with. */
export interface UtmTemplate {
  readonly id: string;
  readonly name: string;
  readonly utm: Draft['utm'];
  /** Whether new requests begin with it; one does at most. */
  readonly isDefault: boolean;
}

interface TemplateRow {
  org_id: string;
  id: string;
  name: string;
  name_key: string;
  utm: unknown;
  is_default: boolean;
  created_at: Date;
}

interface Tables {
  utm_templates: TemplateRow;
}

const toTemplate = (row: TemplateRow): UtmTemplate => ({
  ...{ id: row.id, name: row.name, isDefault: row.is_default },
  utm: row.utm as UtmTemplate['utm'],
});

const columnsOf = ({ name, utm, isDefault }: UtmTemplate) => ({
  ...{ name, name_key: nameKey(name), utm: JSON.stringify(utm), is_default: isDefault },
});

/** All templates by name. */
export async function listTemplates(tx: Tx): Promise<UtmTemplate[]> {
  const rows = await tx.on<Tables>().selectFrom('utm_templates').selectAll().orderBy('name_key').execute();
  return rows.map(toTemplate);
}

/** What requests get about whose parameters nobody says anything; null where no template is the default. */
export async function defaultUtm(tx: Tx): Promise<Draft['utm'] | null> {
  const found = tx.on<Tables>().selectFrom('utm_templates').selectAll().where('is_default', '=', true);
  const row = await found.executeTakeFirst();
  return row === undefined ? null : toTemplate(row).utm;
}

/** The parameters that a request begins with; one that asks about a post has no links. @param draft as it is begun, with what is said of them */
export async function utmOfNew(tx: Tx, { utm, engagement }: Partial<Pick<Draft, 'utm' | 'engagement'>>) {
  return utm ?? (engagement ? {} : ((await defaultUtm(tx)) ?? {}));
}

/** One template, or null, kept from others until the transaction ends. */
export async function lockTemplate(tx: Tx, id: string): Promise<UtmTemplate | null> {
  const found = tx.on<Tables>().selectFrom('utm_templates').selectAll().where('id', '=', id).forUpdate();
  const row = await found.executeTakeFirst();
  return row === undefined ? null : toTemplate(row);
}

/** Writes a new template. @returns false where another one has this name */
export async function insertTemplate(tx: Tx, template: UtmTemplate, now: Date): Promise<boolean> {
  if (await isTaken(tx, template)) return false;
  if (template.isDefault) await clearDefault(tx);
  const row = { org_id: orgOf(tx), id: template.id, ...columnsOf(template), created_at: now };
  await tx.on<Tables>().insertInto('utm_templates').values(row).execute();
  await announce(tx, 'requests');
  return true;
}

/** Writes a template as it is to be from now on. @returns false where another one has this name */
export async function updateTemplate(tx: Tx, template: UtmTemplate): Promise<boolean> {
  if (await isTaken(tx, template)) return false;
  if (template.isDefault) await clearDefault(tx);
  await tx.on<Tables>().updateTable('utm_templates').set(columnsOf(template)).where('id', '=', template.id).execute();
  await announce(tx, 'requests');
  return true;
}

export async function deleteTemplate(tx: Tx, id: string): Promise<void> {
  await tx.on<Tables>().deleteFrom('utm_templates').where('id', '=', id).execute();
  await announce(tx, 'requests');
}

/** Of two that take a name, or become the default, at once, the second waits for the first. */
async function isTaken(tx: Tx, { id, name }: UtmTemplate): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended('utm_templates ' || ${orgOf(tx)}::text, 0))`.execute(tx.on());
  const other = tx.on<Tables>().selectFrom('utm_templates').select('id').where('name_key', '=', nameKey(name));
  return (await other.where('id', '<>', id).executeTakeFirst()) !== undefined;
}

async function clearDefault(tx: Tx): Promise<void> {
  await tx
    .on<Tables>()
    .updateTable('utm_templates')
    .set({ is_default: false })
    .where('is_default', '=', true)
    .execute();
}
