import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { letterOf, payWords, type Told } from './letter.ts';
import { cutByFont, pieces } from './letter-fonts.ts';
import { drawLetter, lackingIn } from './letter-pdf.ts';
import { openRaiseSite, type RaiseSite } from './raise-world.fixture.ts';

const told = (given: Partial<Told> = {}): Told => ({
  ...{ organisation: 'Harbour & Pine', name: 'Ana', signedBy: 'Pia', day: '2026-05-20', from: '2026-06-01' },
  title: { before: 'Baker', after: 'Head baker' },
  roles: { learns: ['Shift lead'], leaves: [] },
  pay: {
    roleName: null,
    before: { kind: 'hourly', minor: 1500, currency: 'EUR', weeklyMinutes: null },
    after: { kind: 'yearly', minor: 5_200_050, currency: 'EUR', weeklyMinutes: 2310 },
  },
  ...given,
});
const made = new Date('2026-05-20T10:00:00Z');

/** All streams of a PDF, unpacked. */
function streamsOf(pdf: Buffer): string {
  const found = [...pdf.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)];
  const unpacked = found.map(([, text = '']) => {
    try {
      return inflateSync(Buffer.from(text, 'latin1')).toString('latin1');
    } catch {
      return '';
    }
  });
  return unpacked.join('\n');
}

/** The letters that a reader can copy out of a PDF, from its fonts' own tables. */
function lettersOf(pdf: Buffer): string {
  const tables = streamsOf(pdf).match(/beginbfrange[\s\S]*?endbfrange/g) ?? [];
  const codes = tables.flatMap((one) => [...one.matchAll(/<([0-9a-f]{4,8})>/gi)].map(([, hex = '']) => hex));
  return codes.map((hex) => String.fromCodePoint(Number.parseInt(hex, 16) || 32)).join('');
}

describe('a letter', () => {
  it('says from what to what, in words', () => {
    expect(letterOf(told())).toMatchObject({
      ...{ title: 'Your promotion', day: '20 May 2026', greeting: 'Dear Ana,', signed: 'Pia, for Harbour & Pine' },
      opening: 'from 1 June 2026 the following holds for your work at Harbour & Pine:',
      facts: [
        { label: 'Title', now: 'Head baker', before: 'Baker' },
        { label: 'Pay', now: 'EUR 52,000.50 a year for 38.5 hours a week', before: 'EUR 15.00 an hour' },
        { label: 'New roles', now: 'Shift lead', before: null },
      ],
    });
    const same = { before: 'Baker', after: 'Baker' };
    const bare = letterOf(told({ title: same, roles: { learns: [], leaves: ['Till'] } }));
    expect([bare.title, bare.facts.map(({ label }) => label)]).toEqual([
      'Your raise',
      ['Pay', 'Roles no longer yours'],
    ]);
    expect(payWords({ kind: 'monthly', minor: 400_000, currency: 'JPY', weeklyMinutes: 60 })).toBe(
      'JPY 400,000 a month for 1 hour a week',
    );
  });

  it('is a tagged PDF with title and language, the same byte for byte whenever it is made', async () => {
    const [one, other] = [await drawLetter(letterOf(told()), made), await drawLetter(letterOf(told()), made)];
    expect(one.equals(other)).toBe(true);
    const text = one.toString('latin1');
    for (const part of ['%PDF-1.7', '/Lang (en)', '/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', '/S /H1'])
      expect(text).toContain(part);
    expect(text).toContain('(Your promotion)');
    // One page, and not the whole of each font.
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(one.length).toBeLessThan(60_000);
  });

  it.each([
    ['Latin', 'Łukasz Çelebioğlu-Þórsson'],
    ['Vietnamese', 'Nguyễn Thị Ánh'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Cyrillic', 'Ґалина Кравцова'],
    ['with a mark of its own', 'Ame\u0301lie'],
  ])('shows names in %s letters', async (_, name) => {
    const letter = letterOf(told({ name }));
    expect(lackingIn(letter)).toBe('');
    const shown = lettersOf(await drawLetter(letter, made));
    for (const character of name.normalize('NFC').replaceAll(' ', '')) expect(shown).toContain(character);
  });

  it.each([
    ['Chinese', '王芳', '王芳'],
    ['Arabic', 'Ana ليلى', 'ليى'],
    ['Devanagari', 'आरती', 'आरती'],
    ['an emoji', 'Ana 🌲', '🌲'],
  ])('says what it can’t show of a name in %s', (_, name, lacks) => {
    expect([...lackingIn(letterOf(told({ name })))].toSorted()).toEqual([...new Set(lacks)].toSorted());
  });

  test('a text is cut into the fewest stretches that one font each can draw', () => {
    expect(cutByFont('Ana Prata').runs).toEqual([{ piece: 'latin', text: 'Ana Prata' }]);
    const { runs } = cutByFont('Ana, Ελένη, Ґалина');
    expect(runs.map(({ text }) => text).join('')).toBe('Ana, Ελένη, Ґалина');
    expect(runs.every(({ piece }) => pieces.includes(piece))).toBe(true);
    expect(runs.length).toBeLessThan(7);
  });
});

describe('the routes of letters', () => {
  let site: RaiseSite;
  beforeAll(async () => {
    site = await openRaiseSite();
  });
  afterAll(() => site[Symbol.asyncDispose]());

  it('give it once it is approved, recorded as a look; to the person once they are told, as page and as PDF', async () => {
    const at = await site.opened();
    const id = await at.proposed(at.payroll);
    const get = (as: typeof at.ana, path: string) => site.office.ask(`/api/pay/raises/${path}`, { as });
    expect((await get(at.payroll, `${id}/letter.pdf?reason=checking`)).status).toBe(409);
    await at.act(at.owner, id, 'approval');
    expect((await get(at.payroll, `${id}/letter.pdf`)).status).toBe(422);
    const pdf = await get(at.payroll, `${id}/letter.pdf?reason=payroll_run`);
    expect([pdf.status, pdf.headers.get('content-type'), pdf.headers.get('cache-control')]).toEqual([
      ...[200, 'application/pdf', 'no-store'],
    ]);
    expect(pdf.headers.get('content-disposition')).toBe('attachment; filename="letter-4-May-2026.pdf"');
    const looks = (await at.ask(at.ana, 'GET', 'me')).json.looks;
    expect(looks).toMatchObject([{ by: 'Pia', reason: 'payroll_run', where: 'pay_page' }]);
    expect((await get(at.ana, `told/${id}/letter`)).status).toBe(404);
    await at.act(at.owner, id, 'release');
    const page = await (await get(at.ana, `told/${id}/letter`)).json();
    expect(page).toMatchObject({ title: 'Your promotion', lacks: '', signed: 'Olga Owner, for Acme' });
    const [first, second] = [await get(at.ana, `told/${id}/letter.pdf`), await get(at.ana, `told/${id}/letter.pdf`)];
    expect(Buffer.from(await first.arrayBuffer()).equals(Buffer.from(await second.arrayBuffer()))).toBe(true);
    expect((await get(at.manager, `told/${id}/letter`)).status).toBe(404);
  });

  it('say so where a name can’t be drawn, and offer the page in its place', async () => {
    const at = await site.opened();
    const name = { name: '王芳' };
    await site.office.ask('/api/profile', { as: at.ana, method: 'PATCH', body: name });
    const id = await at.proposed(at.payroll);
    await at.act(at.owner, id, 'approval');
    const asked = await site.office.ask(`/api/pay/raises/${id}/letter.pdf?reason=checking`, { as: at.owner });
    expect([asked.status, await asked.json()]).toMatchObject([
      422,
      { code: 'letter_lacks_characters', detail: expect.stringContaining('“王芳”') },
    ]);
    const page = await site.office.ask(`/api/pay/raises/${id}/letter?reason=checking`, { as: at.owner });
    expect(await page.json()).toMatchObject({ greeting: 'Dear 王芳,', lacks: '王芳' });
  });
});
