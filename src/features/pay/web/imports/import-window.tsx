import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import { call } from '../../../../web/api.ts';
import { Panel } from '../../../../web/controls/panels.tsx';
import { Window } from '../../../../web/controls/window.tsx';
import { plural } from '../../../../web/figures.ts';
import { ColumnsPanel } from '../../../../web/imports/columns-panel.tsx';
import { type ImportKind, ImportSteps } from '../../../../web/imports/import-steps.tsx';
import classes from '../../../../web/imports/imports.module.css';
import { ResultPanel } from '../../../../web/imports/result-panel.tsx';
import { importLabel } from '../../../../web/imports/words.ts';
import {
  type WageMapping,
  type WagePreview,
  type WageResult,
  wagePreviewSchema,
  wageResultSchema,
} from './contract.ts';
import { shownWage, wageFields } from './import-words.ts';

interface Choices {
  /** Wages outside their band are meant so. */
  readonly outsideBand: boolean;
  /** Null: as the header tells. */
  readonly mapping: WageMapping | null;
}

const wages = (onClose: () => void): ImportKind<WagePreview, WageResult, Choices> => ({
  name: 'wages',
  preview: (body, signal) => call(wagePreviewSchema, 'POST', '/api/pay/wages/import/preview', { body, signal }),
  commit: (body) => call(wageResultSchema, 'POST', '/api/pay/wages/import', { body }),
  choices: { outsideBand: false, mapping: null },
  words: {
    pasted:
      'Person\tKind\tAmount\tCurrency\tFrom\tWhy\nana@example.com\thourly\t15.50\tEUR\t2026-06-01\tAgreed in the yearly talk',
    explains:
      'The first line names the columns. An e-mail or an id says who it is; without a role it is for all work; a salary says for how many hours a week. At most 5,000 rows and 5 MB.',
    example: {
      name: 'coact-wages.csv',
      text: `Person,Role,Kind,Amount,Currency,Hours a week,From,Why
ana@example.com,,hourly,15.50,EUR,,2026-06-01,Agreed in the yearly talk
tom@example.com,Bar,hourly,16.00,EUR,,2026-06-01,Works the bar alone
maya@example.com,,monthly,3200.00,EUR,38.5,2026-06-01,New contract
`,
    },
  },
  Choices: WageChoices,
  show: shownWage,
  label: ({ rows }) => importLabel(rows, 'wage', 'wages'),
  Result: ({ result, onAgain }) => <WagesResult result={result} onAgain={onAgain} onClose={onClose} />,
  touches: [['pay']],
});

/** Wages from a file: choose it, see what would happen to each row, enter them. */
export function WageImportWindow({ onClose }: { readonly onClose: () => void }): ReactElement {
  // Made once: a part that is another one each time would forget what was chosen.
  const [kind] = useState(() => wages(onClose));
  const isPhone = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false;
  return (
    <Window
      opened
      onClose={onClose}
      title="Import wages"
      size="68rem"
      fullScreen={isPhone}
      closeOnClickOutside={false}
      classNames={{ body: classes.within }}
    >
      <ImportSteps kind={kind} />
    </Window>
  );
}

interface ChoicesProps {
  readonly preview: WagePreview;
  readonly choices: Choices;
  readonly onChoose: (choices: Choices) => void;
}

/** Which column tells what, and whether wages outside their band are meant so. */
export function WageChoices({ preview, choices, onChoose }: ChoicesProps): ReactElement {
  const outside = preview.rows.filter((row) => row.outside).length;
  return (
    <div className={classes.choices}>
      <ColumnsPanel
        fields={wageFields}
        columns={preview.columns}
        mapping={preview.mapping}
        onMap={(mapping) => onChoose({ ...choices, mapping })}
      />
      <Panel title="What is done">
        <Stack gap="md">
          {outside > 0 && (
            <Checkbox
              label="Wages outside their band are meant so"
              description={`${plural(outside, 'row is', 'rows are')} below or above the band of the title.`}
              checked={choices.outsideBand}
              onChange={(event) => onChoose({ ...choices, outsideBand: event.currentTarget.checked })}
            />
          )}
          <Text size="sm" c="dimmed">
            Entries are added and none is changed: what is wrong is corrected on the page of somebody’s pay. All rows
            without error go in at once, or none does. People read the wage and why on their own page.
          </Text>
        </Stack>
      </Panel>
    </div>
  );
}

interface ResultProps {
  readonly result: WageResult;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** What became of the wages of a file. */
export function WagesResult({ result, onAgain, onClose }: ResultProps): ReactElement {
  const { added, people, same, holds, refused, refusedFile } = result;
  return (
    <ResultPanel
      done={[
        `${plural(added, 'wage')} entered`,
        ...(added > 0 ? [`of ${plural(people, 'person', 'people')}`] : []),
        ...(same > 0 ? [`${plural(same, 'row')} already as the file says`] : []),
      ]}
      findings={added > 0 && !holds ? ['They hold once a second person has confirmed each of them.'] : []}
      refused={refused.map(({ line, name, why }) => ({ line, title: name || 'nobody', why }))}
      refusedFile={refusedFile}
      undo="An import can’t be undone as a whole. An entry that was wrong is corrected, or withdrawn, on the page of somebody’s pay."
      onward={<Button onClick={onClose}>Done</Button>}
      onAgain={onAgain}
    />
  );
}
