import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { openWorkWorld, type WorkWorld } from '../../work-world.fixture.ts';

let world: WorkWorld;
let ana: Browser;
let address: string;
beforeAll(async () => {
  world = await openWorkWorld();
  ana = await world.signInAs('employee', 'Ana');
  for (let twice = 0; twice < 2; twice += 1) await world.signInAs('employee', 'Sam');
  const { members } = (await (await world.office.ask('/api/members', { as: world.owner })).json()) as {
    members: { id: string; email: string }[];
  };
  address = members.find(({ id }) => id === ana.personId)?.email ?? '';
});
afterAll(() => world[Symbol.asyncDispose]());

type Row = { person: string; verdict: string; why: string | null; mark: string };
const encoded = (text: string) => Buffer.from(text).toString('base64');
const ask = (path: string, text: string, more: object, as?: Browser) =>
  world.ask('POST', `availability/import${path}`, { file: encoded(text), from: '2026-05-11', ...more }, as);
const preview = async (text: string, as?: Browser, more = {}) => {
  const { status, json } = await ask('/preview', text, more, as);
  expect([status, json]).toEqual([200, expect.anything()]);
  return json as unknown as { rows: Row[]; mapping: object };
};
const commit = async (text: string, rows: readonly Row[], as?: Browser) => {
  const { status, json } = await ask('', text, { marks: rows.map(({ mark }) => mark) }, as);
  expect([status, json]).toEqual([200, expect.anything()]);
  return json;
};
const importNow = async (text: string, as?: Browser) => commit(text, (await preview(text, as)).rows, as);
const whys = async (rows: string, as?: Browser) =>
  (await preview(`${head}${rows}`, as)).rows.map(({ verdict, why }) => why ?? verdict);
type Shown = { id: string; start: string; minutes: number; words: string; payload: object; revision: number };
/** By when they begin. */
const seriesOf = async ({ personId }: Browser) => {
  const { series } = await world.did('GET', `people/${personId}/calendar?from=2026-05-04&to=2026-05-10`);
  return (series as Shown[]).toSorted((one, other) => (one.start < other.start ? -1 : 1));
};

const head = 'person,kind,days,date,start,end,repeats until\n';

it('what people can comes in as the preview said, and a second time nothing changes', async () => {
  const text = `${head}${address},can,Mon-Fri,,9,17,\nana,preferred,Sat,2026-06-01,22,6,2026-07-31\nANA,can’t,,24.12.2026,,,\n`;
  const shown = await preview(text);
  expect(shown.rows).toMatchObject([
    {
      ...{ person: 'Ana', email: address.toLowerCase(), verdict: 'new' },
      changes: [
        { field: 'kind', after: 'available' },
        { field: 'times', after: 'every week on Mon to Fri, 09:00–17:00' },
      ],
    },
    { person: 'Ana', email: '', changes: [{}, { after: 'every week on Sat until 31 Jul 2026, 22:00–06:00' }] },
    { changes: [{ after: 'unavailable' }, { after: 'Thu 24 Dec 2026, all day' }] },
  ]);
  expect(await seriesOf(ana)).toEqual([]);
  expect(await commit(text, shown.rows)).toMatchObject({ added: 3, changed: 0, people: 1, same: 0, refused: [] });
  expect(await seriesOf(ana)).toMatchObject([
    { start: '2026-05-11T09:00', minutes: 480, zone: 'Europe/Berlin', payload: { kind: 'available' } },
    { start: '2026-06-06T22:00', words: 'every week on Sat until 31 Jul 2026', payload: { kind: 'preferred' } },
    { start: '2026-12-24T00:00', minutes: 1440, payload: { kind: 'unavailable' } },
  ]);
  expect(await importNow(text)).toMatchObject({ added: 0, changed: 0, same: 3 });
  expect(await world.acts()).toEqual(
    expect.arrayContaining([
      'schedule.availability_compared',
      'schedule.availability_imported',
      'schedule.series_added',
    ]),
  );
});

it('a time that is there says what the file says now', async () => {
  const done = await importNow(`${head}Ana,unavailable,Mon-Fri,,9,17,\n`);
  expect(done).toMatchObject({ added: 0, changed: 1, people: 1 });
  const all = await seriesOf(ana);
  expect([all.length, all[0]?.payload]).toEqual([3, { kind: 'unavailable' }]);
});

it('a row is refused with what to do', async () => {
  const refusals: readonly (readonly [string, string])[] = [
    [',can,Mon,,,,', 'Nobody is named'],
    ['Zoe,can,Mon,,,,', 'has this name'],
    ['Sam,can,Mon,,,,', 'Several people'],
    ['zoe@x.example,can,Mon,,,,', 'has this e-mail'],
    ['Ana,perhaps,Mon,,,,', 'available, preferred or unavailable'],
    ['Ana,,Mon,,,,', 'available, preferred or unavailable'],
    ['Ana,can,,,9,17,', 'No day is given'],
    ['Ana,can,Someday,,9,17,', 'no days of the week'],
    ['Ana,can,,5/4/2026,9,17,', 'can be two days'],
    ['Ana,can,Mon,,9,,', 'Give both'],
    ['Ana,can,Mon,,9,late,', 'no time of the day'],
    ['Ana,can,Mon,,9,17,soon', 'no day between'],
    ['Ana,can,Mon,2026-06-01,9,17,2026-05-01', 'ends before'],
    ['Ana,can,Mon,,9,17,,extra', 'more cells'],
  ];
  const said = await whys(`${refusals.map(([row]) => row).join('\n')}\nAna,can,Sun,,9,17,\nAna,can’t,Sun,,9,17,`);
  for (const [index, [row, words]] of refusals.entries())
    expect([row, said[index]]).toEqual([row, expect.stringContaining(words)]);
  expect(said.slice(refusals.length)).toEqual(['new', expect.stringContaining('same time of this person')]);
});

it('a row that would now do something else is not taken', async () => {
  const text = `${head}Ana,unavailable,Sat,2026-06-06,22,6,2026-07-31\nAna,can,Tue,,18,22,\n`;
  const shown = await preview(text);
  expect(shown.rows.map(({ verdict }) => verdict)).toEqual(['changed', 'new']);
  const saturdays = (await seriesOf(ana)).find(({ start }) => start === '2026-06-06T22:00');
  await world.did('PATCH', `series/${saturdays?.id}`, {
    ...{ on: '2026-06-06T22:00', scope: 'all', revision: saturdays?.revision },
    change: { payload: { kind: 'available' } },
  });
  const done = await commit(text, shown.rows);
  expect(done).toMatchObject({ added: 1, changed: 0, refused: [{ line: 2, person: 'Ana' }] });
  expect(done.refusedFile).toContain('has changed since the preview');
});

it('schedulers import for those within their reach alone, who else has a name is not told', async () => {
  const place = await world.location('Faro', 'Europe/Lisbon');
  const scheduler = await world.signInAs('scheduler');
  const put = (person: Browser, body: object) =>
    world.office.ask(`/api/members/${person.personId}`, { as: world.owner, method: 'PATCH', body });
  await put(scheduler, { reach: { departments: [], locations: [place] } });
  const rows = `Ana,can,Wed,,9,17,\n${address},can,Thu,,9,17,`;
  expect(await whys(rows, scheduler)).toEqual([
    expect.stringContaining('Nobody whom you schedule'),
    expect.stringContaining('Nobody whom you schedule'),
  ]);
  await put(ana, { locations: [place] });
  expect(await importNow(`${head}${rows}`, scheduler)).toMatchObject({ added: 2, refused: [] });
  expect(await seriesOf(ana)).toContainEqual(expect.objectContaining({ zone: 'Europe/Lisbon' }));
  const employee = await world.signInAs('employee');
  expect((await ask('/preview', `${head}${rows}`, {}, employee)).status).toBe(403);
});

it('a file may leave out the kind, and name its columns otherwise', async () => {
  const text = 'wer;tag;ab;bis\nAna;So;10;12\n';
  const shown = await preview(text, undefined, { mapping: { person: 0, days: 1, start: 2, end: 3 } });
  expect(shown.rows).toMatchObject([{ verdict: 'new', changes: [{ after: 'available' }, {}] }]);
  expect(await ask('/preview', text, { mapping: { days: 1 } })).toMatchObject({
    status: 422,
    json: { code: 'no_columns', detail: expect.stringContaining('who somebody is') },
  });
});
