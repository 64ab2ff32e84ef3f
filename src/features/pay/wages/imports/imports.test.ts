import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../../../../test/support/sign-in.ts';
import { readCsv } from '../../../../platform/csv/index.ts';
import { sql } from '../../../../platform/db/index.ts';
import { openPaySite, type PaySite, type PayWorld } from '../../pay-world.fixture.ts';

let site: PaySite;
beforeAll(async () => {
  site = await openPaySite();
});
afterAll(() => site[Symbol.asyncDispose]());

interface Row {
  readonly name: string;
  readonly verdict: string;
  readonly wage: { readonly pay: { readonly minor: number }; readonly from: string } | null;
  readonly outside: boolean;
  readonly why: string | null;
  readonly mark: string;
}
interface Preview {
  readonly rows: readonly Row[];
  readonly refusedFile: string | null;
}

const head = 'person,role,kind,amount,currency,hours a week,from,why\n';
const encoded = (file: string | Buffer) => Buffer.from(file).toString('base64');
const send = (at: PayWorld, path: string, file: string | Buffer, more: object = {}, as: Browser = at.payroll) =>
  at.ask(as, 'POST', `wages/import${path}`, { file: encoded(file), ...more });
const preview = async (at: PayWorld, file: string | Buffer, more: object = {}, as?: Browser) => {
  const { status, json } = await send(at, '/preview', file, more, as);
  expect([status, json]).toEqual([200, expect.anything()]);
  return json as unknown as Preview;
};
const commit = async (at: PayWorld, file: string | Buffer, { rows }: Preview, more: object = {}, as?: Browser) => {
  const { status, json } = await send(at, '', file, { marks: rows.map(({ mark }) => mark), ...more }, as);
  expect([status, json]).toEqual([200, expect.anything()]);
  return json;
};
const importNow = async (at: PayWorld, file: string | Buffer, as?: Browser) =>
  commit(at, file, await preview(at, file, {}, as), {}, as);
const said = async (at: PayWorld, rows: string, as?: Browser) =>
  (await preview(at, head + rows, {}, as)).rows.map(({ verdict, why }) => why ?? verdict);

/** With the address by which files name her. */
async function found() {
  const at = await site.found();
  const { members } = (await (await site.office.ask('/api/members', { as: at.owner })).json()) as {
    members: { id: string; email: string }[];
  };
  const ana = members.find(({ id }) => id === at.ana.personId)?.email ?? '';
  const wages = async () =>
    ((await at.look(at.payroll)).json.entries as { from: string; stands: string; pay: { minor: number } }[])
      .map(({ from, stands, pay }) => [from, stands, pay.minor])
      .toSorted();
  const acts = () =>
    at.in(async (tx) => (await site.office.audit.find(tx, {}, null, 200)).map(({ entry }) => entry).toReversed());
  return { at, ana, wages, acts };
}

describe('a file of wages', () => {
  it('comes in as its preview said, and a second time nothing changes', async () => {
    const { at, ana, wages, acts } = await found();
    const file = `${head}${ana},,hourly,15.50,EUR,,2026-05-01,As agreed
${at.ana.personId},,monthly,"3,200.00",EUR,38.5,2027-01-01,Becomes a lead
${at.manager.personId},,yearly,52000,EUR,40,2026-05-01,
`;
    const shown = await preview(at, file);
    expect(shown.rows).toMatchObject([
      { name: 'Ana', verdict: 'new', wage: { from: '2026-05-01', pay: { kind: 'hourly', minor: 1550 } } },
      { name: 'Ana', verdict: 'new', wage: { pay: { kind: 'monthly', minor: 320_000, weeklyMinutes: 2310 } } },
      { name: 'Max', verdict: 'error', wage: null, why: 'Please say why: it stands in the history.' },
    ]);
    expect(await wages()).toEqual([]);
    expect(await commit(at, file, shown)).toMatchObject({
      ...{ added: 2, people: 1, same: 0, holds: true },
      refused: [{ line: 4, name: 'Max', why: expect.stringContaining('say why') }],
      refusedFile: expect.stringContaining('52000'),
    });
    expect(await wages()).toEqual([
      ['2026-05-01', 'holds', 1550],
      ['2027-01-01', 'holds', 320_000],
    ]);
    expect(await importNow(at, file)).toMatchObject({ added: 0, same: 2 });
    expect(await wages()).toHaveLength(2);
    const recorded = (await acts()).filter(({ action }) => /^pay\.wages?_/.test(action));
    expect(recorded.map(({ action, target, detail }) => [action, target.type, detail?.rows ?? 0])).toEqual([
      ['pay.wages_compared', 'organisation', 3],
      ['pay.wage_entered', 'person', 0],
      ['pay.wage_entered', 'person', 0],
      ['pay.wages_imported', 'organisation', 3],
      ['pay.wages_compared', 'organisation', 3],
      ['pay.wages_imported', 'organisation', 3],
    ]);
  });

  it('is read as spreadsheets write it: with semicolons, a mark in front, in UTF-16, guarded against formulas', async () => {
    const { at, ana, wages } = await found();
    const text = `\uFEFFE-Mail;Art;Betrag;Währung;Gültig ab;Grund\r\n${ana};Stunde;15,50;EUR;1.5.2026;"'=wie vereinbart"\r\n`;
    for (const file of [Buffer.from(text), Buffer.from(text, 'utf16le')])
      expect((await preview(at, file)).rows).toMatchObject([
        { verdict: 'new', wage: { from: '2026-05-01', pay: { minor: 1550 }, why: '=wie vereinbart' } },
      ]);
    await importNow(at, text);
    expect(await wages()).toEqual([['2026-05-01', 'holds', 1550]]);
    const { refusedFile } = await preview(at, `${head}${ana},,hourly,-5,EUR,,2026-06-01,=1+1`);
    expect(refusedFile).toContain(`"'-5"`);
    expect(refusedFile).toContain(`"'=1+1"`);
    expect(readCsv(refusedFile ?? '')).toMatchObject({ rows: [{ cells: expect.arrayContaining(['-5', '=1+1']) }] });
  });

  it('is refused with a sentence where it is none, or too large', async () => {
    const { at, ana } = await found();
    const many = Array.from({ length: 5_001 }, () => `${ana},,hourly,15,EUR,,2026-05-01,x`).join('\n');
    for (const [file, more, code, words] of [
      ['', {}, 'unreadable', 'nothing in this file'],
      [head + many, {}, 'unreadable', '5,000 rows'],
      [head.padEnd(5_000_001, 'x'), {}, 'too_large', '5 MB'],
      [head, { mapping: { amount: 3 } }, 'no_columns', 'who somebody is'],
    ] as const) {
      const { status, json } = await send(at, '/preview', file, more);
      expect([status, json.code, json.detail]).toEqual([422, code, expect.stringContaining(words)]);
    }
    const unnamed = await preview(at, `a,b\n${ana},15`);
    expect(unnamed.rows[0]?.why).toContain('Nobody is named');
  });
});

describe('a row', () => {
  it('is in error where nobody can be paid by it, and says neither amount nor card number', async () => {
    const { at, ana } = await found();
    const wrong: readonly (readonly [string, string])[] = [
      [',,hourly,42424.31,EUR,,2026-05-01,x', 'Nobody is named'],
      ['zoe@x.example,,hourly,42424.31,EUR,,2026-05-01,x', 'Nobody here has'],
      [`${crypto.randomUUID()},,hourly,42424.31,EUR,,2026-05-01,x`, 'Nobody here has'],
      ['42424.31,,hourly,1,EUR,,2026-05-01,x', 'Nobody here has'],
      [`${at.payroll.personId},,hourly,42424.31,EUR,,2026-05-01,x`, 'Nobody but an owner'],
      [`${ana},Sommelier 42424.31,hourly,1,EUR,,2026-05-01,x`, 'no such role'],
      [`${ana},,hourly,15,EUR,,2026-05-01,4242 4242 4242 4242`, 'payment card'],
      [`${ana},,hourly,15,EUR,,2026-05-01,x,42424.31`, 'more cells'],
      [`${ana},,hourly,42424.31,EUR,,soon,x`, 'first day'],
    ];
    const { rows } = await preview(at, head + wrong.map(([row]) => row).join('\n'));
    for (const [index, [row, words]] of wrong.entries())
      expect([row, rows[index]?.verdict, rows[index]?.why]).toEqual([row, 'error', expect.stringContaining(words)]);
    expect(JSON.stringify(rows)).not.toMatch(/42424|4242 4242/);
    expect((await at.look(at.payroll)).json.entries).toEqual([]);
  });

  it('of the same day and work is taken once in a file, and not at all where an entry says something else', async () => {
    const { at, ana } = await found();
    await at.enter(at.payroll);
    const rows = [
      ...[`${ana},,hourly,16,EUR,,2026-05-01,x`, `${ana},,hourly,15,EUR,,2026-05-01,x`],
      ...[`${ana},,hourly,16,EUR,,2026-06-01,x`, `${at.ana.personId},,hourly,17,EUR,,2026-06-01,x`],
    ];
    expect(await said(at, rows.join('\n'))).toEqual([
      'There is another entry from this day on already. Correct that one on the page of their pay.',
      'Line 2 is about the same day and work of this person. Keep one of the two.',
      'new',
      'Line 4 is about the same day and work of this person. Keep one of the two.',
    ]);
  });

  it('that says what goes on already enters nothing, unless another word comes in between', async () => {
    const { at, ana } = await found();
    await at.enter(at.payroll);
    const june = `${ana},,hourly,15,EUR,,2026-06-01,x`;
    expect(await said(at, june)).toEqual(['same']);
    expect(await said(at, `${june}\n${ana},,hourly,16,EUR,,2026-05-20,x`)).toEqual(['new', 'new']);
    expect(await said(at, `${ana},,hourly,15,USD,,2026-06-01,x`)).toEqual(['new']);
    await at.enter(at.payroll, { from: '2026-05-10', says: 'ends', pay: undefined });
    expect(await said(at, june)).toEqual(['new']);
  });

  it('outside the band waits for a word that it is meant so', async () => {
    const { at, ana } = await found();
    const title = { as: at.owner, method: 'PATCH', body: { title: 'Waiter' } };
    expect((await site.office.ask(`/api/people/${at.ana.personId}/employment`, title)).status).toBe(200);
    const band = { title: 'Waiter', locationId: null, from: '2026-01-01', until: null, per: 'hour', currency: 'EUR' };
    const kept = await at.ask(at.payroll, 'POST', 'bands', { ...band, min: 1400, mid: 1600, max: 1800 });
    expect([kept.status, kept.json]).toEqual([201, expect.anything()]);
    const file = `${head}${ana},,hourly,19,EUR,,2026-05-01,x\n${ana},,hourly,17,EUR,,2026-06-01,x`;
    const shown = await preview(at, file);
    expect(shown.rows).toMatchObject([
      { verdict: 'error', outside: true, why: expect.stringContaining('This is above the band of Waiter.') },
      { verdict: 'new', outside: false },
    ]);
    const meant = await preview(at, file, { outsideBand: true });
    expect(meant.rows[0]).toMatchObject({ verdict: 'new', outside: true });
    // Whoever was shown it as an error has not said that it is meant so.
    expect(await commit(at, file, shown, { outsideBand: true })).toMatchObject({ added: 1, refused: [{ line: 2 }] });
    expect(await commit(at, file, meant, { outsideBand: true })).toMatchObject({ added: 1, same: 1 });
  });

  it('that would now do something else is not taken', async () => {
    const { at, ana, wages } = await found();
    const file = `${head}${ana},,hourly,15.50,EUR,,2026-05-01,x\n${ana},,hourly,16,EUR,,2026-06-01,x`;
    const shown = await preview(at, file);
    await at.enter(at.payroll);
    expect(await commit(at, file, shown)).toMatchObject({ added: 1, refused: [{ line: 2, name: 'Ana' }] });
    const other = file.replace('16,EUR', '99,EUR').replace('2026-06', '2026-07');
    expect(await commit(at, other, shown)).toMatchObject({
      added: 0,
      refused: [{ line: 2 }, { line: 3, why: expect.stringContaining('since the preview') }],
    });
    expect(await wages()).toEqual([
      ['2026-05-01', 'holds', 1500],
      ['2026-06-01', 'holds', 1600],
    ]);
  });
});

describe('who imports', () => {
  it('is payroll or an owner, who has confirmed that it is them', async () => {
    const { at, ana } = await found();
    const file = `${head}${ana},,hourly,42424.31,EUR,,2026-05-01,x`;
    for (const role of ['admin', 'scheduler', 'auditor', 'employee'] as const)
      for (const path of ['/preview', '']) {
        const { status, json } = await send(at, path, file, path === '' ? { marks: [] } : {}, await at.as(role));
        expect([role, path, status, JSON.stringify(json).includes('42424')]).toEqual([role, path, 403, false]);
      }
    const own = `${head}${at.owner.personId},,hourly,20,EUR,,2026-05-01,x`;
    expect(await importNow(at, own, at.owner)).toMatchObject({ added: 1 });
    await site.world.db.asOwner((tx) => sql`update sessions set stepped_up_at = null`.execute(tx.on()));
    for (const path of ['/preview', '']) {
      const { status, json } = await send(at, path, file, path === '' ? { marks: [] } : {});
      expect([path, status, json.code]).toEqual([path, 403, 'step_up_needed']);
    }
  });

  it('enters what waits, where a second person is asked for, and it is not entered twice', async () => {
    const { at, ana, wages } = await found();
    await at.settings({ secondPerson: true });
    const file = `${head}${ana},,hourly,15.50,EUR,,2026-05-01,x`;
    expect(await importNow(at, file)).toMatchObject({ added: 1, holds: false });
    expect(await wages()).toEqual([['2026-05-01', 'waits', 1550]]);
    expect(await importNow(at, file)).toMatchObject({ added: 0, same: 1 });
    expect(await said(at, `${ana},,hourly,15.60,EUR,,2026-05-01,x`)).toEqual([
      expect.stringContaining('another entry'),
    ]);
  });

  it('is written down as a look where a row tells what somebody earns; no amount is in the log of either kind', async () => {
    const { at, ana, acts } = await found();
    const file = `${head}${ana},,hourly,42424.31,EUR,,2026-05-01,Canarybird`;
    const looks = async () =>
      (await acts()).filter(({ action }) => action === 'pay.pay_read').map(({ detail }) => detail);
    await importNow(at, file);
    expect(await looks()).toEqual([]);
    await preview(at, file);
    expect(await looks()).toEqual([{ reason: 'checking', where: 'wages_file' }]);
    const text = JSON.stringify([await acts(), site.world.log.lines]);
    for (const secret of ['4242431', '42424.31', 'Canarybird']) expect(text).not.toContain(secret);
  });
});

it('two thousand rows are entered at once', async () => {
  const { at, ana } = await found();
  const day = (index: number) => Temporal.PlainDate.from('2000-01-01').add({ days: index }).toString();
  const rows = Array.from({ length: 2_000 }, (_, index) => `${ana},,hourly,${15 + index},EUR,,${day(index)},x`);
  const file = head + rows.join('\n');
  const shown = await preview(at, file);
  expect(await commit(at, file, shown)).toMatchObject({ added: 2_000, refused: [] });
  expect(await importNow(at, file)).toMatchObject({ added: 0, same: 2_000 });
}, 60_000);
