import { Select, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { type FigureColumn, FigureTable } from '../../../../web/controls/figure-table.tsx';
import { TextLink } from '../../../../web/controls/link-button.tsx';
import { PageHead } from '../../../../web/controls/page-head.tsx';
import { EmptyPanel, ErrorPanel, LoadingLines, Panel } from '../../../../web/controls/panels.tsx';
import { plural } from '../../../../web/figures.ts';
import { lookReasons } from '../../../../web/look-reasons.ts';
import type { Dimension, Equity, Group } from '../contract.ts';
import { equityQuery } from '../queries.ts';
import { amountText, dayText, ratioText, shortDay } from '../words.ts';
import classes from './bands.module.css';
import { groupText, queryOf, tableWords } from './equity-words.ts';

/** What groups of people earn, never of fewer than three. */
export function EquityPage(): ReactElement {
  const [asked, ask] = useState('');
  const found = useQuery(equityQuery(asked));
  return (
    <>
      <PageHead
        title="Pay equity"
        explains="Medians by group, of three people or more. A figure stays as it was told until a new one says nothing of one or two people beside all others."
        above={
          <TextLink to="/pay" size="sm">
            Pay
          </TextLink>
        }
      />
      <div className={classes.wide}>
        {found.isPending && (
          <Panel>
            <LoadingLines count={8} height={28} />
          </Panel>
        )}
        {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
        {found.data !== undefined && <EquityTables equity={found.data} asked={asked} onAsk={ask} />}
      </div>
    </>
  );
}

interface Props {
  readonly equity: Equity;
  /** What is asked for behind the path; empty: everybody. */
  readonly asked: string;
  readonly onAsk: (asked: string) => void;
}

function EquityTables({ equity, asked, onAsk }: Props): ReactElement {
  const { whole, tables, choices } = equity;
  if (choices.length === 0 && whole.figures.length === 0)
    return (
      <Panel>
        <EmptyPanel icon={<IconScale size={28} />} title="Too few wages to compare">
          Figures are told of three people or more whose pay is known. Titles, seniority and kind of employment are kept
          in the directory.
        </EmptyPanel>
      </Panel>
    );
  const everybody = equity.within === null ? 'Everybody' : groupText(equity.within);
  return (
    <>
      <Panel title={everybody} aside={<TakeAlong asked={asked} />}>
        <div className={classes.asked}>
          <Select
            label="Among"
            data={choicesOf(choices)}
            value={asked}
            allowDeselect={false}
            searchable={choices.length > 12}
            onChange={(value) => onAsk(value ?? '')}
          />
        </div>
        <Whole group={whole} />
      </Panel>
      {tables.map(({ by, rows }) => rows.length > 0 && <GroupTable key={by} by={by} rows={rows} />)}
    </>
  );
}

function choicesOf(choices: Equity['choices']) {
  const groups = Map.groupBy(choices, ({ by }) => by);
  return [
    { value: '', label: 'Everybody' },
    ...[...groups].map(([by, of]) => ({
      group: by === null ? '' : tableWords[by],
      items: of.map((one) => ({ value: queryOf(one), label: groupText(one) })),
    })),
  ];
}

function TakeAlong({ asked }: { readonly asked: string }): ReactElement {
  const [reason, setReason] = useState<string | null>(null);
  const more = asked === '' ? '' : `&${asked.slice(1)}`;
  return (
    <div className={classes.acts}>
      <Select
        size="xs"
        aria-label="Why you take it along"
        placeholder="Why you take it along"
        data={Object.entries(lookReasons).map(([value, label]) => ({ value, label }))}
        value={reason}
        onChange={setReason}
      />
      <DownloadButton
        path={`/api/pay/equity/file?reason=${reason ?? ''}${more}`}
        name="coact-pay-equity.csv"
        disabled={reason === null}
      >
        Take along (CSV)
      </DownloadButton>
    </div>
  );
}

function Whole({ group: { figures } }: { readonly group: Group }): ReactElement {
  if (figures.length === 0)
    return (
      <Text c="dimmed" mt="md">
        Not shown: too few people, or the figures below would tell of one or two.
      </Text>
    );
  return (
    <dl className={classes.whole} style={{ marginTop: 16 }}>
      {figures.map(({ currency, pay, compa }) => (
        <div key={currency}>
          <dt>Median an hour in {currency}</dt>
          <dd>{pay === null ? 'Not shown' : amountText(pay.value, currency)}</dd>
          <Text size="sm" c="dimmed">
            {[
              ...(pay === null ? [] : [`${plural(pay.people, 'person', 'people')}, as told on ${dayText(pay.on)}`]),
              ...(compa === null ? [] : [`at ${ratioText(compa.value / 100)} of the midpoint`]),
            ].join('; ')}
          </Text>
        </div>
      ))}
    </dl>
  );
}

interface Line extends Pick<Group, 'by' | 'value' | 'label'> {
  readonly figure: Group['figures'][number] | null;
}

const hidden = (
  <Text span size="sm" c="dimmed">
    not shown
  </Text>
);
const columns: readonly FigureColumn<Line>[] = [
  {
    label: 'Median an hour',
    of: ({ figure }) => (figure?.pay ? amountText(figure.pay.value, figure.currency) : hidden),
  },
  { label: 'Of the midpoint', of: ({ figure }) => (figure?.compa ? ratioText(figure.compa.value / 100) : hidden) },
  { label: 'People', of: ({ figure }) => figure?.pay?.people ?? hidden },
  { label: 'As told on', of: ({ figure }) => (figure?.pay ? shortDay(figure.pay.on) : '') },
];

function GroupTable({ by, rows }: { readonly by: Dimension; readonly rows: readonly Group[] }): ReactElement {
  const lines = rows.flatMap(({ figures, ...group }): readonly Line[] =>
    figures.length === 0 ? [{ ...group, figure: null }] : figures.map((figure) => ({ ...group, figure })),
  );
  const several = new Set(lines.flatMap(({ figure }) => figure?.currency ?? [])).size > 1;
  const currency = { label: 'Currency', of: ({ figure }: Line) => figure?.currency ?? '' };
  return (
    <Panel title={`By ${tableWords[by].toLowerCase()}`}>
      <FigureTable
        caption={`Pay by ${tableWords[by].toLowerCase()}`}
        names={tableWords[by]}
        rows={lines}
        keyOf={(line) => `${line.value} ${line.figure?.currency}`}
        nameOf={groupText}
        columns={several ? [currency, ...columns] : columns}
      />
    </Panel>
  );
}
