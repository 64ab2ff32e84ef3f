import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { step } from '../process-world.fixture.ts';
import { runActions } from './blocks.ts';
import { clickOn, openRunWorld, type RunWorld } from './slack-world.fixture.ts';

/** Members of Slack who have no account, and the owner, who is U1 there. */
let at: RunWorld;
let people: Readonly<Record<'U2' | 'U3', string>>;
beforeAll(async () => {
  at = await openRunWorld();
  people = { U2: await at.person('U2'), U3: await at.person('U3') };
});
afterAll(() => at[Symbol.asyncDispose]());

const door = step({ title: 'Unlock the <door>' });
const fridge = step({ kind: 'measure', title: 'Fridge', measure: { unit: '°C', min: 1, max: 7 } });
const photo = step({ kind: 'photo', title: 'The counter' });
const last = (who: 'U2' | 'U3') => at.messages(who).at(-1) ?? '';

describe('a run in Slack', () => {
  it('comes as a message with its steps, and a click does one of them, once', async () => {
    const { run } = await at.begin([door, fridge, photo], people.U2);
    expect(last('U2')).toContain('Opening');
    expect(last('U2')).toContain('Unlock the &lt;door&gt;');
    expect(last('U2')).toContain('take it on the web');
    expect(last('U2')).toContain(`/processes/runs/${run}`);
    const [message] = at.world.slack.team('T1').messages.slice(-1);
    const ref = { action_id: runActions.done, value: `${run}/${door.id}/0` };
    expect(await at.press('U2', 'Done')).toEqual([]);
    expect(await at.run(run)).toMatchObject({ done: 1, state: 'open' });
    expect(last('U2')).toContain('1 of 3 steps done');
    expect(last('U2')).toMatch(/white_check_mark: Unlock[^"]*\(/);
    // The same click once more: what it asks for is so, and there is nothing to say.
    expect(message && (await clickOn(at.world, 'U2', message, ref))).toEqual([]);
    // Somebody else's click on what is done is answered with who did it.
    const [said] = (message && (await clickOn(at.world, 'U3', message, ref))) ?? [];
    expect(said).toContain('has done this step already');
    expect(await at.run(run)).toMatchObject({ done: 1 });
  });

  it('does nothing for somebody of another workspace', async () => {
    const { run } = await at.begin([door], people.U2);
    const [message] = at.world.slack.team('T1').messages.slice(-1);
    if (message === undefined) throw new Error('nobody was told');
    const place = { channel: message.channel, ts: message.ts };
    const click = { teamId: 'T1', userId: 'U2', userTeamId: 'T9', message: place };
    const value = `${run}/${door.id}/0`;
    await at.world.deliver(at.world.slack.send.click({ ...click, actionId: runActions.done, value }));
    await at.world.work();
    expect(await at.run(run)).toMatchObject({ done: 0 });
  });

  it('does not do again what was taken back after the message was drawn', async () => {
    const { run } = await at.begin([door, photo], people.U2);
    const [message] = at.world.slack.team('T1').messages.slice(-1);
    await at.press('U2', 'Done');
    await at.ask('POST', `/api/process-runs/${run}/take-back`, { stepId: door.id });
    const drawnBefore = { action_id: runActions.done, value: `${run}/${door.id}/0` };
    const said = message && (await clickOn(at.world, 'U2', message, drawnBefore));
    expect(said?.[0]).toContain('taken back meanwhile');
    expect(await at.run(run)).toMatchObject({ done: 0 });
    expect(await at.press('U2', 'Done')).toEqual([]);
    expect(await at.run(run)).toMatchObject({ done: 1 });
  });

  it('shows what others do on the web, and how it ended', async () => {
    const { run } = await at.begin([door], people.U2);
    const entry = { id: crypto.randomUUID(), stepId: door.id, doneAt: at.world.clock.now().toISOString() };
    await at.ask('POST', `/api/process-runs/${run}/entries`, entry);
    await at.world.work();
    expect(last('U2')).toContain('Finished');
    expect(last('U2')).toContain('(Maya, ');
    expect(last('U2')).not.toContain('"button"');
    const second = await at.begin([door], people.U2);
    await at.ask('POST', `/api/process-runs/${second.run}/stop`, { why: 'A fire drill' });
    await at.world.work();
    expect(last('U2')).toContain('Stopped: A fire drill');
  });

  it('asks for a value in a window, and outside its limits what was done', async () => {
    const { run } = await at.begin([fridge], people.U2);
    await at.press('U2', 'Enter…');
    expect(at.world.window('U2')).toContain('It should be 1 to 7 °C.');
    expect(await at.submit('U2', 'warm')).toContain('Enter a number');
    expect(await at.submit('U2', '9,5')).toContain('That is not right');
    expect(await at.run(run)).toMatchObject({ done: 0 });
    await at.submit('U2', '9,5', 'Moved the milk');
    expect(await at.run(run)).toMatchObject({ state: 'finished', items: [{ entry: { value: 9.5 } }] });
    expect(last('U2')).toContain('warning: Fridge: 9.5 °C, Moved the milk');
  });

  it('asks for no value that somebody has entered meanwhile', async () => {
    const { run } = await at.begin([fridge, door], people.U2);
    const [message] = at.world.slack.team('T1').messages.slice(-1);
    const entry = { id: crypto.randomUUID(), stepId: fridge.id, doneAt: at.world.clock.now().toISOString(), value: 4 };
    await at.ask('POST', `/api/process-runs/${run}/entries`, entry);
    const ref = { action_id: runActions.measure, value: `${run}/${fridge.id}/0` };
    if (message) await clickOn(at.world, 'U2', message, ref);
    expect(at.world.window('U2')).toContain('Maya has done this step already, with 4');
  });

  it('goes on by the way that was chosen', async () => {
    const close = step({ title: 'Close the door' });
    const choices = [
      { label: 'All is well', next: 'end' },
      { label: 'Too warm', next: null },
    ];
    const decide = step({ kind: 'decide', title: 'How is it?', choices });
    const { run } = await at.begin([decide, close], people.U2);
    expect(last('U2')).toContain('hourglass_flowing_sand: Close the door');
    await at.press('U2', 'All is well');
    expect(await at.run(run)).toMatchObject({ state: 'finished', items: [{ state: 'done' }, { state: 'skipped' }] });
    expect(last('U2')).toContain('~Close the door~');
  });

  it('lets nobody approve what they did a part of', async () => {
    const approve = step({ kind: 'approve', title: 'Approve' });
    const { run } = await at.begin([door, approve], people.U2);
    await at.press('U2', 'Done');
    expect(last('U2')).toContain('to be approved by somebody else');
    const [message] = at.world.slack.team('T1').messages.slice(-1);
    const ref = { action_id: runActions.done, value: `${run}/${approve.id}/0` };
    expect(message && (await clickOn(at.world, 'U2', message, ref))).toEqual([
      'Somebody else approves: you did a part of this yourself.',
    ]);
  });

  it('stands in the Home tab and under /coact runs, from where it is gone on with in a window', async () => {
    const { run } = await at.begin([door, photo], people.U3);
    const home = await at.openHome('U3');
    expect(home).toContain('Your runs');
    expect(home).toContain(run);
    const answer = await at.world.deliver(at.world.slack.send.command('T1', 'U3', 'runs'));
    expect(await answer.text()).toContain('0 of 2 steps done');
    await at.world.click('U3', runActions.open, run);
    const view = at.world.slack.openWindow('U3');
    expect(JSON.stringify(view?.body)).toContain('Unlock the');
    await at.world.click('U3', runActions.done, `${run}/${door.id}/0`, view?.id);
    await at.world.work();
    expect(at.world.window('U3')).toContain('1 of 2 steps done');
    expect(await at.run(run)).toMatchObject({ done: 1 });
    const nobody = await at.world.deliver(at.world.slack.send.command('T1', 'U4', 'runs'));
    expect(await nobody.text()).toContain('You have nothing in hand.');
    expect(await at.openHome('U4')).not.toContain('Your runs');
  });
});

describe('what is confidential', () => {
  const only = (personId: string) => ({ confidential: true, audience: [{ kind: 'person', ref: personId }] });
  const secret = 'Letting somebody go';

  it('is told to nobody whom it is not meant for, whatever they click, and is in no line on a locked screen', async () => {
    const { run } = await at.begin([door], people.U2, only(people.U2));
    const [message] = at.world.slack.team('T1').messages.slice(-1);
    expect(message?.text).not.toContain(secret);
    expect(last('U2')).toContain(secret);
    const sent = at.world.slack.team('T1').messages.filter((one) => JSON.stringify(one).includes(secret));
    expect(new Set(sent.map(({ channel }) => channel))).toEqual(new Set([message?.channel]));
    const ref = { action_id: runActions.done, value: `${run}/${door.id}/0` };
    expect(message && (await clickOn(at.world, 'U3', message, ref))).toEqual([
      'There is nothing here any more, or it is not shown to you.',
    ]);
    await at.world.click('U3', runActions.open, run);
    expect(at.world.window('U3')).not.toContain(secret);
    expect(await at.run(run)).toMatchObject({ done: 0 });
  });

  it('is taken out of the message of whoever may not read it any more, and given back', async () => {
    const { process, run } = await at.begin([door], people.U2, only(people.U2));
    const access = (personId: string) => ({ ownerId: null, reviewBy: null, ...only(personId) });
    await at.ask('PUT', `/api/processes/${process}/access`, access(people.U3));
    await at.world.work();
    expect(last('U2')).not.toContain(secret);
    expect(last('U2')).toContain('not shown to you any more');
    expect(last('U2')).not.toContain('"button"');
    const { runs } = (await at.ask('GET', '/api/process-runs')) as { runs: { id: string; done: number }[] };
    expect(runs.find(({ id }) => id === run)).toMatchObject({ done: 0 });
    await at.ask('PUT', `/api/processes/${process}/access`, access(people.U2));
    await at.world.work();
    expect(last('U2')).toContain(secret);
    await at.ask('POST', `/api/processes/${process}/archive`);
    await at.world.work();
    expect(last('U2')).not.toContain(secret);
  });
});
