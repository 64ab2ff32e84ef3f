import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { plural } from '../../../../web/figures.ts';
import { ImportPage } from '../../../../web/imports/import-page.tsx';
import type { ImportKind } from '../../../../web/imports/import-steps.tsx';
import { ResultPanel } from '../../../../web/imports/result-panel.tsx';
import { importLabel } from '../../../../web/imports/words.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { schedules } from '../access.ts';
import { type RoleChoices, RoleImportChoices } from './role-choices.tsx';
import { type RolePreview, type RoleResult, rolePreviewSchema, roleResultSchema } from './role-contract.ts';
import { shownRole } from './role-words.ts';

const roles: ImportKind<RolePreview, RoleResult, RoleChoices> = {
  name: 'roles',
  preview: (body, signal) => call(rolePreviewSchema, 'POST', '/api/schedule/roles/import/preview', { body, signal }),
  commit: (body) => call(roleResultSchema, 'POST', '/api/schedule/roles/import', { body }),
  choices: { createPlaces: false, from: null, mapping: null },
  words: {
    pasted: 'Role\tLocation\tDays\tStart\tEnd\tPeople\nBarista\tPorto\tMon-Fri\t06:00\t14:00\t2',
    explains:
      'The first line names the columns. Role and location say which role it is; department, colour, hourly rate and shifts are optional. Several shifts of a role are several rows. At most 1,000 rows and 5 MB.',
    example: {
      name: 'coact-roles.csv',
      text: `Role,Location,Department,Hourly rate,Colour,Days,Start,End,People
Barista,Porto,Bar,12.50,teal,Mon-Fri,06:00,14:00,2
Barista,Porto,,,,Sat Sun,08:00,16:00,3
Night porter,Porto,,14,indigo,daily,22:00,06:00,1
`,
    },
  },
  Choices: RoleImportChoices,
  show: shownRole,
  label: ({ rows }) => importLabel(rows, 'row', 'rows'),
  Result: RolesResult,
  touches: [['schedule'], ['departments'], ['locations']],
};

/** Roles with their shifts from a file: choose it, see what would happen to each row, import. */
export function RoleImportPage(): ReactElement {
  return (
    <ImportPage
      kind={roles}
      title="Import roles"
      explains="Roles with their weekly shifts, from a CSV file or rows of a spreadsheet. Nothing is changed before you have seen what happens to each row."
      above={{ to: '/team/roles', label: 'Roles' }}
      may={schedules(useSignedIn())}
      refusal="Only schedulers, owners and admins import roles."
    />
  );
}

interface ResultProps {
  readonly result: RoleResult;
  readonly onAgain: () => void;
}

/** What became of the roles of a file. */
export function RolesResult({ result, onAgain }: ResultProps): ReactElement {
  const { added, changed, shifts, same, placesMade, findings, refused, refusedFile } = result;
  return (
    <ResultPanel
      done={[
        `${plural(added, 'role')} added`,
        ...(changed > 0 ? [`${changed} changed`] : []),
        ...(shifts > 0 ? [`${plural(shifts, 'weekly shift')} added`] : []),
        ...(same > 0 ? [`${plural(same, 'row')} already as the file says`] : []),
        ...(placesMade > 0
          ? [`${plural(placesMade, 'department or location', 'departments and locations')} created`]
          : []),
      ]}
      findings={findings}
      refused={refused.map(({ line, role, why }) => ({ line, title: role || 'no role', why }))}
      refusedFile={refusedFile}
      undo="An import can’t be undone as a whole. Roles can be archived one by one, and shifts taken out in their calendars."
      onward={<LinkButton to="/team/roles">To the roles</LinkButton>}
      onAgain={onAgain}
    />
  );
}
