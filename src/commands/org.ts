import { createInterface } from 'node:readline/promises';
import type { Call, Command } from './command.ts';
import { eraseOrganisation } from './org/erase.ts';
import { exportOrganisation } from './org/export.ts';
import { findOrganisation, listOrganisations, type Operator, withOperator } from './org/find.ts';
import { CommandProblem, WrongCall } from './problems.ts';

type Act = (operator: Operator, call: Call) => Promise<number>;

/** `coact org`: what an operator does for, and to, one organisation. */
export const orgCommand: Command = {
  name: 'org',
  summary: 'list, show, export or erase organisations; let an owner in who is locked out',
  help: [
    '  coact org list',
    '  coact org show ORGANISATION',
    '  coact org export ORGANISATION --to FOLDER   everything that it has, as files of JSON lines',
    '  coact org erase ORGANISATION --yes NAME     its rows and keys, for good; without --yes it asks',
    '  coact org sign-in-link ORGANISATION [--person ID]   a link, good once for half an hour, for an owner;',
    '      --without-second-factor   takes away theirs, when it is lost',
    '',
    'ORGANISATION is an id, or the exact name. Export, erasure and links are recorded in its audit log. On the embedded',
    'database, stop Coact first.',
  ].join('\n'),
  options: {
    to: { type: 'string' },
    yes: { type: 'string' },
    person: { type: 'string' },
    'without-second-factor': { type: 'boolean' },
  },
  run: async (call) => {
    const [act = '', , ...more] = call.words;
    const chosen = acts.get(act);
    if (chosen === undefined) throw new WrongCall(`say one of ${[...acts.keys()].join(', ')}.`);
    if (more.length > 0) throw new WrongCall('name one organisation.');
    return withOperator(call.config, (operator) => chosen(operator, call));
  },
};

const list: Act = async (operator, { out }) => {
  const organisations = await listOrganisations(operator);
  for (const { id, name, members } of organisations) out.say(`${id}  ${name} (${members} active members)`);
  if (organisations.length === 0) out.say('There is no organisation yet.');
  out.result({ organisations });
  return 0;
};

const show: Act = async (operator, { out, words }) => {
  const organisation = await findOrganisation(operator, words[1]);
  const { db, slack, people, audit } = operator;
  const members = await db.inOrg(organisation.id, (tx) => people.members(tx));
  const owners = members
    .filter(({ roles, state }) => roles.includes('owner') && state === 'active')
    .map(({ id }) => id);
  const status = await slack.status(organisation.id);
  const chain = await audit.verify(organisation.id);
  out.say(`${organisation.name} (${organisation.id}), ${organisation.timeZone}`);
  out.say(`${organisation.members} active members; owners: ${owners.join(', ') || 'none'}`);
  out.say(
    `Slack: ${status.installed === null ? 'not connected' : `${status.installed.teamId}, ${status.installed.health}`}`,
  );
  out.say(`Audit log: ${chain.entries} entries, ${chain.ok ? 'whole' : 'broken'}`);
  out.result({ ...organisation, owners, slack: status.installed, audit: { entries: chain.entries, ok: chain.ok } });
  return 0;
};

const exportAct: Act = async (operator, { out, words, options }) => {
  if (typeof options.to !== 'string') throw new WrongCall('say where to: --to FOLDER.');
  const organisation = await findOrganisation(operator, words[1]);
  const { folder, rows } = await exportOrganisation(operator, organisation.id, options.to);
  out.say(`${folder}: ${rows} rows of ${organisation.name}. manifest.json says what is in it.`);
  out.result({ organisation: organisation.id, folder, rows });
  return 0;
};

const erase: Act = async (operator, { out, words, options }) => {
  const organisation = await findOrganisation(operator, words[1]);
  const typed = typeof options.yes === 'string' ? options.yes : await ask(organisation.name);
  if (typed !== organisation.name) {
    throw new CommandProblem(`That is not its name. Nothing was erased; type "${organisation.name}" exactly.`);
  }
  const receipt = await eraseOrganisation(operator, organisation.id);
  const rows = Object.values(receipt.erased).reduce((total, count) => total + count, 0);
  out.say(`Erased ${receipt.organisation} at ${receipt.at}: ${rows} rows, ${receipt.destroyedKeys.length} keys.`);
  out.say('What was sealed can be read in no backup either. Its audit log stays: it holds ids, no names.');
  if (!receipt.leftSlack) out.warn('Slack could not be told. Remove the app there too.');
  out.result(receipt);
  return 0;
};

const signInLink: Act = async (operator, { out, words, options }) => {
  const organisation = await findOrganisation(operator, words[1]);
  const { db, people } = operator;
  const members = await db.inOrg(organisation.id, (tx) => people.members(tx));
  const owners = members.filter(({ roles, state, userId }) => roles.includes('owner') && state === 'active' && userId);
  const chosen = owners.filter(({ id }) => options.person === undefined || id === options.person);
  const [owner, ...more] = chosen;
  if (owner === undefined) throw new CommandProblem('There is no such owner who can sign in. See coact org show.');
  if (more.length > 0) {
    throw new WrongCall(
      `it has ${chosen.length} owners: say --person with one of ${chosen.map(({ id }) => id).join(', ')}.`,
    );
  }
  const withoutSecondFactor = options['without-second-factor'] === true;
  const wanted = { orgId: organisation.id, personId: owner.id, withoutSecondFactor };
  const made = await people.signInLinkForOwner(wanted);
  if (!made.ok) throw new CommandProblem('There is no such owner who can sign in. See coact org show.');
  const factor = withoutSecondFactor ? 'their second factors are gone' : 'a second factor is asked for as ever';
  out.say(`For ${owner.name}, once, within ${made.minutes} minutes; ${factor}:`);
  out.say(made.url);
  out.result({ person: made.personId, url: made.url, minutes: made.minutes, withoutSecondFactor });
  return 0;
};

const acts = new Map<string, Act>([
  ['list', list],
  ['show', show],
  ['export', exportAct],
  ['erase', erase],
  ['sign-in-link', signInLink],
]);

async function ask(name: string): Promise<string> {
  if (!process.stdin.isTTY) throw new WrongCall('nobody is there to ask: say --yes NAME.');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const typed = await terminal.question(`This erases "${name}" for good. Type its name: `);
  terminal.close();
  return typed;
}
