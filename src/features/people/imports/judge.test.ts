import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../platform/csv/index.ts';
import { guessMapping } from '../../../platform/imports/index.ts';
import { spellings } from './columns.ts';
import { type Case, judge, missingPlaces, type ReadRow } from './judge.ts';
import type { Choices, Known } from './judgement.ts';
import { markOfVerdict } from './preview.ts';

const person = (id: string, name: string, more: Partial<Known> = {}): Known => ({
  ...{ id, name, emailKey: null, roles: ['employee'], state: 'active', hasAccess: true },
  ...{ departments: [], locations: [], ...more },
});
const people = [
  person('olga', 'Olga', { emailKey: 'olga@x.example', roles: ['owner', 'employee'] }),
  person('adam', 'Adam', { emailKey: 'adam@x.example', roles: ['admin', 'employee'] }),
  person('bea', 'Bea', { emailKey: 'bea@x.example', departments: ['bar'] }),
  person('cy', 'Cy', { hasAccess: false }),
  person('dan1', 'Dan', { hasAccess: false }),
  person('dan2', 'Dan', { hasAccess: false }),
  person('eve', 'Eve', { emailKey: 'eve@x.example', state: 'deactivated' }),
];
const place = (id: string, name: string, archived = false) => ({ id, name, timeZone: null, archived });
const places = {
  department: [place('bar', 'Bar'), place('food', 'Food, drinks'), place('attic', 'Attic', true)],
  location: [place('porto', 'Porto')],
};

function read(text: string, choices: Partial<Choices> = {}, columns?: number) {
  const file = readCsv(text);
  if (!file.ok) throw new Error(file.why);
  const mapping = guessMapping(file.header, spellings);
  const emailColumn = mapping.email;
  const rows: ReadRow[] = file.rows.map((row) => {
    const address = emailColumn === null ? '' : (row.cells[emailColumn] ?? '').trim().toLowerCase();
    return { ...row, emailKey: address.includes('@') ? address : null };
  });
  const about: Case = {
    ...{ mapping, columns: columns ?? file.header.length, found: { people, places }, byId: 'adam' },
    choices: { invite: false, createPlaces: false, ...choices },
    mayGive: (held, wanted) => !held.includes('owner') && !wanted.includes('owner'),
  };
  return { header: file.header, rows, about };
}
const judged = (text: string, choices: Partial<Choices> = {}) => {
  const { rows, about } = read(text, choices);
  return judge(rows, about);
};
const one = (text: string, choices: Partial<Choices> = {}) => judged(`name,mail,roles,team,site\n${text}`, choices)[0];

describe('a row', () => {
  it('adds somebody who is not here', () => {
    expect(one('Flo,flo@x.example,"publisher; Scheduler",bar,PORTO')).toMatchObject({
      verdict: 'new',
      wanted: { name: 'Flo', email: 'flo@x.example', roles: ['publisher', 'scheduler', 'employee'] },
      changes: [
        { field: 'roles', after: 'publisher, scheduler, employee' },
        { field: 'departments', after: 'Bar' },
        { field: 'locations', after: 'Porto' },
      ],
    });
  });

  it('changes what it says of somebody, keeps what it leaves empty, and says when all is so already', () => {
    expect(one('Bea,BEA@x.example,,"Food, drinks",')).toMatchObject({
      verdict: 'changed',
      changes: [{ field: 'departments', before: 'Bar', after: 'Food, drinks' }],
    });
    expect(one('Bea,bea@x.example,employee,bar,')).toMatchObject({ verdict: 'same' });
    expect(one(',bea@x.example,publisher,,')).toMatchObject({
      verdict: 'changed',
      changes: [{ field: 'roles', before: 'employee', after: 'publisher, employee' }],
    });
  });

  it('without e-mail is about the only one of that name, and gives them an e-mail later', () => {
    expect(one('cy,,,bar,')).toMatchObject({ verdict: 'changed', person: { id: 'cy' } });
    expect(one('Cy,cy@x.example,,,')).toMatchObject({
      verdict: 'changed',
      person: { id: 'cy' },
      changes: [{ field: 'email', before: '', after: 'cy@x.example' }],
    });
    expect(one('Dan,dan@x.example,,,')).toMatchObject({ verdict: 'new' });
  });

  it('invites who has no way in, when that was chosen, and nobody twice', () => {
    expect(one('Flo,flo@x.example,,,', { invite: true })).toMatchObject({ verdict: 'new', wanted: { invited: true } });
    expect(one('Cy,cy@x.example,,,', { invite: true })).toMatchObject({ wanted: { invited: true } });
    expect(one('Bea,bea@x.example,,,', { invite: true })).toMatchObject({ verdict: 'same' });
  });

  it.each([
    ['Flo,flo@x.example,king,,', 'no role “king”'],
    ['Flo,flo@@x,,,', 'is no e-mail'],
    [',flo@x.example,,,', 'Give a name'],
    [',,publisher,,', 'Neither name nor e-mail'],
    [`${'x'.repeat(101)},flo@x.example,,,`, 'longer than 100'],
    ['Flo,flo@x.example,,Cellar,', 'no department “Cellar”'],
    ['Flo,flo@x.example,,Attic,', 'archived'],
    ['Flo,flo@x.example,,,Faro', 'no location “Faro”'],
    ['Flo,flo@x.example,owner,,', 'Nobody becomes an owner'],
    ['Olga,olga@x.example,employee,,', 'is an owner'],
    ['Adam,adam@x.example,employee,,', 'your own roles'],
    ['Eva,eve@x.example,,,', 'was deactivated'],
    ['Bea,,,,', 'here with an e-mail'],
    ['Dan,,,,', 'Several people'],
    ['Flo,flo@x.example,,,,,one more', 'more cells'],
  ])('%j is in error, and says what to do', (row, why) => {
    const verdict = one(row);
    expect(verdict).toMatchObject({ verdict: 'error', why: expect.stringContaining(why) });
    expect(verdict?.verdict === 'error' && verdict.why).toMatch(/\.$/);
  });

  it('with nobody to write to can’t be invited', () => {
    expect(one('Flo,,,,', { invite: true })).toMatchObject({
      verdict: 'error',
      why: expect.stringContaining('e-mail'),
    });
  });

  it('about somebody whom a row above is about is in error, the first one is not', () => {
    const verdicts = judged('name,mail\nFlo,f@x.example\nFlorence,F@x.example\nGus,\n gus ,\n');
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(['new', 'error', 'new', 'error']);
    expect(verdicts[3]).toMatchObject({ why: expect.stringContaining('Line 4') });
    const twice = judged('name,mail,team\nCy,cy@x.example,\nCy,,bar\n');
    expect(twice.map(({ verdict }) => verdict)).toEqual(['changed', 'error']);
  });
});

describe('places that are not there', () => {
  it('are told whatever was chosen, and made once when that was chosen', () => {
    const text = 'name,mail,team,site\nA,a@x.example,Cellar|bar,Faro\nB,b@x.example,CELLAR,faro\n';
    const { rows, about } = read(text);
    expect(missingPlaces(rows, about)).toEqual({ department: ['Cellar'], location: ['Faro'] });
    const [first, second] = judged(text, { createPlaces: true });
    expect(first).toMatchObject({ wanted: { departments: [{ create: 'Cellar' }, { id: 'bar' }] } });
    expect(second).toMatchObject({ wanted: { departments: [{ create: 'Cellar' }], locations: [{ create: 'Faro' }] } });
  });

  it('are not made by the hundred: that is a wrong column', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `P${index},p${index}@x.example,Desk ${index}`);
    const verdicts = judged(`name,mail,team\n${lines.join('\n')}`, { createPlaces: true });
    expect(verdicts.filter(({ verdict }) => verdict === 'new')).toHaveLength(200);
    expect(verdicts.at(-1)).toMatchObject({ why: expect.stringContaining('which column') });
  });
});

describe('a header', () => {
  it.each([
    ['Full Name;E-Mail', { name: 0, email: 1 }],
    ['First_name,LAST NAME,Work email,Role', { firstName: 0, lastName: 1, email: 2, roles: 3 }],
    [
      'Nachname\tVorname\tE-Mail-Adresse\tAbteilung\tStandort',
      { lastName: 0, firstName: 1, departments: 3, locations: 4 },
    ],
    ['Prénom,Nom,Courriel', { firstName: 0, lastName: 1, email: 2 }],
    ['a,b', { name: null, email: null }],
  ])('%j is understood', (header, mapping) => {
    const file = readCsv(header);
    expect(guessMapping(file.ok ? file.header : [], spellings)).toMatchObject(mapping);
  });
});

describe('a mark', () => {
  it('stays while the row does the same, and changes with what it would do', () => {
    const mark = (row: string, choices = {}) => {
      const verdict = one(row, choices);
      return verdict && markOfVerdict(verdict);
    };
    expect(mark('Flo,f@x.example,,,')).toBe(mark('Flo,f@x.example,,,', { createPlaces: true }));
    expect(mark('Flo,f@x.example,,,')).not.toBe(mark('Flo,f@x.example,,,', { invite: true }));
    expect(mark('Bea,bea@x.example,publisher,,')).not.toBe(mark('Bea,bea@x.example,publisher,Food,'));
  });
});
