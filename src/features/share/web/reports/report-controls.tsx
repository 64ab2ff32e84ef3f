import { Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import '@mantine/dates/styles.layer.css';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { campaignsQuery, tagsQuery } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { comparisons, type Period, type ReportSearch, stretches, stretchOf, stretchWords } from './report-search.ts';
import { networkWords } from './report-words.ts';
import classes from './reports.module.css';

const comparisonWords = {
  previous: 'the period before',
  year: 'the same days last year',
  none: 'nothing',
} as const;

interface Props {
  readonly search: ReportSearch;
  readonly period: Period;
  readonly today: string;
  /** As far as it is loaded: its networks can be chosen. */
  readonly report: Report | undefined;
  readonly onSearch: (change: Partial<ReportSearch>) => void;
}

/** Which days, beside which others, and of which requests. */
export function ReportControls({ search, period, today, report, onSearch }: Props): ReactElement {
  const [half, setHalf] = useState<string | null>(null);
  const stretch = stretchOf(search);
  return (
    <search className={classes.controls} aria-label="What the report is of">
      <Select
        label="Time"
        allowDeselect={false}
        data={[
          ...stretches.map((value) => ({ value, label: stretchWords[value] })),
          { value: 'own', label: 'Own days' },
        ]}
        value={stretch ?? 'own'}
        onChange={(value) => {
          const chosen = stretches.find((one) => one === value);
          onSearch(chosen === undefined ? period : { stretch: chosen, from: undefined, to: undefined });
        }}
      />
      <DatePickerInput
        className={classes.days}
        type="range"
        label="Days"
        allowSingleDateInRange
        valueFormat="D MMM YYYY"
        maxDate={today}
        value={half === null ? [period.from, period.to] : [half, null]}
        onChange={([first, last]) => {
          if (first === null) return;
          if (last === null) return setHalf(first.slice(0, 10));
          setHalf(null);
          onSearch({ from: first.slice(0, 10), to: last.slice(0, 10), stretch: undefined });
        }}
      />
      <Select
        label="Beside"
        allowDeselect={false}
        data={comparisons.map((value) => ({ value, label: comparisonWords[value] }))}
        value={search.compare ?? 'previous'}
        onChange={(value) => onSearch({ compare: comparisons.find((one) => one === value) })}
      />
      <Filters search={search} report={report} onSearch={onSearch} />
    </search>
  );
}

/** Only what there is to choose from. */
function Filters({ search, report, onSearch }: Pick<Props, 'search' | 'report' | 'onSearch'>): ReactElement {
  const campaigns = useQuery(campaignsQuery).data?.campaigns ?? [];
  const tags = useQuery(tagsQuery).data?.tags ?? [];
  const networks = [...new Set([...(report?.networks.map(({ network }) => network) ?? []), search.network ?? ''])];
  return (
    <>
      {campaigns.length > 0 && (
        <Select
          label="Campaign"
          clearable
          searchable
          placeholder="All requests"
          data={campaigns.map(({ id, name, archived }) => ({
            value: id,
            label: archived ? `${name} (archived)` : name,
          }))}
          value={search.campaign ?? null}
          onChange={(campaign) => onSearch({ campaign: campaign ?? undefined })}
        />
      )}
      {tags.length > 0 && (
        <Select
          label="Tag"
          clearable
          searchable
          placeholder="All tags"
          data={tags.map(({ tag }) => tag)}
          value={search.tag ?? null}
          onChange={(tag) => onSearch({ tag: tag ?? undefined })}
        />
      )}
      {networks.some((network) => network !== '') && (
        <Select
          label="Network"
          clearable
          placeholder="All networks"
          data={networks.filter((one) => one !== '').map((value) => ({ value, label: networkWords(value) }))}
          value={search.network ?? null}
          onChange={(network) => onSearch({ network: network ?? undefined })}
        />
      )}
    </>
  );
}
