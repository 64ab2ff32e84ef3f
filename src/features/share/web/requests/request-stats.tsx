import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { figureText, formatCount, formatMoney, plural } from '../../../../web/figures.ts';
import { organisationQuery } from '../../../../web/queries.ts';
import type { RequestFigures } from '../contract.ts';
import { definitions, otherAmounts, smallGroupReason, valueDefinition } from '../definitions.tsx';
import { askNames } from '../network.ts';
import { type Stat, StatStrip } from '../stat-strip.tsx';

/** What posts brought. */
function shareStats(figures: RequestFigures, hidden: string): readonly Stat[] {
  return [
    { label: 'Shares', value: figureText(figures.shares), explains: `${definitions.shares} ${hidden}` },
    {
      label: 'Clicks',
      value: formatCount(figures.clicks.total),
      note: `${formatCount(figures.clicks.unique)} unique, ${plural(figures.clicks.robots, 'robot')} apart`,
      explains: `${definitions.clicks} ${definitions.robots}`,
    },
  ];
}

const askLabels = { like: 'Likes', reshare: 'Reshares', comment: 'Comments' } as const;

/** What was done about a post, of what was asked for. */
function askStats(asks: NonNullable<RequestFigures['asks']>, hidden: string): readonly Stat[] {
  return askNames.flatMap((ask) => {
    const figure = asks[ask];
    if (figure === undefined) return [];
    return [{ label: askLabels[ask], value: figureText(figure), explains: `${definitions.engagement} ${hidden}` }];
  });
}

/** The totals of one request. */
export function RequestStats({ figures }: { readonly figures: RequestFigures }): ReactElement {
  const organisation = useQuery(organisationQuery).data;
  const hidden = smallGroupReason(organisation?.smallGroup ?? 5);
  const stats: readonly Stat[] = [
    {
      label: 'Awareness',
      value: figureText(figures.awareness),
      explains: `${definitions.awareness} ${hidden}`,
    },
    ...(figures.asks == null ? shareStats(figures, hidden) : askStats(figures.asks, hidden)),
    {
      label: 'Advocacy value',
      value: figureText(figures.value, (minor) => formatMoney(minor, figures.currency)),
      ...otherAmounts(figures.otherValues),
      explains: valueDefinition(organisation),
    },
  ];
  return <StatStrip stats={stats} />;
}
