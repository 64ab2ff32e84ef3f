import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkView, type Home } from '../../../../platform/slack/index.ts';
import { openShiftWorld, type ShiftWorld } from './shift-world.fixture.ts';

/** Three Slack members of whom nobody has an account; the owner, who is U1 there, offers her shifts on the web. */
let at: ShiftWorld;
let people: Readonly<Record<'U1' | 'U2' | 'U3', string>>;
beforeAll(async () => {
  at = await openShiftWorld();
  people = { U1: await at.hire('U1'), U2: await at.hire('U2'), U3: await at.hire('U3') };
});
afterAll(() => at[Symbol.asyncDispose]());

async function offer(day: string, to: readonly ('U2' | 'U3')[]): Promise<string> {
  const assignmentId = await at.assign(day, people.U1);
  await at.publish();
  const asked = to.map((id) => ({ personId: people[id], returns: [] }));
  const { id } = await at.ask('POST', '/api/schedule/offers', { assignmentId, note: 'A wedding', people: asked });
  await at.world.work();
  return String(id);
}

/** Submits the window that somebody sees; gives the one that takes its place. */
async function submit(userId: string, values: Parameters<typeof at.world.slack.send.submit>[1] = {}): Promise<string> {
  const view = at.world.slack.openWindow(userId);
  const answer = await at.world.deliver(at.world.slack.send.submit(view?.id ?? '', values));
  return answer.text();
}

const giving = (value: string) => ({ return: { return: { type: 'radio_buttons', selected_option: { value } } } });
const state = async (id: string) => (await at.ask('GET', `/api/schedule/offers/${id}`)) as { state: string };
const directMessages = () => JSON.stringify(at.world.slack.team('T1').messages);

describe('an offer in Slack', () => {
  it('comes as a message, asks in a window before anything is done, and goes to the first who accepts', async () => {
    const id = await offer(at.days[0] ?? '', ['U2', 'U3']);
    expect(directMessages()).toContain(`"value":"${id}`);
    await at.world.click('U2', 'schedule.accept_offer', id);
    expect(at.world.window('U2')).toContain('8 h instead of 0 h');
    expect(at.world.window('U2')).toContain('“A wedding”');
    await at.world.click('U3', 'schedule.accept_offer', id);
    expect((await state(id)).state).toBe('open');
    expect(await submit('U2')).toContain('The shift is yours.');
    expect(await submit('U3')).toContain('Somebody else was first');
    expect((await state(id)).state).toBe('done');
    await at.world.work();
    const home = at.world.slack.team('T1').homes.get('U2');
    expect(checkView(home as unknown as Home)).toEqual([]);
    expect(JSON.stringify(home)).toContain('Bar, Tokyo');
  });

  it('stands in the Home tab too, where it can be declined', async () => {
    const id = await offer(at.days[1] ?? '', ['U3']);
    expect(await at.openHome('U3')).toContain('Offered to you');
    await at.world.click('U3', 'schedule.decline_offer', id);
    await at.world.work();
    expect(await at.openHome('U3')).not.toContain('Offered to you');
    expect((await state(id)).state).toBe('expired');
  });

  it('asks which shift is given for it, and exchanges the two', async () => {
    const [mine, hers, other] = [
      await at.assign(at.days[4] ?? '', people.U1),
      await at.assign(at.days[5] ?? '', people.U2),
      await at.assign(at.days[6] ?? '', people.U2),
    ];
    await at.publish();
    const asked = [{ personId: people.U2, returns: [hers, other] }];
    const { id } = await at.ask('POST', '/api/schedule/offers', { assignmentId: mine, people: asked });
    await at.world.work();
    await at.world.click('U2', 'schedule.accept_offer', String(id));
    expect(at.world.window('U2')).toContain('What you give for it');
    expect(await submit('U2', giving(mine))).toContain('Choose which of your shifts');
    expect((await state(String(id))).state).toBe('open');
    await at.world.click('U2', 'schedule.accept_offer', String(id));
    expect(await submit('U2', giving(other))).toContain('The shift is yours.');
    expect(await at.ask('GET', `/api/schedule/offers/${id}`)).toMatchObject({
      ...{ state: 'done', takes: { assignmentId: other } },
    });
  });

  it('is nobody else’s to answer', async () => {
    const id = await offer(at.days[2] ?? '', ['U3']);
    await at.world.click('U2', 'schedule.accept_offer', id);
    expect(at.world.window('U2')).toContain('not yours to answer');
    await at.world.click('U2', 'schedule.accept_offer', 'nonsense');
    expect((await state(id)).state).toBe('open');
  });
});

describe('a shift of one’s own in Slack', () => {
  const choosing = (to: string, chosen: readonly string[] = [], note = '') => ({
    to: { to: { type: 'radio_buttons', selected_option: { value: to } } },
    people: { people: { type: 'multi_static_select', selected_options: chosen.map((value) => ({ value })) } },
    note: { note: { type: 'plain_text_input', value: note } },
  });
  const offers = async (ofShift: string) =>
    (
      (await at.ask('GET', '/api/schedule/offers')) as {
        forMe: { gives: { assignmentId: string }; people: unknown[]; note: string; toEveryone: boolean }[];
      }
    ).forMe.filter(({ gives }) => gives.assignmentId === ofShift);

  it('is offered from its list, to the people that were chosen or to everyone, as on the web', async () => {
    const [first, second] = [
      await at.assign(at.days[0] ?? '', people.U3),
      await at.assign(at.days[3] ?? '', people.U2),
    ];
    await at.publish();
    expect(await at.openHome('U3')).toContain(`"value":"${first}"`);
    await at.world.click('U2', 'schedule.offer_shift', first);
    expect(at.world.window('U2')).toContain('not yours to answer');
    await at.world.click('U3', 'schedule.offer_shift', first);
    expect(at.world.window('U3')).toContain(people.U1);
    expect(at.world.window('U3')).not.toContain(people.U3);
    expect(await submit('U3', choosing('chosen'))).toContain('Choose somebody');
    expect(await submit('U3', choosing('chosen', [people.U1], 'A wedding'))).toContain('Offered to 1 person.');
    expect(await offers(first)).toMatchObject([{ note: 'A wedding', toEveryone: false }]);
    await at.world.work();
    const home = await at.openHome('U3');
    expect(home).toContain('On offer to others');
    expect(home).not.toContain(`"value":"${first}"`);
    const listed = JSON.stringify(await at.command('U2', 'shifts'));
    expect(listed).toContain(`"action_id":"schedule.offer_shift"`);
    await at.world.click('U2', 'schedule.offer_shift', second);
    expect(await submit('U2', choosing('everyone'))).toContain('Offered to 2 people.');
    expect(await offers(second)).toMatchObject([{ toEveryone: true, note: null }]);
    await at.world.click('U2', 'schedule.offer_shift', second);
    expect(at.world.window('U2')).toContain('on offer already');
  });
});

describe('an open shift in Slack', () => {
  it('is listed with what it would come to, and claimed in two clicks', async () => {
    const answer = JSON.stringify(await at.command('U2', 'shifts'));
    expect(answer).toContain('Open shifts');
    const shiftId = /"action_id":"schedule.claim_shift"[^}]*}?[^}]*"value":"([^"]+)"/.exec(answer)?.[1] ?? '';
    await at.world.click('U2', 'schedule.claim_shift', shiftId);
    expect(at.world.window('U2')).toMatch(/h instead of \d+ h/);
    expect(await submit('U2')).toContain('The shift is yours.');
    await at.world.click('U2', 'schedule.claim_shift', shiftId);
    expect(at.world.window('U2')).toContain('not open any more');
    expect(JSON.stringify(await at.command('U2', 'shifts'))).not.toContain(shiftId);
  });

  it('that has become open is told of to whoever picks up extra shifts, with the button that claims it', async () => {
    await at.world.work();
    const wishes = { wantedMinutes: null, extraShifts: true, likings: [] };
    await at.ask('PUT', `/api/schedule/people/${people.U3}/preferences`, wishes);
    const day = at.days[3] ?? '';
    const { shifts } = (await at.ask('GET', `/api/schedule/plan?from=${day}&to=${day}`)) as {
      shifts: { id: string }[];
    };
    const shiftId = shifts[0]?.id ?? '';
    await at.ask('PATCH', `/api/schedule/shifts/${shiftId}`, { needs: 3 });
    await at.world.work();
    expect(directMessages()).toContain('A shift is open that you could take');
    expect(directMessages()).toMatch(
      new RegExp(`"action_id":"schedule.claim_shift","text":[^}]*},"value":"${shiftId}"`),
    );
    await at.world.click('U3', 'schedule.claim_shift', shiftId);
    expect(await submit('U3')).toContain('The shift is yours.');
  });
});
