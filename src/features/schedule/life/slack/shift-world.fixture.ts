import { type AppWorld, type Json, openAppWorld } from '../../../../../test/support/app-world.ts';
import { type OrgId, orgId } from '../../../../platform/db/index.ts';

/** The whole product with Slack, a bar in Tokyo that is open every day, and Slack members who work there. */
export interface ShiftWorld extends AsyncDisposable {
  readonly world: AppWorld;
  readonly orgId: OrgId;
  readonly roleId: string;
  /** The days of the period to come. */
  readonly days: readonly string[];
  /** The person of a Slack member, who knows the bar from now on. */
  hire(slackUserId: string): Promise<string>;
  /** Puts somebody on the shift of a day; gives the assignment's id. */
  assign(day: string, personId: string): Promise<string>;
  publish(): Promise<void>;
  /** Asks as the owner; whatever is refused ends the test. */
  ask(method: string, path: string, body?: unknown): Promise<Json>;
  /** Opens somebody's Home tab, and gives what it shows. */
  openHome(slackUserId: string): Promise<string>;
  command(slackUserId: string, text: string): Promise<Answered>;
}

export interface Answered {
  readonly text: string;
  readonly blocks?: readonly never[];
}

export async function openShiftWorld(): Promise<ShiftWorld> {
  const world = await openAppWorld();
  const ask = async (method: string, path: string, body?: unknown): Promise<Json> => {
    const { status, json } = await world.ask(method, path, body);
    if (status >= 400) throw new Error(`${method} ${path}: ${status} ${JSON.stringify(json)}`);
    return json;
  };
  const me = (await ask('GET', '/api/me')) as { organisation: { id: string } };
  const own = orgId(me.organisation.id);
  const { id: locationId } = await ask('POST', '/api/locations', { name: 'Tokyo', timeZone: 'Asia/Tokyo' });
  const wanted = { name: 'Bar', locationId, departmentId: null, colour: 'teal', importance: null, conditions: [] };
  const roleId = String((await ask('POST', '/api/schedule/roles', wanted)).id);
  const now = world.clock.now().getTime();
  const dayAfter = (days: number) => new Date(now + days * 86_400_000).toISOString().slice(0, 10);
  await ask('POST', `/api/schedule/roles/${roleId}/series`, {
    ...{ start: `${dayAfter(-14)}T09:00`, minutes: 8 * 60, colour: null },
    rule: { repeat: { every: 'day', interval: 1 }, ends: { kind: 'never' } },
    payload: { needs: 2, breakMinutes: 0, label: null },
  });
  const { periods } = (await ask('GET', `/api/schedule/periods?from=${dayAfter(2)}&to=${dayAfter(30)}`)) as {
    periods: { firstDay: string; days: number }[];
  };
  const firstDay = periods.map((one) => one.firstDay).find((day) => day >= dayAfter(2)) ?? '';
  const period = String((await ask('POST', '/api/schedule/periods', { firstDay })).id);
  const days = Array.from({ length: 7 }, (_, index) =>
    new Date(Date.parse(firstDay) + index * 86_400_000).toISOString().slice(0, 10),
  );
  const hired: string[] = [];
  return {
    ...{ world, orgId: own, roleId, days, ask },
    hire: async (slackUserId) => {
      const { people } = world.app.operator;
      const { id } = await world.db.inOrg(own, (tx) => people.personForSlack(tx, slackUserId));
      hired.push(id);
      await ask('PUT', `/api/schedule/roles/${roleId}/people`, { people: hired });
      return id;
    },
    assign: async (day, personId) => {
      const { shifts } = (await ask('GET', `/api/schedule/plan?from=${day}&to=${day}`)) as { shifts: { id: string }[] };
      const path = `/api/schedule/shifts/${shifts[0]?.id}/assignments`;
      const { assignment } = (await ask('POST', path, { personId })) as { assignment: { id: string } };
      return assignment.id;
    },
    publish: async () => void (await ask('POST', `/api/schedule/periods/${period}/publish`, { despite: false })),
    openHome: async (slackUserId) => {
      const event = { type: 'app_home_opened', user: slackUserId, tab: 'home', channel: 'D1' };
      await world.deliver(world.slack.send.event('T1', event));
      await world.work();
      return JSON.stringify(world.slack.team('T1').homes.get(slackUserId) ?? {});
    },
    command: async (slackUserId, text) => {
      const answer = await world.deliver(world.slack.send.command('T1', slackUserId, text));
      return (await answer.json()) as Answered;
    },
    [Symbol.asyncDispose]: () => world[Symbol.asyncDispose](),
  };
}
