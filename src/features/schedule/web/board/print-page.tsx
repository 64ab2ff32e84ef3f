import { Button, SegmentedControl } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { LinkButton } from '../../../../web/controls/link-button.tsx';
import { ErrorPanel, LoadingLines } from '../../../../web/controls/panels.tsx';
import { useSignedIn, useTimeZone } from '../../../../web/queries.ts';
import { Guarded } from '../../../../web/shell/guarded.tsx';
import { addDays, dayAt, formatDateTime } from '../../../../web/zoned-time.ts';
import { type Span, spanName } from './days.ts';
import { filtered, noFilters } from './filters.ts';
import { periodQuery, planQuery } from './plan-api.ts';
import type { Plan } from './plan-contract.ts';
import classes from './print.module.css';
import { printBlocks } from './print-sheet.ts';
import { stateWords } from './publish-words.ts';
import { rowsOf } from './rows.ts';

const route = getRouteApi('/team/schedule/print');

/** The schedule of a period on paper, or as the PDF that a browser prints. */
export function PrintPage(): ReactElement {
  return (
    <Guarded place="app">
      <Sheets />
    </Guarded>
  );
}

function Sheets(): ReactElement {
  const today = dayAt(new Date(), useTimeZone());
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/team/schedule/print' });
  const period = useQuery(periodQuery(search.day ?? today)).data ?? null;
  const span = period === null ? null : { from: period.firstDay, to: addDays(period.firstDay, period.days - 1) };
  useDocumentTitle(span === null ? 'Schedule · Coact' : `Schedule ${spanName(span)}`);
  const { by = 'roles', day, locations, roles } = search;
  return (
    <main className={classes.page}>
      <div className={classes.controls}>
        <LinkButton to="/team/schedule" search={{ day, locations, roles }} variant="default">
          Back
        </LinkButton>
        <SegmentedControl
          aria-label="Order by"
          value={by}
          onChange={(value) => void navigate({ search: (now) => ({ ...now, by: value }), replace: true })}
          data={[
            { value: 'roles', label: 'By role' },
            { value: 'people', label: 'By person' },
          ]}
        />
        <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
          Print or save as PDF
        </Button>
      </div>
      {span !== null && period !== null && (
        <Sheet span={span} by={by} locations={locations ?? []} roles={roles ?? []} state={stateWords(period)} />
      )}
    </main>
  );
}

interface SheetProps {
  readonly span: Span;
  readonly by: 'roles' | 'people';
  readonly locations: readonly string[];
  readonly roles: readonly string[];
  readonly state: string;
}

function Sheet({ span, by, locations, roles, state }: SheetProps): ReactElement {
  const plan = useQuery(planQuery(span));
  const me = useSignedIn();
  const timeZone = useTimeZone();
  if (plan.isPending) return <LoadingLines count={8} />;
  if (plan.isError) return <ErrorPanel error={plan.error} onRetry={() => void plan.refetch()} />;
  const shown: Plan = { ...plan.data, ...filtered(plan.data, { ...noFilters, locations, roles }) };
  const blocks = printBlocks(rowsOf(by, shown), shown);
  return (
    <>
      <header className={classes.head}>
        <h1>{spanName(span)}</h1>
        <p>
          {me.organisation?.name}. {state}. As of {formatDateTime(new Date().toISOString(), timeZone)}.
        </p>
      </header>
      {blocks.length === 0 && <p>Nobody is planned in these days.</p>}
      <div className={classes.blocks}>
        {blocks.map(({ key, name, note, lines }) => (
          <section key={key} className={classes.block}>
            <h2>
              {name} {note !== '' && <small>{note}</small>}
            </h2>
            <table>
              <tbody>
                {lines
                  .filter(({ entries }) => entries.length > 0)
                  .map(({ day, entries }) => (
                    <tr key={day}>
                      <th scope="row">{day}</th>
                      <td>
                        {entries.map((entry) => (
                          <div key={entry}>{entry}</div>
                        ))}
                      </td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        ))}
      </div>
    </>
  );
}
