import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { figureText, formatCount, formatShort, plural } from '../../../../web/figures.ts';
import { organisationQuery } from '../../../../web/queries.ts';
import { formatDay } from '../../../../web/zoned-time.ts';
import { definitions, smallGroupReason, valueDefinition } from '../definitions.tsx';
import { type Stat, StatStrip } from '../stat-strip.tsx';
import type { Report } from './report-contract.ts';
import { actsIn, actWords, amountWords, awarenessWords, daysWords } from './report-words.ts';

/** The totals of a report, each with its definition. */
export function ReportStats({ report }: { readonly report: Report }): ReactElement {
  const organisation = useQuery(organisationQuery).data;
  const { totals, change, compared, smallGroup } = report;
  const hidden = smallGroupReason(smallGroup);
  const against = compared === null ? '' : `Compared with ${daysWords(compared)}.`;
  const { audience, clicks, amounts } = totals;
  const rest = actsIn([totals]).filter((act) => act !== 'share');
  const stats: readonly Stat[] = [
    {
      label: 'Awareness',
      value: awarenessWords(totals.awareness),
      change: change.awareness,
      explains: `${definitions.awareness} ${hidden} ${against}`,
    },
    {
      label: 'Shares',
      value: figureText(totals.acts.share),
      change: change.shares,
      explains: `${definitions.shares} ${hidden} ${against}`,
      ...(rest.length === 0
        ? {}
        : { note: rest.map((act) => `${actWords[act]}: ${figureText(totals.acts[act])}`).join(', ') }),
    },
    {
      label: 'Clicks',
      value: formatCount(clicks.total),
      note: `${formatCount(clicks.unique)} unique, ${plural(clicks.robots, 'robot')} apart`,
      change: change.clicks,
      explains: `${definitions.clicks} ${definitions.robots} ${against}`,
    },
    {
      label: 'Potential audience',
      value: audience.total === null ? '–' : formatShort(audience.total),
      note: audience.countedAt === null ? 'not counted yet' : `counted ${formatDay(audience.countedAt)}`,
      change: change.audience,
      explains: definitions.reach,
    },
    {
      label: 'Advocacy value',
      value: amountWords(amounts),
      change: change.value,
      explains: valueDefinition(organisation),
    },
  ];
  return <StatStrip stats={stats} />;
}
