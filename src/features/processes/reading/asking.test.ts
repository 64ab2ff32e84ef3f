import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../test/support/sign-in.ts';
import { personalProcesses } from '../about.ts';
import { carryProcesses } from '../about-store.ts';
import { openProcessWorld, type ProcessWorld, step } from '../process-world.fixture.ts';
import { question, quizOf, type ReadingDesk, readingDesk } from './reading.fixture.ts';

let given: ProcessWorld;
let desk: ReadingDesk;
let admin: Browser;
let ana: Browser;
let ben: Browser;
beforeAll(async () => {
  given = await openProcessWorld();
  desk = readingDesk(given);
  admin = await given.signInAs('admin', 'Adi');
});
afterAll(() => given[Symbol.asyncDispose]());
beforeEach(async () => {
  [ana, ben] = [await given.signInAs('employee', 'Ana'), await given.signInAs('employee', 'Ben')];
});

const only = (...people: Browser[]) => people.map(({ personId }) => ({ kind: 'person', ref: personId }));
const inOrg = <T>(work: Parameters<typeof given.world.db.inOrg<T>>[1]) => given.world.db.inOrg(given.owner.orgId, work);

describe('asking', () => {
  it('puts it on the lists of those whom it is asked of, who confirm the version that they read', async () => {
    const id = await given.publish({ title: 'Hygiene' });
    await desk.askFor(id, { audience: only(ana, ben) });
    expect(await desk.toRead(ana)).toEqual(['Hygiene']);
    expect(await given.did('GET', '/api/readings/count', undefined, ana)).toEqual({ toRead: 1 });
    expect(await desk.toRead(admin)).not.toContain('Hygiene');
    expect((await desk.confirm(id, ana)).json).toMatchObject({
      ...{ asking: null, mayAsk: false, mine: { state: 'confirmed', confirmed: { version: 1 } } },
    });
    expect(await desk.toRead(ana)).toEqual([]);
    expect(await given.did('GET', '/api/readings', undefined, ana)).toMatchObject({
      confirmed: [{ title: 'Hygiene', version: 1 }],
    });
    expect(await desk.people(id)).toMatchObject([
      { name: 'Ana', state: 'confirmed', confirmed: { version: 1, how: 'web' } },
      { name: 'Ben', state: 'open', confirmed: null },
    ]);
    expect(await given.did('GET', desk.at(id))).toMatchObject({
      asking: { counts: { asked: 2, confirmed: 1, late: 0 } },
    });
  });

  it('is for whoever may write on the process; to all others neither list, file nor counts are there', async () => {
    const id = await given.publish();
    await desk.askFor(id);
    for (const as of [ana, await given.signInAs('scheduler'), await given.signInAs('auditor')]) {
      for (const [method, rest, body] of [
        ['PUT', '', { dueOn: desk.dayIn(3) }],
        ['POST', '/end', undefined],
        ['POST', '/remind', undefined],
        ['GET', '/people', undefined],
        ['GET', '/people.csv', undefined],
      ] as const) {
        expect([method, rest, (await given.ask(method, desk.at(id, rest), body, as)).status]).toEqual([
          method,
          rest,
          404,
        ]);
      }
      expect(await given.did('GET', desk.at(id), undefined, as)).toMatchObject({ asking: null, mayAsk: false });
    }
    expect((await given.ask('GET', desk.at(id, '/people'), undefined, admin)).status).toBe(200);
    await given.did('POST', desk.at(id, '/end'));
  });

  it('needs something published, days to come, and somebody', async () => {
    const draft = await given.begin();
    const refused = async (id: string, body: object) =>
      (await given.ask('PUT', desk.at(id), { dueOn: desk.dayIn(9), ...body })).json;
    expect(await refused(draft, {})).toMatchObject({ code: 'nothing_published' });
    const id = await given.publish();
    expect(await refused(id, { dueOn: desk.dayIn(-1) })).toMatchObject({ fields: { dueOn: expect.any(String) } });
    const late = { remindEvery: 3, remindUntil: desk.dayIn(-1) };
    expect(await refused(id, late)).toMatchObject({ fields: { remindUntil: expect.any(String) } });
    const nobody = [{ kind: 'location', ref: crypto.randomUUID() }];
    expect(await refused(id, { audience: nobody })).toMatchObject({
      fields: { audience: expect.stringContaining('nobody') },
    });
    const quiz = quizOf([question({ rights: [false, false] })]);
    expect(await refused(id, { quiz })).toMatchObject({ fields: { 'quiz.questions.0.answers': expect.any(String) } });
  });

  it('can be changed and ended; what was confirmed stays', async () => {
    const id = await given.publish({ title: 'Ended' });
    await desk.askFor(id, { audience: only(ana, ben) });
    await desk.confirm(id, ana);
    await desk.askFor(id, { audience: only(ben), dueOn: desk.dayIn(30) });
    expect(await desk.people(id)).toMatchObject([
      { name: 'Ben', isAsked: true },
      { name: 'Ana', isAsked: false, state: 'confirmed' },
    ]);
    await given.did('POST', desk.at(id, '/end'));
    expect(await desk.toRead(ben)).toEqual([]);
    expect((await desk.confirm(id, ben)).status).toBe(404);
    expect((await given.ask('POST', desk.at(id, '/end'))).json).toMatchObject({ code: 'not_asked' });
    expect(await given.did('GET', desk.at(id), undefined, ana)).toMatchObject({ mine: { state: 'confirmed' } });
  });

  it('leaves its acts in the log, without the title', async () => {
    const id = await given.publish({ title: 'Untold secret' });
    await desk.askFor(id, { audience: only(ana) });
    await desk.confirm(id, ana);
    await given.did('POST', desk.at(id, '/end'));
    const acts = await given.acts();
    for (const act of ['asked', 'confirmed', 'ended']) expect(acts).toContain(`processes.reading_${act}`);
    expect(JSON.stringify(await inOrg((tx) => given.office.audit.read(tx)))).not.toContain('Untold secret');
  });

  it('brings a file with who has not yet', async () => {
    const id = await given.publish({ title: 'Not in the file name' });
    await desk.askFor(id, { audience: only(ana, ben), quiz: quizOf([question()]) });
    const answer = await given.office.ask(desk.at(id, '/people.csv?show=missing'), { as: given.owner });
    expect(answer.headers.get('content-disposition')).not.toContain('Not in');
    const lines = (await answer.text()).trim().split('\r\n');
    expect(lines[0]).toContain('"Quiz passed","Tries"');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['"Ana"', '"not yet"'],
      ['"Ben"', '"not yet"'],
    ]);
    await given.did('POST', desk.at(id, '/end'));
  });
});

describe('a version that is published later', () => {
  it('asks nobody again where the change is small; who is still to read confirms what holds now', async () => {
    const id = await given.publish({ title: 'Small' });
    await desk.askFor(id, { audience: only(ana, ben) });
    await desk.confirm(id, ana);
    await desk.next(id, { title: 'Small' });
    expect([await desk.toRead(ana), await desk.toRead(ben)]).toEqual([[], ['Small']]);
    expect(await desk.confirm(id, ben, 1)).toMatchObject({ status: 409, json: { code: 'version_changed' } });
    expect((await desk.confirm(id, ben, 2)).json).toMatchObject({ mine: { confirmed: { version: 2 } } });
  });

  it('asks all of them anew where it matters, and says what changed', async () => {
    const id = await given.publish({ title: 'Alarm', steps: [step({ title: 'Ring' })] });
    await desk.askFor(id, { audience: only(ana, ben), remindEvery: 7 });
    await desk.confirm(id, ana);
    given.world.clock.advance(3 * 86_400_000);
    expect((await given.ask('POST', desk.at(id, '/anew'), {})).json).toMatchObject({ code: 'asked_already' });
    await desk.next(id, { title: 'Alarm', steps: [step({ title: 'Shout' })] });
    const mails = await desk.mailsOf(() => given.did('POST', desk.at(id, '/anew'), { changed: 'Nobody heard it' }));
    expect(mails.filter((mail) => mail.includes('read it again'))).toEqual([
      'employee: It has changed, please read it again: “Alarm”',
      'employee: It has changed, please read it again: “Alarm”',
    ]);
    const letter = given.office.sent.findLast(({ subject }) => subject.includes('read it again'))?.text ?? '';
    for (const words of ['Nobody heard it', '“Shout”, is new', '“Ring”, is gone']) expect(letter).toContain(words);
    expect(await desk.toRead(ana)).toEqual(['Alarm']);
    expect(await given.did('GET', desk.at(id), undefined, ana)).toMatchObject({
      mine: { state: 'open', before: 1, changed: 'Nobody heard it', dueOn: desk.dayIn(14), confirmed: null },
    });
    expect(await given.did('GET', '/api/readings', undefined, ana)).toMatchObject({
      toRead: [{ again: true, version: 2 }],
    });
  });

  it('asks nobody where nobody was asked', async () => {
    const id = await given.publish({ title: 'Unasked' });
    await desk.next(id, {});
    expect(await given.ask('POST', desk.at(id, '/anew'), {})).toMatchObject({
      status: 409,
      json: { code: 'not_asked' },
    });
    expect((await given.ask('POST', desk.at(id, '/anew'), {}, ana)).status).toBe(404);
  });
});

describe('a quiz', () => {
  const quiz = quizOf([question(), question({ kind: 'many', rights: [true, false, true] })], {
    tries: 2,
    waitHours: 4,
  });
  const [first, second] = quiz.questions.map(({ id }) => id);
  const right = {
    answers: [
      { id: first, chosen: [0] },
      { id: second, chosen: [0, 2] },
    ],
  };
  const wrong = {
    answers: [
      { id: first, chosen: [0] },
      { id: second, chosen: [0] },
    ],
  };

  it('comes before confirming; others learn only that it was passed, and after how many tries', async () => {
    const id = await given.publish();
    await desk.askFor(id, { audience: only(ana), quiz });
    const asked = JSON.stringify(await given.did('GET', desk.at(id), undefined, ana));
    expect([asked.includes('Which door?'), asked.includes('"right"'), asked.includes('draught')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await desk.confirm(id, ana)).toMatchObject({ status: 409, json: { code: 'quiz_first' } });
    const tried = await given.did('POST', desk.at(id, '/quiz'), wrong, ana);
    expect(tried).toMatchObject({
      ...{ passed: false, right: 1, of: 2, needed: 2, tryAt: null },
      questions: [
        { isRight: true, answers: null },
        { isRight: false, answers: null, explains: 'Because of the draught.' },
      ],
    });
    expect(await desk.people(id)).toMatchObject([{ name: 'Ana', passed: false, tries: 1 }]);
    expect(await given.did('POST', desk.at(id, '/quiz'), right, ana)).toMatchObject({
      ...{ passed: true, questions: [{ answers: [0] }, { answers: [0, 2] }] },
    });
    const [row] = await desk.people(id);
    expect(row).toMatchObject({ passed: true, tries: 2 });
    expect(JSON.stringify(row)).not.toContain(second);
    expect((await desk.confirm(id, ana)).status).toBe(200);
    expect(await given.ask('POST', desk.at(id, '/quiz'), right, ana)).toMatchObject({
      json: { code: 'passed_already' },
    });
  });

  it('keeps who was wrong too often waiting', async () => {
    const id = await given.publish();
    await desk.askFor(id, { audience: only(ana), quiz });
    await given.did('POST', desk.at(id, '/quiz'), wrong, ana);
    expect(await given.did('POST', desk.at(id, '/quiz'), wrong, ana)).toMatchObject({ tryAt: expect.any(String) });
    expect(await given.ask('POST', desk.at(id, '/quiz'), right, ana)).toMatchObject({
      status: 409,
      json: { code: 'try_later' },
    });
    given.world.clock.advance(4 * 3_600_000);
    expect(await given.did('POST', desk.at(id, '/quiz'), right, ana)).toMatchObject({ passed: true });
  });

  it('that was changed meanwhile is loaded again, and is not for those who are not asked', async () => {
    const id = await given.publish();
    await desk.askFor(id, { audience: only(ana), quiz });
    await desk.askFor(id, { audience: only(ana), quiz: quizOf([question()]) });
    expect(await given.ask('POST', desk.at(id, '/quiz'), right, ana)).toMatchObject({ json: { code: 'quiz_changed' } });
    expect((await given.ask('POST', desk.at(id, '/quiz'), right, ben)).status).toBe(404);
    expect((await desk.confirm(id, ben)).status).toBe(404);
  });
});

describe('a confidential process', () => {
  it('asks nobody who can’t see it, and says who that is', async () => {
    const id = await given.publish({ title: 'Dismissals' }, { confidential: true, audience: only(ana) });
    const refused = await given.ask('PUT', desk.at(id), { dueOn: desk.dayIn(5), audience: only(ana, ben) });
    expect(refused).toMatchObject({
      status: 422,
      json: { fields: { audience: expect.stringMatching(/^Ben can’t see/) } },
    });
    const told = await desk.mailsOf(() => desk.askFor(id, { audience: only(ana) }));
    expect(told).toEqual(['employee: Please read “Dismissals”']);
    for (const stranger of [admin, ben]) {
      const seen = await given.ask('GET', desk.at(id), undefined, stranger);
      expect(seen).toEqual(await given.ask('GET', desk.at(crypto.randomUUID()), undefined, stranger));
      expect(JSON.stringify(await given.did('GET', '/api/readings', undefined, stranger))).not.toContain('Dismissals');
      expect((await given.ask('POST', desk.at(id, '/confirm'), { version: 1 }, stranger)).status).toBe(404);
    }
  });

  it('vanishes from the lists of whoever may not see it any more, also where they confirmed it', async () => {
    const id = await given.publish({ title: 'Vault' }, { confidential: true, audience: only(ana, ben) });
    await desk.askFor(id);
    await desk.confirm(id, ana);
    await given.did('PUT', `/api/processes/${id}/access`, {
      ownerId: null,
      reviewBy: null,
      confidential: true,
      audience: [],
    });
    for (const as of [ana, ben]) {
      expect(JSON.stringify(await given.did('GET', '/api/readings', undefined, as))).not.toContain('Vault');
    }
    expect((await desk.mailsOf(() => desk.follow())).join()).not.toContain('Vault');
  });
});

describe('what is held about somebody', () => {
  it('has what they confirmed', async () => {
    const id = await given.publish({ title: 'Fire drill' });
    await desk.askFor(id, { audience: only(ana) });
    await desk.confirm(id, ana);
    expect(await inOrg((tx) => personalProcesses.read(tx, ana.personId))).toMatchObject({
      processesYouConfirmed: [{ title: 'Fire drill', number: 1, how: 'web' }],
    });
  });

  it('becomes one where two records were one human', async () => {
    const id = await given.publish();
    await desk.askFor(id, { audience: only(ana, ben), quiz: null });
    await desk.confirm(id, ben);
    await inOrg((tx) => carryProcesses(tx, ana.personId, ben.personId));
    expect(await desk.people(id)).toMatchObject([{ name: 'Ana', state: 'confirmed', confirmed: { version: 1 } }]);
    expect(await given.did('GET', desk.at(id))).toMatchObject({ asking: { audience: [{ ref: ana.personId }] } });
  });
});
