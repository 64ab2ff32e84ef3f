import { expect, test } from 'vitest';
import { employee, ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import type { TimeRow } from './availability-contract.ts';
import { TimesResult } from './availability-import-page.tsx';
import { shownTime } from './availability-words.ts';
import { RoleImportChoices } from './role-choices.tsx';
import { type RoleRow, rolePreviewSchema } from './role-contract.ts';
import { RolesResult } from './role-import-page.tsx';
import { fieldsFor, shownRole } from './role-words.ts';

const noColumns = { role: null, location: null, department: null, rate: null, colour: null, headcount: null };
const preview = rolePreviewSchema.parse({
  columns: [{ name: 'Job', sample: 'Barista' }],
  mapping: { ...noColumns, role: 0, days: null, start: null, end: null, people: null },
  from: '2026-05-11',
  rows: [],
  missing: { departments: [], locations: ['Faro'] },
  notes: ['What an hour costs is for owners and payroll.'],
  refusedFile: null,
});
const role = (more: Partial<RoleRow>): RoleRow => ({
  ...{ line: 2, role: 'Barista', location: 'Porto', verdict: 'new', changes: [], why: null, mark: 'm', ...more },
});
const time = (more: Partial<TimeRow>): TimeRow => ({
  ...{ line: 2, person: 'Ana', email: 'ana@x.example', verdict: 'new', changes: [], why: null, mark: 'm', ...more },
});

test('the pages begin with a file or pasted rows, for those who schedule', async () => {
  const pages = [
    ['/team/roles/import', '/team/roles', 'roles'],
    ['/team/availability/import', '/team/availability', 'availability'],
  ] as const;
  for (const [path, above, what] of pages) {
    const page = await drawPage(path, [[['me'], ownerOf()]]);
    expect(page.text).toContain('Drop a CSV file here');
    expect(page.links).toContain(above);
    const other = await drawPage(path, [[['me'], employee]]);
    expect(other.text).toContain(`Only schedulers, owners and admins import ${what}`);
    expect(other.buttons).not.toContain('Choose a file');
  }
});

test('the choices of roles name columns, the first day, missing places and what was left out', () => {
  const choices = { createPlaces: false, from: null, mapping: null };
  const draw = (me: ReturnType<typeof ownerOf>) =>
    drawPart(<RoleImportChoices preview={preview} choices={choices} onChoose={() => undefined} />, [[['me'], me]]);
  const page = draw(ownerOf());
  expect(page.html).toContain('value="Job (Barista)"');
  expect(page.html).toContain('value="Mon 11 May 2026"');
  expect(page.text).toContain('Create 1 location');
  expect(page.text).toContain('What an hour costs is for owners and payroll.');
  expect(page.text).toContain('Hourly rate');
  expect(draw(ownerOf({ roles: ['scheduler'] })).text).not.toContain('Hourly rate');
  expect(fieldsFor(false)).toHaveLength(fieldsFor(true).length - 1);
});

test('rows say what they do', () => {
  const changes: RoleRow['changes'] = [
    { field: 'rate', before: '12.00 EUR', after: '13.00 EUR' },
    { field: 'shifts', before: '', after: 'every week on Mon, 09:00–17:00, 2 people' },
  ];
  expect(shownRole(role({ changes }))).toMatchObject({
    ...{ title: 'Barista', beneath: 'Porto' },
    does: ['Hourly rate: 12.00 EUR → 13.00 EUR', 'Shifts: every week on Mon, 09:00–17:00, 2 people'],
  });
  const times = { field: 'times', before: '', after: 'every week on Mon, all day' } as const;
  const kind = { field: 'kind', before: 'available', after: 'unavailable' } as const;
  expect(shownTime(time({ changes: [kind, times] }))).toMatchObject({
    ...{ title: 'Ana', beneath: 'ana@x.example' },
    does: ['Can work → Can’t work: every week on Mon, all day'],
  });
  expect(shownTime(time({ person: '', verdict: 'error', why: 'Mend it.' }))).toMatchObject({
    ...{ title: 'ana@x.example', beneath: '', does: [], why: 'Mend it.' },
  });
});

test('the results say what was done and what was not', () => {
  const counts = { added: 2, changed: 1, shifts: 3, same: 1, placesMade: 1 };
  const refused = [{ line: 7, role: '', why: 'No role is named.' }];
  const roles = drawPart(
    <RolesResult
      result={{ ...counts, findings: ['Barista: two shifts overlap.'], refused, refusedFile: 'x' }}
      onAgain={() => undefined}
    />,
  );
  expect(roles.text).toContain(
    '2 roles added, 1 changed, 3 weekly shifts added, 1 row already as the file says, 1 department or location created.',
  );
  expect(roles.text).toContain('Line 7, no role: No role is named.');
  expect(roles.text).toContain('Barista: two shifts overlap.');
  const result = { added: 4, changed: 1, people: 2, same: 0, refused: [], refusedFile: null };
  const times = drawPart(<TimesResult result={result} onAgain={() => undefined} />);
  expect(times.text).toContain('4 times added, 1 changed, of 2 people.');
});

test('schedulers come to the imports from the roles and from their availability', async () => {
  const scheduler = ownerOf({ roles: ['scheduler', 'employee'] });
  const answers = (me: ReturnType<typeof ownerOf>) => [
    [['me'], me] as const,
    [['schedule', 'roles'], []] as const,
    [['locations'], []] as const,
  ];
  expect((await drawPage('/team/roles', answers(scheduler))).links).toContain('/team/roles/import');
  expect((await drawPage('/team/roles', answers(employee))).links).not.toContain('/team/roles/import');
  expect((await drawPage('/team/availability', answers(scheduler))).links).toContain('/team/availability/import');
  expect((await drawPage('/team/availability', answers(employee))).links).not.toContain('/team/availability/import');
});
