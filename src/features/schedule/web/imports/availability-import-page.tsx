import { Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { ColumnsPanel } from '../../../../web/imports/columns-panel.tsx';
import { ImportPage } from '../../../../web/imports/import-page.tsx';
import type { ImportKind } from '../../../../web/imports/import-steps.tsx';
import classes from '../../../../web/imports/imports.module.css';
import { ResultPanel } from '../../../../web/imports/result-panel.tsx';
import { importLabel } from '../../../../web/imports/words.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { schedules } from '../access.ts';
import {
  type TimeMapping,
  type TimePreview,
  type TimeResult,
  timePreviewSchema,
  timeResultSchema,
} from './availability-contract.ts';
import { shownTime, timeFields } from './availability-words.ts';

interface Choices {
  /** The first day of what repeats, where a row gives none; null: today. */
  readonly from: string | null;
  /** Null: as the header tells. */
  readonly mapping: TimeMapping | null;
}

const availability: ImportKind<TimePreview, TimeResult, Choices> = {
  name: 'availability',
  preview: (body, signal) =>
    call(timePreviewSchema, 'POST', '/api/schedule/availability/import/preview', { body, signal }),
  commit: (body) => call(timeResultSchema, 'POST', '/api/schedule/availability/import', { body }),
  choices: { from: null, mapping: null },
  words: {
    pasted: 'Person\tAvailability\tDays\tStart\tEnd\nAna Ribeiro\tavailable\tMon-Fri\t09:00\t17:00',
    explains:
      'The first line names the columns. A name or an e-mail says who it is; then days of the week, or a date. Without start and end it is the whole day. At most 2,000 rows and 5 MB.',
    example: {
      name: 'coact-availability.csv',
      text: `Person,Availability,Days,Date,Start,End,Repeats until
ana@example.com,available,Mon-Fri,,09:00,17:00,
Tom Okafor,preferred,Sat Sun,2026-06-06,08:00,16:00,2026-08-30
Tom Okafor,unavailable,,2026-12-24,,,
`,
    },
  },
  Choices: TimeChoices,
  show: shownTime,
  label: ({ rows }) => importLabel(rows, 'time', 'times'),
  Result: TimesResult,
  touches: [['schedule']],
};

/** When people can work, from a file: choose it, see what would happen to each row, import. */
export function AvailabilityImportPage(): ReactElement {
  return (
    <ImportPage
      kind={availability}
      title="Import availability"
      explains="When the people whom you schedule can work, from a CSV file or rows of a spreadsheet. Nothing is changed before you have seen what happens to each row."
      above={{ to: '/team/availability', label: 'Availability' }}
      may={schedules(useSignedIn())}
      refusal="Only schedulers, owners and admins import availability."
    />
  );
}

interface ChoicesProps {
  readonly preview: TimePreview;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Which column tells what, and when that begins which repeats. */
function TimeChoices({ preview, choices, onChoose }: ChoicesProps): ReactElement {
  return (
    <div className={classes.choices}>
      <ColumnsPanel
        fields={timeFields}
        columns={preview.columns}
        mapping={preview.mapping}
        onMap={(mapping) => onChoose({ ...choices, mapping })}
      />
      <Panel title="What is done">
        <Stack gap="md">
          <DateInput
            label="What repeats begins"
            description="On the first of its days from this one on, where a row has no date."
            valueFormat="ddd D MMM YYYY"
            value={choices.from ?? preview.from}
            onChange={(day) => day !== null && onChoose({ ...choices, from: day.slice(0, 10) })}
          />
          <Text size="sm" c="dimmed">
            What people have said already stays, beside what the file adds. Times are on the clock of the location where
            somebody works. All rows without error go in at once, or none does. It can’t be undone as a whole.
          </Text>
        </Stack>
      </Panel>
    </div>
  );
}

interface ResultProps {
  readonly result: TimeResult;
  readonly onAgain: () => void;
}

/** What became of the times of a file. */
export function TimesResult({ result, onAgain }: ResultProps): ReactElement {
  const { added, changed, people, same, refused, refusedFile } = result;
  return (
    <ResultPanel
      done={[
        `${plural(added, 'time')} added`,
        ...(changed > 0 ? [`${changed} changed`] : []),
        `of ${plural(people, 'person', 'people')}`,
        ...(same > 0 ? [`${plural(same, 'row')} already as the file says`] : []),
      ]}
      refused={refused.map(({ line, person, email, why }) => ({ line, title: person || email || 'nobody', why }))}
      refusedFile={refusedFile}
      undo="An import can’t be undone as a whole. Times can be taken out one by one in people’s calendars."
      onward={<LinkButton to="/team/roles">To the roles and their people</LinkButton>}
      onAgain={onAgain}
    />
  );
}
