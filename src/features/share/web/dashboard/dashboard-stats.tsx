import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { figureText, formatCount, formatMoney, formatShort } from '../../../../web/figures.ts';
import { organisationQuery } from '../../../../web/queries.ts';
import { formatDay } from '../../../../web/zoned-time.ts';
import { definitions, otherAmounts, smallGroupReason, valueDefinition } from '../definitions.tsx';
import { type Stat, StatStrip } from '../stat-strip.tsx';
import type { Dashboard } from './contract.ts';
import { periodText } from './periods.ts';

/** The five figures of the period, against the one before. */
export function DashboardStats({ dashboard }: { readonly dashboard: Dashboard }): ReactElement {
  const organisation = useQuery(organisationQuery).data;
  const { totals, change } = dashboard;
  const { reach } = totals;
  const hidden = smallGroupReason(organisation?.smallGroup ?? 5);
  const compared = Object.values(change).some((ratio) => ratio !== null);
  const against = compared
    ? `Compared with ${periodText(dashboard.previous)}.`
    : 'There was nothing in the period before to compare with.';
  const stats: readonly Stat[] = [
    {
      label: 'Awareness',
      value: figureText(totals.awareness),
      change: change.awareness,
      explains: `${definitions.awareness} ${hidden} ${against}`,
    },
    {
      label: 'Shares',
      value: figureText(totals.shares),
      change: change.shares,
      explains: `${definitions.shares} ${hidden} ${against}`,
    },
    {
      label: 'Clicks',
      value: formatCount(totals.clicks.total),
      note: `${formatCount(totals.clicks.unique)} unique`,
      change: change.clicks,
      explains: `${definitions.clicks} ${against}`,
    },
    {
      label: 'Potential audience',
      value: reach.total === null ? '–' : reach.total >= 100_000 ? formatShort(reach.total) : formatCount(reach.total),
      note: reach.countedAt === null ? 'not counted yet' : `counted ${formatDay(reach.countedAt)}`,
      change: change.reach,
      explains: definitions.reach,
    },
    {
      label: 'Advocacy value',
      value: figureText(totals.value, (minor) => formatMoney(minor, dashboard.currency)),
      ...otherAmounts(dashboard.otherValues),
      change: change.value,
      explains: valueDefinition(organisation),
    },
  ];
  return <StatStrip stats={stats} />;
}
