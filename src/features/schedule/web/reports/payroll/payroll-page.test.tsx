import { expect, test } from 'vitest';
import { ownerOf } from '../../../../../../test/support/answers.ts';
import { drawPage, drawPart } from '../../../../../../test/support/draw.tsx';
import type { Payroll, Preview } from './payroll-contract.ts';
import { PreviewTable } from './preview-panel.tsx';

const payroll: Payroll = {
  mappings: [
    {
      ...{ id: 'm1', name: 'Monthly', revision: 1, rows: 'day', source: 'planned', separator: 'semicolon' },
      ...{ decimals: 'comma', dates: 'dots' },
      columns: [
        { heading: 'Personal', field: 'person_name' },
        { heading: 'Lohnart', text: '100' },
      ],
    },
  ],
  fields: [
    { field: 'person_name', label: 'Name', kind: 'text' },
    { field: 'hours', label: 'Hours', kind: 'decimal' },
  ],
  timeClock: true,
};
const draw = (given: Payroll) =>
  drawPage('/team/payroll', [
    [['me'], ownerOf({ roles: ['payroll', 'employee'] })],
    [['payroll'], given],
  ]);

test('the first mapping that is kept is open, and its file can be taken', async () => {
  const { html, buttons } = await draw(payroll);
  for (const words of ['Personal', 'Lohnart', 'Semicolon', '02.03.2026', 'Planned and published'])
    expect(html).toContain(words);
  expect(buttons).toEqual(expect.arrayContaining(['Preview', 'Download CSV', 'Remove', 'Move column 2 up']));
  expect(html).not.toContain('Keep the columns under a name');
});

test('without one a usual set of columns is proposed, to be kept before the file is taken', async () => {
  const { html, buttons } = await draw({ ...payroll, mappings: [] });
  expect(html).toContain('Worked and approved');
  expect(html).toContain('Keep the columns under a name to download the file.');
  expect(buttons).toContain('Keep');
});

const preview: Preview = {
  ...{ from: '2026-05-18', to: '2026-05-31', headings: ['Name', 'Hours'], rows: [['Ana', '7,50']], count: 40 },
  unapproved: { entries: 3, people: 2, minutes: 630 },
};

test('a preview shows the first rows as they are written, and warns of what is not approved', () => {
  const { text } = drawPart(<PreviewTable preview={preview} />, []);
  expect(text).toContain('10.5 hours of 2 people are not approved yet');
  expect(text).toContain('Ana 7,50');
  expect(text).toContain('The first 1 of 40 rows, 18–31 May 2026.');
});

test('a preview without rows says that there is nothing to pay', () => {
  const none = { ...preview, rows: [], count: 0, unapproved: { entries: 0, people: 0, minutes: 0 } };
  const { text } = drawPart(<PreviewTable preview={none} />, []);
  expect(text).toBe('There is nothing to pay in 18–31 May 2026.');
});
