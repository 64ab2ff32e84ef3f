import type { ReactElement } from 'react';
import { call } from '../../../../web/api.ts';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { plural } from '../../../../web/figures.ts';
import { ColumnsPanel } from '../../../../web/imports/columns-panel.tsx';
import { ImportPage } from '../../../../web/imports/import-page.tsx';
import type { ImportKind } from '../../../../web/imports/import-steps.tsx';
import { ResultPanel } from '../../../../web/imports/result-panel.tsx';
import { importLabel } from '../../../../web/imports/words.ts';
import { useSignedIn } from '../../../../web/queries.ts';
import { schedules } from '../access.ts';
import classes from './forecast.module.css';
import { type ImportResult, type Mapping, type Preview, previewSchema, resultSchema } from './import-contract.ts';
import { mappingLabels, refusedRow, shownRow } from './import-words.ts';

interface Choices {
  /** Null: as the header tells. */
  readonly mapping: Mapping | null;
}

const forecasts: ImportKind<Preview, ImportResult, Choices> = {
  name: 'forecast',
  preview: (body, signal) => call(previewSchema, 'POST', '/api/schedule/forecast/import/preview', { body, signal }),
  commit: (body) => call(resultSchema, 'POST', '/api/schedule/forecast/import', { body }),
  choices: { mapping: null },
  words: {
    pasted: 'Location\tRole\tDay\tTime\tAmount\nHarbour\tBar\t2026-03-02\t09:00\t24',
    explains:
      'The first line names the columns, then each line is a half hour of a role: its day, when it begins, and how much is expected. The location is needed where roles have the same name. At most 20,000 rows and 5 MB.',
    example: {
      name: 'coact-forecast.csv',
      text: `Location,Role,Day,Time,Amount
Harbour,Bar,2026-03-02,09:00,24
Harbour,Bar,2026-03-02,09:30,30
Harbour,Door,2026-03-02,22:00,1.5
`,
    },
  },
  Choices: ({ preview, onChoose }) => (
    <div className={classes.columns}>
      <ColumnsPanel
        fields={mappingLabels}
        columns={preview.columns}
        mapping={preview.mapping}
        onMap={(mapping) => onChoose({ mapping })}
      />
    </div>
  ),
  show: shownRow,
  label: ({ rows }) => importLabel(rows, 'number', 'numbers'),
  Result: ImportedResult,
  touches: [['schedule']],
};

/** Forecasts from a file: choose it, see what would happen to each half hour, import. */
export function ForecastImportPage(): ReactElement {
  return (
    <ImportPage
      kind={forecasts}
      title="Import forecasts"
      explains="From a CSV file, or rows of a spreadsheet, for one role or many. Nothing is changed before you have seen what happens to each row."
      above={{ to: '/team/forecast', label: 'Forecast' }}
      may={schedules(useSignedIn())}
      refusal="Only those who schedule import forecasts."
    />
  );
}

interface ResultProps {
  readonly result: ImportResult;
  readonly onAgain: () => void;
}

function ImportedResult({ result, onAgain }: ResultProps): ReactElement {
  const { added, changed, same, refused, refusedFile } = result;
  return (
    <ResultPanel
      done={[
        `${plural(added, 'number')} added`,
        ...(changed > 0 ? [`${changed} changed`] : []),
        ...(same > 0 ? [`${same} already as the file says`] : []),
      ]}
      refused={refused.map(refusedRow)}
      refusedFile={refusedFile}
      undo="An import can’t be undone as a whole. Import another file over it, or change the numbers in the forecast."
      onward={<LinkButton to="/team/forecast">To the forecast</LinkButton>}
      onAgain={onAgain}
    />
  );
}
