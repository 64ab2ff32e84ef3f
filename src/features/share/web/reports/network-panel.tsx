import { Text } from '@mantine/core';
import type { ReactElement } from 'react';
import { DownloadButton } from '../../../../web/controls/download-button.tsx';
import { FigureTable } from '../../../../web/controls/figure-table.tsx';
import { Panel } from '../../../../web/controls/panels.tsx';
import { figureText, formatCount, plural } from '../../../../web/figures.ts';
import { fileOf } from './report-api.ts';
import type { Report } from './report-contract.ts';
import { actsIn, actWords, networkWords } from './report-words.ts';

/** What each network brought. People's part is told of closed requests, where no network has few. */
export function NetworkPanel({ report, asked }: { readonly report: Report; readonly asked: string }): ReactElement {
  const { networks, unsplit, smallGroup } = report;
  return (
    <Panel
      title="By network"
      explains={`Shares are told by network a day after a request’s end, and only if each of its networks has none or at least ${smallGroup}: otherwise one could be worked out from the others.`}
      aside={
        <DownloadButton path={fileOf('networks', asked)} name="coact-networks.csv" disabled={networks.length === 0}>
          CSV
        </DownloadButton>
      }
    >
      {networks.length === 0 ? (
        <Text c="dimmed">Nothing was clicked in these days, and no request has closed yet.</Text>
      ) : (
        <FigureTable
          caption="Figures by network"
          names="Network"
          rows={networks}
          keyOf={({ network }) => network}
          nameOf={({ network }) => networkWords(network)}
          columns={[
            ...actsIn(networks).map((act) => ({
              label: actWords[act],
              of: ({ acts }: Report['networks'][number]) => figureText(acts[act]),
            })),
            { label: 'Clicks', of: ({ clicks }) => formatCount(clicks.total) },
            { label: 'Unique', of: ({ clicks }) => formatCount(clicks.unique) },
            { label: 'Robots', of: ({ clicks }) => formatCount(clicks.robots) },
            {
              label: 'Potential audience',
              of: ({ audience }) => (audience === null ? 'not told' : formatCount(audience)),
            },
          ]}
        />
      )}
      {'value' in unsplit && (
        <Text size="sm" c="dimmed" mt="sm">
          {plural(unsplit.value, 'share is', 'shares are')} in the total and not told by network.
        </Text>
      )}
    </Panel>
  );
}
