import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { FigureTable, Share } from '../../../../web/controls/figure-table.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { formatCount } from '../../../../web/figures.ts';
import { fileOf } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { hoursWords } from './report-words.ts';
import classes from './reports.module.css';

/** How evenly work is spread: the spread of each figure, then everybody. */
export function FairnessPanel({ report, asked }: { readonly report: Report; readonly asked: string }): ReactElement {
  const { people, spread } = report.fairness;
  const most = Math.max(1, ...people.map(({ minutes }) => minutes));
  return (
    <Panel
      title="Fairness"
      explains="All work in these days of everybody who knows these roles, wherever it was. Disliked shifts are of a kind that the person said they dislike."
      aside={
        <DownloadButton path={fileOf('fairness', asked)} name="coact-fairness.csv" disabled={people.length === 0}>
          CSV
        </DownloadButton>
      }
    >
      {spread === null ? (
        <Text c="dimmed">Nobody whom you schedule knows these roles.</Text>
      ) : (
        <>
          <dl className={classes.strip}>
            <Spread label="Hours" of={spread.minutes} words={hoursWords} />
            <Spread label="Weekends" of={spread.weekends} words={countWords} />
            <Spread label="Nights" of={spread.nights} words={countWords} />
            <Spread label="Disliked shifts" of={spread.disliked} words={countWords} />
          </dl>
          <FigureTable
            caption="Fairness by person"
            names="Person"
            rows={people}
            keyOf={({ personId }) => personId}
            nameOf={({ name, minutes }) => (
              <>
                {name}
                <Share part={minutes} of={most} words={`${hoursWords(minutes)} hours`} />
              </>
            )}
            columns={[
              { label: 'Hours', of: ({ minutes }) => hoursWords(minutes) },
              { label: 'Wanted', of: ({ wanted }) => hoursWords(wanted) },
              { label: 'Weekends', of: ({ weekends }) => formatCount(weekends) },
              { label: 'Nights', of: ({ nights }) => formatCount(nights) },
              { label: 'Disliked', of: ({ disliked }) => formatCount(disliked) },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

const countWords = (count: number) => formatCount(Math.round(count * 10) / 10);

interface SpreadProps {
  readonly label: string;
  readonly of: NonNullable<Report['fairness']['spread']>['minutes'];
  readonly words: (figure: number) => string;
}

function Spread({ label, of: { least, most, mean }, words }: SpreadProps): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {least === most ? words(least) : `${words(least)} – ${words(most)}`}
        <small>on average {words(Math.round(mean * 10) / 10)}</small>
      </dd>
    </div>
  );
}
