import { type AppWorld, type Json, openAppWorld } from '../../../../test/support/app-world.ts';
import { type OrgId, orgId } from '../../../platform/db/index.ts';
import type { Step } from '../writing/step.ts';

/** The whole product with Slack, in which the owner, who is U1 there, publishes processes for Slack members. */
export interface RunWorld extends AsyncDisposable {
  readonly world: AppWorld;
  readonly orgId: OrgId;
  /** Asks as the owner; whatever is refused ends the test. */
  ask(method: string, path: string, body?: unknown): Promise<Json>;
  person(slackUserId: string): Promise<string>;
  /** A published process, and a run of it in somebody's hands; the ids. */
  begin(
    steps: readonly Step[],
    doerId: string | null,
    access?: Json,
  ): Promise<{ readonly process: string; readonly run: string }>;
  run(id: string): Promise<Run>;
  /** The direct messages that a member was sent, as JSON, the latest last. */
  messages(slackUserId: string): readonly string[];
  /** Clicks the button of a member's latest message that has this label; gives what Slack was told to show them alone. */
  press(slackUserId: string, label: string, step?: string): Promise<readonly string[]>;
  openHome(slackUserId: string): Promise<string>;
  submit(slackUserId: string, value: string, words?: string): Promise<string>;
}

export interface Run {
  readonly state: string;
  readonly done: number;
  readonly items: readonly { readonly state: string; readonly entry: { readonly value: number | null } | null }[];
}

interface Button {
  readonly action_id: string;
  readonly value: string;
  readonly text: { readonly text: string };
}

/** Every button in blocks, wherever it stands. */
function buttonsIn(blocks: unknown): readonly Button[] {
  if (Array.isArray(blocks)) return blocks.flatMap(buttonsIn);
  if (typeof blocks !== 'object' || blocks === null) return [];
  const own = 'type' in blocks && blocks.type === 'button' ? [blocks as unknown as Button] : [];
  return [...own, ...Object.values(blocks).flatMap(buttonsIn)];
}

export async function openRunWorld(): Promise<RunWorld> {
  const world = await openAppWorld();
  const ask = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const { status, json } = await world.ask(method, path, body);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  const me = (await ask('GET', '/api/me')) as { organisation: { id: string } };
  const own = orgId(me.organisation.id);
  const { people } = world.app.operator;
  const sentTo = (slackUserId: string) =>
    world.slack.team('T1').messages.filter(({ channel }) => channel === `D${slackUserId}` || channel === slackUserId);
  return {
    ...{ world, orgId: own, ask },
    person: async (slackUserId) => (await world.db.inOrg(own, (tx) => people.personForSlack(tx, slackUserId))).id,
    begin: async (steps, doerId, access) => {
      const title = access === undefined ? 'Opening' : 'Letting somebody go';
      const process = String((await ask('POST', '/api/processes', { title, body: 'Words.', steps })).id);
      if (access) {
        const open = { ownerId: null, reviewBy: null, confidential: false, audience: [] };
        await ask('PUT', `/api/processes/${process}/access`, { ...open, ...access });
      }
      await ask('POST', `/api/processes/${process}/review`, {});
      await ask('POST', `/api/processes/${process}/publish`);
      const run = String((await ask('POST', `/api/processes/${process}/runs`, { doerId })).id);
      await world.work();
      return { process, run };
    },
    run: async (id) => (await ask('GET', `/api/process-runs/${id}`)) as unknown as Run,
    messages: (slackUserId) => sentTo(slackUserId).map((message) => JSON.stringify(message)),
    press: async (slackUserId, label, step = '') => {
      const message = sentTo(slackUserId).at(-1);
      const button = buttonsIn(message).find(({ text, value }) => text.text === label && value.includes(step));
      if (!message || !button) throw new Error(`no button ${label} for ${slackUserId}`);
      return clickOn(world, slackUserId, message, button);
    },
    openHome: async (slackUserId) => {
      const event = { type: 'app_home_opened', user: slackUserId, tab: 'home', channel: 'D1' };
      await world.deliver(world.slack.send.event('T1', event));
      await world.work();
      return JSON.stringify(world.slack.team('T1').homes.get(slackUserId) ?? {});
    },
    submit: async (slackUserId, value, words = '') => {
      const view = world.slack.openWindow(slackUserId);
      const typed = (block: string, text: string) => ({
        [block]: { [block]: { type: 'plain_text_input', value: text } },
      });
      const values = { ...typed('value', value), ...typed('words', words) };
      const answer = await world.deliver(world.slack.send.submit(view?.id ?? '', values));
      const text = await answer.text();
      await world.work();
      return text;
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}

/** Clicks a button as it stood there; gives the sentences that the one who clicked was shown. */
export async function clickOn(
  world: AppWorld,
  userId: string,
  { channel, ts }: { readonly channel: string; readonly ts: string },
  { action_id: actionId, value }: Pick<Button, 'action_id' | 'value'>,
): Promise<readonly string[]> {
  const said = () => world.slack.calls.filter(({ method }) => method === 'response_url');
  const before = said().length;
  await world.deliver(world.slack.send.click({ teamId: 'T1', userId, actionId, value, message: { channel, ts } }));
  await world.work();
  return said()
    .slice(before)
    .map(({ args }) => String(args.text));
}
