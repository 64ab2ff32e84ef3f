import { join } from 'node:path';
import type { People } from '../../src/features/people/index.ts';
import { addressSchema, openAuth } from '../../src/platform/auth/index.ts';
import { loadRootKey, openVault } from '../../src/platform/vault/index.ts';
import { type AppWorld, askAs, installSlack } from './app-world.ts';

const publicUrl = 'http://localhost:3000';

/**
 * Founds another organisation in the same product, with a workspace of its own whose members U1 and U2 and channel C1
 * are called as in the first. Gives a way to ask the API as its owner.
 */
export async function foundOrganisation(world: AppWorld, name: string, teamId: string): Promise<Pick<AppWorld, 'ask'>> {
  const { app, db, clock, slack } = world;
  const vault = openVault(await loadRootKey(join(db.folder, 'keys'), db, clock), db, clock);
  const auth = await openAuth({ db, clock, vault, publicUrl });
  const email = addressSchema.parse(`owner-of-${name.toLowerCase()}@example.com`);
  const userId = await auth.ensureUser(email, true);
  // What `openApp` gives out as a part is the whole.
  const people = app.people as People;
  await people.createOrganisation({ name, timeZone: 'Europe/Berlin', owner: { userId, name: 'Olga', email } });
  const { setCookie } = await auth.startSession(userId, new Request(publicUrl));
  const cookie = setCookie.map((one) => one.split(';')[0]).join('; ');
  slack.addTeam(teamId, name);
  for (const member of ['U1', 'U2']) slack.addUser(teamId, member);
  slack.addChannel(teamId, 'C1', 'news');
  const connected = await installSlack(app, slack, cookie, 'U1', teamId);
  if (connected.status !== 302) throw new Error(`Slack was not installed: ${await connected.text()}`);
  return { ask: (method, path, body) => askAs(app, cookie, method, path, body) };
}
