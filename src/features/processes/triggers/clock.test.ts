import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { beginDue } from './jobs.ts';
import { openShiftWorld, type ShiftWorld } from './shift-world.fixture.ts';
import { noteStart } from './store.ts';

let given: ShiftWorld;
beforeAll(async () => {
  given = await openShiftWorld();
});
afterAll(() => given[Symbol.asyncDispose]());

/** The hours of the world's clock go on from test to test: each begins on a day of its own. */
let date = 4;
const nextMorning = async () => {
  date += 1;
  await given.at(`2026-05-${String(date).padStart(2, '0')}T05:00:00Z`);
};
const today = (time: string) => given.at(`2026-05-${String(date).padStart(2, '0')}T${time}:00Z`);
const daily = (more: object = {}) => ({
  ...{ kind: 'schedule', repeat: { every: 'day' }, atTime: '08:30', doer: 'anyone', locationId: given.locationId },
  ...more,
});
const subjects = async () => {
  await given.work();
  return given.office.sent.map(({ subject }) => subject);
};

describe('a run by the clock', () => {
  it('is noted once for each time, whoever notes it', async () => {
    await nextMorning();
    const { trigger: triggerId } = await given.begins(daily());
    const plannedAt = new Date('2026-12-30T07:30:00Z');
    const start = { triggerId, occurrence: '2026-12-30T08:30', plannedAt, state: 'begun' } as const;
    const noted = () => given.world.db.inOrg(given.owner.orgId, (tx) => noteStart(tx, start));
    expect([await noted(), await noted()]).toEqual([true, false]);
  });

  it('begins at its time at the place, once, however often and by however many it is asked for', async () => {
    await nextMorning();
    const { process } = await given.begins(daily({ doer: 'person', doerId: given.ana.personId, withinMinutes: 60 }));
    expect((await given.shown(process)).triggers[0]).toMatchObject({
      words: 'Every day at 08:30 at Mitte, for Ana, to be done within 1 h',
      next: { words: 'today 08:30, Ana at Mitte' },
    });
    await today('06:29');
    expect(await given.runs(process)).toEqual([]);
    await today('06:30');
    await Promise.all([given.tick(), given.tick(), given.tick()]);
    const [run, ...others] = await given.runs(process);
    expect(others).toEqual([]);
    const local = `2026-05-${String(date).padStart(2, '0')}`;
    expect(run).toMatchObject({ doer: { name: 'Ana' }, byItself: true, dueAt: `${local}T07:30:00.000Z` });
    expect((await given.shown(process)).triggers[0]?.next.words).toBe('tomorrow 08:30, Ana at Mitte');
    expect(await given.acts()).toContain('processes.trigger_added');
  });

  it('is begun by the version that holds then, and keeps it', async () => {
    await nextMorning();
    const { process } = await given.begins(daily());
    await today('06:30');
    await given.did('PUT', `/api/processes/${process}/draft`, { title: 'Anew', body: '', steps: [], revision: 0 });
    expect((await given.runs(process))[0]).toMatchObject({ version: 1, state: 'open' });
  });

  it('begins nothing twice where the process ends in the middle of it', async () => {
    await nextMorning();
    const { process } = await given.begins(daily());
    await today('06:00');
    given.world.clock.advance(31 * 60_000);
    const { audit } = given.parts;
    const dying = {
      ...audit,
      append: async () => {
        throw new Error('killed');
      },
    };
    const failed = await beginDue({ ...given.parts, audit: dying }, given.owner.orgId);
    expect(failed.length).toBeGreaterThan(0);
    expect(await given.runs(process)).toEqual([]);
    await given.tick();
    expect(await given.runs(process)).toHaveLength(1);
  });

  it('keeps no other from beginning where one fails', async () => {
    await nextMorning();
    const [broken, sound] = [await given.begins(daily()), await given.begins(daily())];
    given.world.clock.advance(2 * 3_600_000);
    let asked = 0;
    const places: typeof given.parts.people.places = (tx) => {
      asked += 1;
      if (asked === 1) throw new Error('it fails');
      return given.parts.people.places(tx);
    };
    const failed = await beginDue({ ...given.parts, people: { ...given.parts.people, places } }, given.owner.orgId);
    expect(failed).toHaveLength(1);
    const begun = [await given.runs(broken.process), await given.runs(sound.process)];
    expect(begun.flat().length).toBeGreaterThan(0);
    await given.tick();
    expect(await given.runs(sound.process)).toHaveLength(1);
    expect(await given.runs(broken.process)).toHaveLength(1);
  });

  it('is begun late while there is time for it, the last of what was missed, and the rest is told', async () => {
    await nextMorning();
    const { process } = await given.begins(daily());
    date += 2;
    await today('16:00');
    const runs = await given.runs(process);
    expect(runs).toHaveLength(1);
    expect(runs[0]).toMatchObject({ lateStart: 9 * 60 + 30 });
    expect(await subjects()).toContain('“Opening” was left out 2 times');
  });

  it('rests when it is paused, and goes on with what comes next', async () => {
    await nextMorning();
    const { process, trigger } = await given.begins(daily());
    await given.did('POST', `/api/process-triggers/${trigger}/pause`, { paused: true });
    expect((await given.shown(process)).triggers[0]?.next.words).toBe('Paused: nothing begins.');
    await today('07:00');
    await given.did('POST', `/api/process-triggers/${trigger}/pause`, { paused: false });
    await today('07:01');
    expect(await given.runs(process)).toEqual([]);
    await nextMorning();
    await today('06:30');
    expect(await given.runs(process)).toHaveLength(1);
  });

  it('is left out where the process is archived or the location gone, and whoever answers for it is told once', async () => {
    await nextMorning();
    const { process } = await given.begins(daily());
    await given.did('POST', `/api/processes/${process}/archive`);
    await today('06:31');
    await nextMorning();
    await today('06:31');
    expect(await given.runs(process)).toEqual([]);
    const told = (await subjects()).filter((one) => one === '“Opening” did not begin as it should').length;
    await nextMorning();
    await today('06:31');
    expect((await subjects()).filter((one) => one === '“Opening” did not begin as it should')).toHaveLength(told);
    expect((await given.shown(process)).triggers[0]?.problem).toContain('archived');
    await given.did('POST', `/api/processes/${process}/restore`);
    await nextMorning();
    await today('06:31');
    expect(await given.runs(process)).toHaveLength(1);
    expect((await given.shown(process)).triggers[0]?.problem).toBeNull();
  });

  it('goes to whoever answers for the process where the one whose it was to be has left', async () => {
    await nextMorning();
    const cleo = await given.signInAs('employee', 'Cleo');
    const { process } = await given.begins(daily({ doer: 'person', doerId: cleo.personId }), {
      ownerId: given.bo.personId,
    });
    await today('06:31');
    expect((await given.runs(process))[0]).toMatchObject({ doer: { name: 'Cleo' } });
    await given.did('PATCH', `/api/members/${cleo.personId}`, { state: 'deactivated' });
    expect((await given.runs(process))[0]).toMatchObject({ doer: { name: 'Bo' }, state: 'open' });
    await nextMorning();
    await today('06:31');
    expect((await given.runs(process)).at(-1)).toMatchObject({ doer: { name: 'Bo' } });
    expect((await given.shown(process)).triggers[0]?.problem).toContain('not here any more');
  });

  it('is in the hands of whoever knows a role', async () => {
    await nextMorning();
    const { process } = await given.begins(daily({ doer: 'role', doerRoleId: given.roles.early }));
    await today('06:31');
    const listed = async (as = given.ana) => {
      const { runs } = await given.did('GET', '/api/process-runs', undefined, as);
      return (runs as { processId: string; mine: boolean; doerRole: string }[]).find(
        (one) => one.processId === process,
      );
    };
    expect(await listed()).toMatchObject({ mine: true, doerRole: 'Early' });
    expect(await listed(given.owner)).toMatchObject({ mine: false });
  });
});

describe('what begins a process', () => {
  it('is seen and changed by whoever may write on it, and by nobody else', async () => {
    await nextMorning();
    const { process, trigger } = await given.begins(daily());
    for (const [method, path, body] of [
      ['GET', `/api/processes/${process}/triggers`, undefined],
      ['POST', `/api/processes/${process}/triggers`, daily()],
      ['PUT', `/api/process-triggers/${trigger}`, daily()],
      ['DELETE', `/api/process-triggers/${trigger}`, undefined],
      ['PUT', `/api/processes/${process}/alarms`, { ownerAfter: 0, managerAfter: null, stepAfter: null }],
    ] as const) {
      expect((await given.ask(method, path, body, given.ana)).status).toBe(404);
    }
    const changed = await given.did('PUT', `/api/process-triggers/${trigger}`, daily({ atTime: '09:15' }));
    expect(changed).toMatchObject({ triggers: [{ words: 'Every day at 09:15 at Mitte, for anybody' }] });
    expect(await given.did('DELETE', `/api/process-triggers/${trigger}`)).toMatchObject({ triggers: [] });
  });

  it('is refused with what to mend', async () => {
    const { process } = await given.begins(daily());
    const nobody = '018f0000-0000-7000-8000-0000000000aa';
    const wrong = [
      [daily({ repeat: null }), 'repeat'],
      [daily({ atTime: null }), 'atTime'],
      [daily({ locationId: nobody }), 'locationId'],
      [daily({ doer: 'person', doerId: nobody }), 'doerId'],
      [daily({ doer: 'role', doerRoleId: nobody }), 'doerRoleId'],
      [daily({ doer: 'opener' }), 'doer'],
      [{ kind: 'shift', doer: 'opener' }, 'locationId'],
      [{ kind: 'joining', doer: 'anyone' }, 'doer'],
    ] as const;
    for (const [body, field] of wrong) {
      const { status, json } = await given.ask('POST', `/api/processes/${process}/triggers`, body);
      expect([status, Object.keys(json.fields ?? {})]).toEqual([422, [field]]);
    }
  });
});

describe('a run because of somebody', () => {
  const because = (kind: 'joining' | 'leaving') => given.begins({ kind, doer: 'manager', withinMinutes: 1_440 });
  const employ = (who: { readonly personId: string }, managerId: string) =>
    given.did('PATCH', `/api/people/${who.personId}/employment`, { managerId });

  it('begins once for each who joins, in the hands of their manager, and says about whom', async () => {
    await nextMorning();
    const { process } = await because('joining');
    const dee = await given.signInAs('employee', 'Dee');
    await employ(dee, given.bo.personId);
    await given.tick();
    await given.tick();
    const runs = await given.runs(process);
    expect(runs.map(({ doer, about }) => [doer?.name, about?.name])).toEqual([['Bo', 'Dee']]);
    expect((await given.shown(process)).triggers[0]?.last?.state).toBe('begun');
  });

  it('goes to whoever answers for the process where nobody is known as their manager, who is told', async () => {
    await nextMorning();
    const { process } = await because('joining');
    await given.signInAs('employee', 'Eve');
    await given.tick();
    expect((await given.runs(process))[0]?.about?.name).toBe('Eve');
    expect((await given.shown(process)).triggers[0]?.problem).toContain('Nobody is known as their manager');
  });

  it('begins when somebody leaves, also where nobody was there to begin it, however late', async () => {
    await nextMorning();
    const fay = await given.signInAs('employee', 'Fay');
    await employ(fay, given.ana.personId);
    const { process } = await because('leaving');
    await given.did('PATCH', `/api/members/${fay.personId}`, { state: 'deactivated' });
    expect(await given.runs(process)).toEqual([]);
    await today('19:00');
    await given.tick();
    const [run, ...others] = await given.runs(process);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ doer: { name: 'Ana' }, about: { name: 'Fay' }, lateStart: 14 * 60 });
  });
});
