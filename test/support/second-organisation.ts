import { openMembers } from './app-members.ts';
import { type AppWorld, askAs, installSlack } from './app-world.ts';

/**
 * Founds another organisation in the same product, with a workspace of its own whose members U1 and U2 and channel C1
 * are called as in the first. Gives a way to ask the API as its owner.
 */
export async function foundOrganisation(world: AppWorld, name: string, teamId: string): Promise<Pick<AppWorld, 'ask'>> {
  const { app, slack } = world;
  const { headers } = await (await openMembers(world)).found(name);
  const { cookie = '' } = headers;
  slack.addTeam(teamId, name);
  for (const member of ['U1', 'U2']) slack.addUser(teamId, member);
  slack.addChannel(teamId, 'C1', 'news');
  const connected = await installSlack(app, slack, cookie, 'U1', teamId);
  if (connected.status !== 302) throw new Error(`Slack was not installed: ${await connected.text()}`);
  return { ask: (method, path, body) => askAs(app, cookie, method, path, body) };
}
