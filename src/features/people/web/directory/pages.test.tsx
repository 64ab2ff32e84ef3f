import { describe, expect, test } from 'vitest';
import { employee, ownerOf, publisher } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { LeavingList } from '../leaving/leaving-panel.tsx';
import { CopyView } from '../my-data/my-data-page.tsx';
import type { PersonPageAnswer } from '../profile/contract.ts';
import { standingOf } from '../qualifications/contract.ts';
import { PersonSections } from './person-page.tsx';

const places = [
  [['departments'], [{ id: 'd1', name: 'Bar', archived: false }]],
  [['locations'], []],
] as const;
const details = { roles: ['employee'], departments: ['d1'], locations: [], state: 'active' as const };

describe('the directory', () => {
  const people = [
    { id: 'p2', name: 'Ana', pictureAt: null, details: { ...details, manager: { id: 'p1', name: 'Maya' } } },
    { id: 'p3', name: 'Bo', pictureAt: null, details: null },
    {
      id: 'p4',
      name: '',
      pictureAt: null,
      details: { ...details, departments: [], state: 'deactivated', manager: null },
    },
  ];
  const draw = (found: object[]) =>
    drawPage('/people', [[['me'], employee], ...places, [['people', '', 1], { people: found, total: found.length }]]);

  test('shows an employee their colleagues, and of each what the server lets them see', async () => {
    const { text, links } = await draw(people);
    expect(text).toContain('Bar · reports to Maya');
    expect(text).toContain('Somebody from Slack');
    expect(text).toContain('Has left');
    expect(links).toEqual(expect.arrayContaining(['/people/p2', '/people/p3', '/profile']));
    expect(links).not.toContain('/members');
  });

  test('says so when nobody is found', async () => {
    expect((await draw([])).text).toContain('Nobody like this');
  });
});

describe('somebody’s page', () => {
  const person: PersonPageAnswer = {
    ...{ id: 'p2', name: 'Ana', pictureAt: null, manager: { id: 'p1', name: 'Maya' }, details },
    contact: { phones: [{ kind: 'mobile', number: '+351910000000' }] },
    employment: { legalName: 'Ana Maria', startDate: '2024-03-01', title: null, seniority: null, kind: 'part_time' },
    may: { employ: true, qualify: true, note: true },
  };
  const draw = (me: object, about: PersonPageAnswer) =>
    drawPart(<PersonSections person={about} />, [
      [['me'], me],
      ...places,
      [['person', 'p2', 'qualifications'], [{ qualificationId: 'q1', expiresOn: '2020-01-31' }]],
      [
        ['qualifications'],
        { qualifications: [{ id: 'q1', name: 'Forklift', description: '', expires: true, archived: false }], mine: [] },
      ],
      [['person', 'p2', 'notes'], []],
      [['person', 'p2', 'leaving'], { id: 'p2', name: 'Ana', state: 'active', leftAt: null, reports: [], lists: [] }],
    ]);

  test('shows managers all that they keep', () => {
    const { text, buttons, links } = draw(ownerOf(), person);
    for (const words of ['Ana Maria', 'Part time', 'Reports to Maya', 'Bar', 'Forklift', 'Ended', 'Notes', 'Leaving']) {
      expect(text).toContain(words);
    }
    expect(links).toContain('tel:+351910000000');
    expect(buttons).toContain('Deactivate');
  });

  test('shows a colleague nothing but what the person shows them', () => {
    const nothing = { employ: false, qualify: false, note: false };
    const hidden = { ...person, contact: {}, employment: null, details: null, manager: null, may: nothing };
    const { text, buttons } = draw(publisher, hidden);
    expect(text).toContain('They show nothing of this to you.');
    for (const words of ['Work', 'Notes', 'Leaving', 'Qualifications']) expect(text).not.toContain(words);
    expect(buttons).toEqual([]);
  });

  test('leads oneself to one’s own profile', () => {
    const { links, text } = draw(ownerOf({ personId: 'p2' }), person);
    expect(links).toEqual(['/profile']);
    expect(text).not.toContain('Deactivate');
  });
});

test('the list of who leaves says what opens up, and who needs somebody else to report to', () => {
  const leaving = {
    ...{ id: 'p2', name: 'Ana', state: 'deactivated' as const, leftAt: '2026-05-04T09:00:00Z' },
    reports: [{ id: 'p3', name: 'Bo' }],
    lists: [
      { title: 'Shifts that opened up', items: ['Bar, 3 June'] },
      { title: 'Offers', items: [] },
    ],
  };
  const { text } = drawPart(<LeavingList leaving={leaving} />, []);
  for (const words of ['Ana has left', 'Bo', 'Shifts that opened up', 'Bar, 3 June']) expect(text).toContain(words);
  expect(text).not.toContain('Offers');
});

test('the copy of one’s data is drawn whatever shape it has', () => {
  const look = { at: '2026-05-04T09:00:00Z', by: 'Maya', act: 'people.profile_read', fields: 'phones,legalName' };
  const copy = {
    madeAt: '2026-05-04T09:00:00Z',
    sections: [
      {
        title: 'Wishes',
        content: { list: ['a', 'b'], deep: [{ isOn: true, none: null }], picture: { base64: 'AAAA' } },
      },
    ],
    looks: [look],
    recorded: [],
  };
  const { text } = drawPart(<CopyView copy={copy} />, []);
  expect(text).toContain('Maya: looked at how to reach you, or at notes about you (phones, legal name)');
  for (const words of ['a, b', 'Is on Yes', 'None Nothing', 'In the file', 'Nothing is recorded']) {
    expect(text).toContain(words);
  }
});

test.each([
  [null, 'fine'],
  ['2026-05-03', 'over'],
  ['2026-05-04', 'soon'],
  ['2026-07-03', 'soon'],
  ['2026-07-04', 'fine'],
] as const)('on 4 May what is valid until %s is %s', (expiresOn, standing) => {
  expect(standingOf({ expiresOn }, '2026-05-04')).toBe(standing);
});
