import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { ImportPage } from '../../../../web/imports/import-page.tsx';
import type { ImportKind } from '../../../../web/imports/import-steps.tsx';
import { importLabel } from '../../../../web/imports/words.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { Choices, type ImportChoices } from './choices.tsx';
import { type ImportResult, type Preview, previewSchema, resultSchema } from './contract.ts';
import { PeopleResult } from './result-panel.tsx';
import { shownRow } from './words.ts';

const people: ImportKind<Preview, ImportResult, ImportChoices> = {
  name: 'people',
  preview: (body, signal) => call(previewSchema, 'POST', '/api/members/import/preview', { body, signal }),
  commit: (body) => call(resultSchema, 'POST', '/api/members/import', { body }),
  choices: { invite: false, createPlaces: false, mapping: null },
  words: {
    pasted: 'Name\tE-mail\tRoles\nAna Ribeiro\tana@example.com\temployee',
    explains:
      'The first line names the columns. A name or an e-mail says who it is; roles, departments and locations are optional. At most 10,000 rows and 5 MB.',
    example: {
      name: 'coact-people.csv',
      text: `Name,E-mail,Roles,Departments,Locations
Ana Ribeiro,ana@example.com,employee,Kitchen,Porto
Tom Okafor,tom@example.com,"scheduler; publisher",Bar; Kitchen,Porto
Maya Lindqvist,,,Bar,Faro
`,
    },
  },
  Choices,
  show: shownRow,
  label: ({ rows }) => importLabel(rows, 'person', 'people'),
  Result: PeopleResult,
  touches: [['members'], ['departments'], ['locations']],
};

/** People from a file: choose it, see what would happen to each row, import. */
export function PeopleImportPage(): ReactElement {
  return (
    <ImportPage
      kind={people}
      title="Import people"
      explains="From a CSV file, or rows of a spreadsheet. Nothing is changed before you have seen what happens to each row."
      above={{ to: '/members', label: 'Members' }}
      may={useSignedIn().can.manage}
      refusal="Only owners and admins import people."
    />
  );
}
