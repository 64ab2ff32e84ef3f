import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../test/support/draw.tsx';
import { PreviewRows } from '../../../../web/imports/preview-rows.tsx';
import { Choices } from './choices.tsx';
import { type ImportRow, previewSchema } from './contract.ts';
import { PeopleResult } from './result-panel.tsx';
import { lineOf, shownRow } from './words.ts';

const row = (line: number, verdict: ImportRow['verdict'], more: Partial<ImportRow> = {}): ImportRow => ({
  ...{ line, verdict, name: `Person ${line}`, email: '', changes: [], why: null, mark: 'm' },
  ...more,
});
const nothing = { name: null, firstName: null, lastName: null, email: null, roles: null, departments: null };
const preview = previewSchema.parse({
  columns: [
    { name: 'Who', sample: 'Ana' },
    { name: '', sample: '' },
  ],
  mapping: { ...nothing, name: 0, locations: null },
  rows: [],
  missing: { departments: ['Cellar'], locations: ['Faro', 'Lagos'] },
  refusedFile: null,
});

test('the page begins with a file or pasted rows', async () => {
  const page = await drawPage('/members/import', [[['me'], ownerOf()]]);
  expect(page.text).toContain('Drop a CSV file here');
  expect(page.buttons).toEqual(expect.arrayContaining(['Choose a file', 'Look at these rows', 'Download an example']));
  expect(page.links).toContain('/members');
});

test('who does not manage imports nobody', async () => {
  const me = ownerOf({
    roles: ['payroll'],
    can: { manage: false, publish: false, approve: false, audit: false, people: true },
  });
  const page = await drawPage('/members/import', [[['me'], me]]);
  expect(page.text).toContain('Only owners and admins');
  expect(page.buttons).not.toContain('Choose a file');
});

test('each row stands with its verdict, what changes and what is wrong', () => {
  const page = drawPart(
    <PreviewRows
      rows={[
        row(2, 'changed', { changes: [{ field: 'roles', before: 'employee', after: 'publisher, employee' }] }),
        row(3, 'error', { why: 'There is no role “king”.' }),
        row(4, 'new', { email: 'four@x.example', changes: [{ field: 'invitation', before: '', after: 'by mail' }] }),
      ].map(shownRow)}
    />,
  );
  expect(page.text).toContain('Roles: Employee → Publisher, Employee');
  expect(page.text).toContain('There is no role “king”.');
  expect(page.text).toContain('Gets an invitation by mail');
  expect(page.text).toMatch(/All 3.*In error 1.*New 1.*Changed 1/);
  expect(page.text).not.toContain('As it is');
});

test('the choices name the columns, and the places that are missing', () => {
  const choices = { invite: false, createPlaces: false, mapping: null };
  const page = drawPart(<Choices preview={preview} choices={choices} onChoose={() => undefined} />);
  expect(page.html).toContain('value="Who (Ana)"');
  expect(page.text).toContain('Create 1 department and 2 locations');
  expect(page.text).toContain('Cellar, Faro, Lagos');
});

test('the result says what was done, what was not, and that it can’t be undone', () => {
  const counts = { added: 3, changed: 1, invited: 2, same: 0, placesMade: 1 };
  const refused = [{ line: 7, name: '', email: '', why: 'Give a name.' }];
  const page = drawPart(<PeopleResult result={{ ...counts, refused, refusedFile: 'x' }} onAgain={() => undefined} />);
  expect(page.text).toContain('3 people added, 1 changed, 2 invited by mail, 1 department or location created.');
  expect(page.text).toContain('Line 7, nobody: Give a name.');
  expect(page.text).toContain('can’t be undone as a whole');
  expect(page.buttons).toContain('Download these rows');
});

test('changes have words of their own', () => {
  expect(lineOf({ field: 'departments', before: 'Bar', after: '' })).toBe('Departments: Bar → none');
  expect(lineOf({ field: 'email', before: '', after: 'a@x.example' })).toBe('E-mail: a@x.example');
});
