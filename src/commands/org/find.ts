import { type App, openApp } from '../../app.ts';
import type { Config } from '../../platform/config/index.ts';
import { type OrgId, orgId } from '../../platform/db/index.ts';
import { createLog } from '../../platform/log/index.ts';
import { CommandProblem, WrongCall } from '../problems.ts';

export type Operator = App['operator'];

/** Opens Coact for a command, without serving or working; only what fails is logged. */
export async function withOperator<T>(config: Config, work: (operator: Operator) => Promise<T>): Promise<T> {
  await using app = await openApp(config, createLog('error'));
  return await work(app.operator);
}

/** Who is named in the audit log for what is done at the command line. */
export const operatorActor = { kind: 'operator', id: 'command-line' } as const;

/** The organisation of that id or exact name. @throws CommandProblem when there is none, or more than one */
export async function findOrganisation(operator: Operator, wanted: string | undefined) {
  if (wanted === undefined) throw new WrongCall('name an organisation, by its id or its exact name.');
  const all = await listOrganisations(operator);
  const found = all.filter(({ id, name }) => id === wanted || name === wanted);
  const [only, ...more] = found;
  if (only === undefined) throw new CommandProblem(`There is no organisation "${wanted}". See coact org list.`);
  if (more.length > 0) throw new CommandProblem(`${found.length} organisations are called "${wanted}": give the id.`);
  return only;
}

/** Every organisation of the installation. */
export async function listOrganisations({ people, db }: Operator) {
  const ids: readonly OrgId[] = await people.allOrganisations();
  const found: { readonly id: OrgId; readonly name: string; readonly members: number; readonly timeZone: string }[] =
    [];
  for (const id of ids) {
    const one = await db.inOrg(orgId(id), async (tx) => {
      const { name, timeZone } = await people.organisation(tx);
      return {
        id,
        name,
        timeZone,
        members: (await people.members(tx)).filter(({ state }) => state === 'active').length,
      };
    });
    found.push(one);
  }
  return found;
}
